import { SyncError } from '../../domain/errors';
import { hint, type HintTarget } from '../../domain/hint';
import { nowIso } from '../dependencies';
import type { ProjectContext } from '../sync-context';
import type { BackfillDependencies } from './dependencies';

/**
 * Gives issues or items to the ordinary queue, which retries them and, if need be, parks them with their remedy. All
 * of a page at once: Forge counts the pushes that follow from one beginning.
 */
export async function handOn(
  deps: BackfillDependencies,
  context: ProjectContext,
  targets: HintTarget[],
): Promise<void> {
  const { actor } = context.hint;
  const at = nowIso(deps);
  const hints = targets.splice(0).map((target) => ({
    hint: hint({ target, source: 'backfill', at, actor }),
  }));
  if (hints.length > 0) await deps.queue.push(hints);
}

/** Logs why one is handed on. Of an unexpected error only its name: its message may carry a title. */
export function logHandedOn({ log }: BackfillDependencies, error: unknown): void {
  if (error instanceof SyncError) log('warn', 'backfill-handed-on', { code: error.code });
  else {
    const name = error instanceof Error ? error.name : typeof error;
    log('error', 'backfill-handed-on', { code: 'INTERNAL', name });
  }
}
