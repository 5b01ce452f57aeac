import type { ProjectMapping } from '../contract/mapping';
import type { Pair } from '../domain/pair';
import { ANSWER_REMEDY, keptProblem, MASS_REMOVAL, PausedError, type Pause } from '../domain/pause';
import { GUARD_FLOOR, guardHours, pairsNeeded } from '../domain/removal-guard';
import { nowIso, type Dependencies } from './dependencies';
import { settingEntry } from './setting-entry';
import type { SyncContext } from './sync-context';

/**
 * Lets one removal through, or pauses its project when it would be one too many within an hour.
 *
 * Several runs ask at once, and a count that each of them reads and writes would lose some. So each removal takes a
 * numbered place, which only one run can take; the tally only says where to begin to look for a free one, and a tally
 * that is behind costs a few more looks. It errs to the safe side: the hour before counts as well, and a run that is
 * ended between taking its place and noting its pair takes another place when it is repeated.
 * @throws PausedError `MASS_REMOVAL`
 */
export async function guardRemoval(
  context: SyncContext,
  pair: Pair,
  mapping: Pick<ProjectMapping, 'guardShare' | 'projectKey'>,
): Promise<void> {
  const { deps, hint } = context;
  const { projectId, issueId } = pair;
  if (hint.answer !== undefined || mapping.guardShare >= 1) return;
  const { removals } = deps;
  const since = await removals.countedSince(projectId);
  const { current, before } = guardHours(deps.now());
  const [hour, hourBefore] = [current, before].map((n) => `${projectId}:${since}:${n}`) as [
    string,
    string,
  ];
  if (await removals.isCounted(hour, issueId)) return;
  if (await removals.isCounted(hourBefore, issueId)) return;
  const earlier = await taken(deps, hourBefore);
  let { places, pairs } = await removals.tally(hour);
  for (;;) {
    const place = places + 1;
    const needed = pairsNeeded(earlier + place, mapping.guardShare);
    if (pairs < needed) pairs = await countPairs(deps, projectId, needed * 2);
    if (pairs < needed) throw await pauseFor(context, pair, mapping.projectKey, earlier + place);
    places = place;
    if (await removals.takePlace(hour, place)) break;
  }
  await removals.putTally(hour, { places, pairs });
  await removals.setCounted(hour, issueId);
}

/** Places are taken in order, so the first free one says how many are taken. */
async function taken({ removals }: Dependencies, hour: string): Promise<number> {
  let { places } = await removals.tally(hour);
  if (places === 0 && !(await removals.isTaken(hour, 1))) return 0;
  while (await removals.isTaken(hour, places + 1)) places += 1;
  return places;
}

/** Counts the pairs that are not ended, up to a number: only asked for when the floor is passed. */
async function countPairs(
  { pairs }: Dependencies,
  projectId: string,
  upTo: number,
): Promise<number> {
  if (!Number.isFinite(upTo)) return 0;
  let count = 0;
  let cursor: string | undefined;
  do {
    const page = await pairs.list({ projectId, cursor, limit: 100 });
    count += page.items.filter(({ status }) => status !== 'unlinked').length;
    cursor = page.cursor ?? undefined;
  } while (cursor !== undefined && count < upTo);
  return count;
}

async function pauseFor(
  { deps, hint }: SyncContext,
  { projectId }: Pair,
  projectKey: string,
  removals: number,
): Promise<PausedError> {
  const at = nowIso(deps);
  const problem = {
    code: MASS_REMOVAL,
    message: `More work items of ${projectKey} were removed within an hour than the mapping lets through: this is removal ${removals}, and up to ${GUARD_FLOOR} pass in any case. The project is paused.`,
    remedy: ANSWER_REMEDY,
  };
  const pause: Pause = { v: 1, at, by: null, problem };
  if (await deps.pauses.pauseProject(projectId, pause)) {
    deps.log('warn', 'paused-by-guard', { projectId });
    await deps.audit.add(settingEntry(deps, null, { ...problem, projectId }, hint.source));
  }
  return new PausedError(keptProblem(problem));
}
