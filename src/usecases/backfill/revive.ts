import { isUnderWay, wantOf, type Backfill, type BackfillControl } from '../../domain/backfill';
import { SYNC_PAUSED } from '../../domain/pause';
import type { BackfillDependencies } from './dependencies';

/** A run that is at work keeps its place every few seconds, and no wait is longer than 15 minutes. */
const SILENT_MS = 60 * 60_000;

/** What a new connection, or the end of a pause, puts right. */
const PASSES: ReadonlySet<string> = new Set(['ALIGN_TOKEN_REFUSED', 'NOT_CONNECTED', SYNC_PAUSED]);

type Deps = Pick<BackfillDependencies, 'backfills' | 'backfillQueue' | 'settings' | 'now' | 'log'>;

/** A queue keeps a message for a day. A backfill whose message is gone is taken up again. */
export async function reviveBackfills(deps: Deps): Promise<void> {
  for (const { backfill, wanted } of await underWay(deps)) {
    const rests = backfill.status === 'paused' && wanted !== 'cancel';
    const isSilent = deps.now() - Date.parse(backfill.updatedAt) > SILENT_MS;
    if (isSilent && !rests) await push(deps, backfill);
  }
}

/**
 * What stopped for want of a token or because of a pause goes on where it stopped. What is still paused stops again.
 */
export async function resumeStopped(deps: Deps): Promise<void> {
  for (const { backfill, wanted } of await underWay(deps)) {
    const { projectId, id, status, problem } = backfill;
    if (status !== 'paused' || wanted === 'cancel') continue;
    if (problem === null || !PASSES.has(problem.code)) continue;
    await deps.backfills.setControl(projectId, { v: 1, id, want: 'run' });
    await push(deps, backfill);
  }
}

interface UnderWay {
  backfill: Backfill;
  wanted: BackfillControl['want'];
}

async function underWay({ settings, backfills }: Deps): Promise<UnderWay[]> {
  const { projects } = await settings.mappingIndex();
  const found: UnderWay[] = [];
  for (const { projectId } of projects) {
    const backfill = await backfills.get(projectId);
    if (backfill === null || !isUnderWay(backfill)) continue;
    found.push({ backfill, wanted: wantOf(backfill, await backfills.control(projectId)) });
  }
  return found;
}

async function push({ backfillQueue, log }: Deps, { projectId, id }: Backfill): Promise<void> {
  log('info', 'backfill-revived', { projectId });
  await backfillQueue.push({ v: 1, projectId, id }, 0);
}
