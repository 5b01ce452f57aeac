import { egressShare, TIMEOUT_SECONDS } from '../domain/run-limits';
import type { Parked } from '../domain/parked';
import { syncedProjects } from './active-mappings';
import { nowIso, type Dependencies } from './dependencies';
import { inTurn } from './in-turn';
import { retryParked } from './parked';
import { queueIssues } from './queue-issues';
import { shareOf } from './run-share';
import { sweepAlign } from './sweep-align';

/**
 * Pairs that are looked at in one run, of those that nothing has touched for the longest. A creation that has come to
 * a halt, because its issue was hidden for a while, goes on here, and a field that was refused is tried again.
 */
const CHECKED = { paired: 25, creating: 25, attention: 200 } as const;

/** Forge gives at most this many rows a page. */
const PAGE = 100;

/** Of Forge's 900 seconds and of the requests that go with them: the rest is for what else is done in the hour. */
const SWEEP_MS = 300_000;
const SWEEP_PORTION = 0.7;

/**
 * Sweeps Align, looks at the links of the pairs that have rested longest, and retries what is parked.
 * @throws what the first part that failed has thrown, after the others have run
 */
export async function upkeep(deps: Dependencies): Promise<void> {
  const synced = new Set((await syncedProjects(deps)).map(({ projectId }) => projectId));
  if (synced.size === 0) return;
  const alignRequests = egressShare(TIMEOUT_SECONDS.upkeep) * SWEEP_PORTION;
  await inTurn([
    () => sweepAlign(deps, shareOf(deps, { ms: SWEEP_MS, alignRequests })),
    ...Object.keys(CHECKED).map(
      (status) => () => checkLongestUntouched(deps, status as keyof typeof CHECKED, synced),
    ),
    () => retryParked(deps, { all: true }, { unless: (parked) => rests(parked, synced) }),
  ]);
}

/** What waits for the end of a pause comes back with it, and would only be parked once more. */
function rests({ projectId }: Parked, synced: ReadonlySet<string>): boolean {
  return projectId !== null && !synced.has(projectId);
}

/**
 * In rotation: a pair that cannot be looked at, because it is parked or its project is paused, keeps its place in the
 * list and must not keep the others out.
 */
async function checkLongestUntouched(
  deps: Dependencies,
  status: keyof typeof CHECKED,
  synced: ReadonlySet<string>,
): Promise<void> {
  const name = `upkeep-${status}`;
  const at = nowIso(deps);
  let after = (await deps.cursors.get(name))?.watermark ?? null;
  let looked = 0;
  do {
    const limit = Math.min(PAGE, CHECKED[status] - looked);
    const page = await deps.pairs.longestUntouched({ status, after, limit });
    const pairs = page.items.filter(({ projectId }) => synced.has(projectId));
    await queueIssues(deps, pairs, { source: 'sweep', thorough: true });
    looked += page.items.length;
    after = page.after;
  } while (after !== null && looked < CHECKED[status]);
  await deps.cursors.put(name, { watermark: after, afterId: 0, ranAt: at });
}
