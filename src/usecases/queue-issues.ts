import type { HintSource } from '../contract/history';
import { hint } from '../domain/hint';
import { nowIso, type Dependencies } from './dependencies';

/**
 * Queues a look at each of these issues, with one push: Forge limits how many may follow from one invocation.
 * @returns how many were queued
 */
export async function queueIssues(
  deps: Pick<Dependencies, 'queue' | 'now'>,
  issues: readonly { issueId: string; projectId: string }[],
  why: { source: HintSource; thorough?: boolean },
): Promise<number> {
  const at = nowIso(deps);
  await deps.queue.push(
    issues.map(({ issueId, projectId }) => ({
      hint: hint({ target: { kind: 'issue', issueId, projectId }, at, ...why }),
    })),
  );
  return issues.length;
}
