import { egressShare, TIMEOUT_SECONDS } from '../domain/run-limits';
import type { BackfillDependencies } from './backfill/dependencies';
import { reviveBackfills } from './backfill/revive';
import { checkProjects, type CheckProjectsDependencies } from './check-projects';
import { inTurn } from './in-turn';
import { shareOf } from './run-share';
import { sweepJira } from './sweep-jira';
import { sweepPairs } from './sweep-pairs';
import { upkeep } from './upkeep';

/** Of Forge's 900 seconds; the upkeep has a time of its own, and none keeps the others from their turn. */
const PART_MS = 150_000;

/**
 * All that is done every hour: projects that are gone are found, what changed in Jira is swept, then Align with all
 * that waits, once a day all pairs; and backfills that have come to a halt are taken up again.
 * @throws what the first part that failed has thrown, after the others have run
 */
export async function hourly(
  deps: BackfillDependencies & CheckProjectsDependencies,
): Promise<void> {
  const share = () =>
    shareOf(deps, { ms: PART_MS, alignRequests: egressShare(TIMEOUT_SECONDS.upkeep) });
  await inTurn([
    () => checkProjects(deps),
    () => sweepJira(deps, share()),
    () => upkeep(deps),
    () => sweepPairs(deps, share()),
    () => reviveBackfills(deps),
  ]);
}
