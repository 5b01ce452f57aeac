import type { ProjectMapping } from '../contract/mapping';
import type { AlignItem } from '../domain/align-item';
import { extraJiraFields } from '../domain/fields';
import type { JiraIssue } from '../domain/issue';
import { alignKey, alignRefOf, type Pair } from '../domain/pair';
import type { AlignPort } from '../domain/ports/align';
import type { JiraBulkPort } from '../domain/ports/jira';
import { pairSweepCursor, type Cursor } from '../domain/ports/store';
import { issueDiffers, itemDiffers } from '../domain/unlike-baseline';
import { activeMappings } from './active-mappings';
import { nowIso, type Dependencies } from './dependencies';
import { queueIssues } from './queue-issues';

const PAGE = 100;

/** Ids in one filter: servers of OData refuse filters of more than 100 parts, and an id takes four. */
const IDS_PER_REQUEST = 20;

/** An hourly run that begins a little early counts as a day later all the same. */
const DAY_MS = 23.5 * 60 * 60_000;

/**
 * Pairs that one run looks at. Each costs a point of Jira's hourly 65,000, which all customers share, and about 3 KB of
 * storage reads, of which Forge allows 40 MB a minute.
 */
const PAIRS_PER_RUN = 4_000;

/** Earlier than any record. */
const BEFORE_ALL = '1970-01-01T00:00:00.000Z';

export type SweepPairsDependencies = Dependencies & { readonly jiraBulk: JiraBulkPort };

/**
 * Once a day compares every pair with both sides, a hundred with one request to Jira, and queues a hint for each that
 * differs from its baseline or cannot be seen on one side: what no event, poll or sweep of changes has told, such as a
 * deletion or a move. The hint says nothing of the cause; the reconcile finds it. Goes on at the next run where the
 * share of this one ends.
 * @returns how many hints were queued
 */
export async function sweepPairs(
  deps: SweepPairsDependencies,
  isSpent: () => boolean,
): Promise<number> {
  const active = await activeMappings(deps);
  if (active === null) return 0;
  const align = await deps.align(active.connection);
  let queued = 0;
  let left = PAIRS_PER_RUN;
  const isEnough = () => left <= 0 || isSpent() || deps.meter.nearLimit === true;
  for (const { mapping, sweep } of await dueSweeps(deps, active.mappings)) {
    let place = sweep;
    while (place.watermark !== null && !isEnough()) {
      const page = await deps.pairs.changedFrom(mapping.projectId, place.watermark, PAGE);
      // What a run has synced since the sweep began was compared by that run, and the order is that of the changes.
      const resting = page.pairs.filter((pair) => isResting(pair, place.ranAt));
      queued += await queueUnlike(deps, align, mapping, resting);
      left -= page.pairs.length;
      const isDone = page.next === null || page.next >= place.ranAt;
      place = { ...place, watermark: isDone ? null : page.next };
      await deps.cursors.put(pairSweepCursor(mapping.projectId), place);
    }
    if (isEnough()) break;
  }
  deps.log('info', 'swept-pairs', { queued, pairs: PAIRS_PER_RUN - left });
  return queued;
}

/** Those that are under way or a day old, the one that began longest ago first. */
async function dueSweeps(
  deps: SweepPairsDependencies,
  mappings: readonly ProjectMapping[],
): Promise<{ mapping: ProjectMapping; sweep: Cursor }[]> {
  const now = deps.now();
  const found: { mapping: ProjectMapping; sweep: Cursor; since: string }[] = [];
  for (const mapping of mappings) {
    const last = await deps.cursors.get(pairSweepCursor(mapping.projectId));
    if (last !== null && last.watermark !== null) {
      found.push({ mapping, sweep: last, since: last.ranAt });
    } else if (last === null || now - Date.parse(last.ranAt) >= DAY_MS) {
      const sweep = { watermark: BEFORE_ALL, afterId: 0, ranAt: nowIso(deps) };
      found.push({ mapping, sweep, since: last?.ranAt ?? '' });
    }
  }
  return found.sort((a, b) => (a.since < b.since ? -1 : 1));
}

function isResting({ status, lastSyncedAt }: Pair, since: string): boolean {
  return status === 'paired' && (lastSyncedAt === null || lastSyncedAt < since);
}

async function queueUnlike(
  deps: SweepPairsDependencies,
  align: AlignPort,
  mapping: ProjectMapping,
  pairs: readonly Pair[],
): Promise<number> {
  if (pairs.length === 0) return 0;
  const ids = pairs.map(({ issueId }) => issueId);
  const issues = new Map<string, JiraIssue>();
  for (const issue of await deps.jiraBulk.readIssues(ids, extraJiraFields(mapping))) {
    issues.set(issue.id, issue);
  }
  const items = await itemsOf(align, pairs);
  const unlike = pairs.filter((pair) => {
    const issue = issues.get(pair.issueId);
    const ref = alignRefOf(pair);
    const item = ref === null ? undefined : items.get(alignKey(ref));
    return !isInStep(pair, issue, item, mapping);
  });
  return queueIssues(deps, unlike, { source: 'sweep' });
}

function isInStep(
  pair: Pair,
  issue: JiraIssue | undefined,
  item: AlignItem | undefined,
  mapping: ProjectMapping,
): boolean {
  if (issue === undefined || item === undefined || item.removed) return false;
  if (issue.projectId !== pair.projectId) return false;
  return !issueDiffers(issue, pair, mapping) && !itemDiffers(item, pair, mapping);
}

async function itemsOf(align: AlignPort, pairs: readonly Pair[]): Promise<Map<string, AlignItem>> {
  const found = new Map<string, AlignItem>();
  for (const type of new Set(pairs.map(({ alignType }) => alignType))) {
    const ids = pairs.flatMap((pair) =>
      pair.alignType === type && pair.alignId !== null ? [pair.alignId] : [],
    );
    for (let from = 0; from < ids.length; from += IDS_PER_REQUEST) {
      const some = ids.slice(from, from + IDS_PER_REQUEST);
      const items = await align.listItems({ type, programIds: [], ids: some, top: PAGE });
      for (const item of items) found.set(alignKey(item), item);
    }
  }
  return found;
}
