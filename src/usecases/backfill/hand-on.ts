import { SyncError } from '../../domain/errors';
import { hint, type HintTarget } from '../../domain/hint';
import { nowIso } from '../dependencies';
import type { ProjectContext } from '../sync-context';
import type { BackfillDependencies } from './dependencies';

/** Gives one issue or item to the ordinary queue, which retries it and, if need be, parks it with its remedy. */
export async function handOn(
  deps: BackfillDependencies,
  context: ProjectContext,
  target: HintTarget,
): Promise<void> {
  const { actor } = context.hint;
  await deps.queue.push([{ hint: hint({ target, source: 'backfill', at: nowIso(deps), actor }) }]);
}

/** Logs why one is handed on. Of an unexpected error only its name: its message may carry a title. */
export function logHandedOn({ log }: BackfillDependencies, error: unknown): void {
  if (error instanceof SyncError) log('warn', 'backfill-handed-on', { code: error.code });
  else {
    const name = error instanceof Error ? error.name : typeof error;
    log('error', 'backfill-handed-on', { code: 'INTERNAL', name });
  }
}
