import type { Actor } from '../contract/common';
import { hint } from '../domain/hint';
import { nowIso, type Dependencies } from './dependencies';

/** Queues a thorough look at one issue, as a person asked for it. */
export async function requestResync(
  deps: Pick<Dependencies, 'queue' | 'now'>,
  issue: { issueId: string; projectId: string | null },
  by: Actor | null,
): Promise<number> {
  await deps.queue.push([
    {
      hint: hint({
        target: { kind: 'issue', ...issue },
        source: 'manual',
        at: nowIso(deps),
        actor: by,
        thorough: true,
      }),
    },
  ]);
  return 1;
}
