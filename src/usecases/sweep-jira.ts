import type { ProjectMapping } from '../contract/mapping';
import { changedSinceJql } from '../domain/jql';
import { extraJiraFields } from '../domain/fields';
import type { JiraIssue } from '../domain/issue';
import { isConverted } from '../domain/moved';
import type { Pair } from '../domain/pair';
import type { JiraBulkPort } from '../domain/ports/jira';
import { issueDiffers } from '../domain/unlike-baseline';
import { activeMappings } from './active-mappings';
import { isThere, searchAfter } from './after-key';
import { nowIso, type Dependencies } from './dependencies';
import { inTurn } from './in-turn';
import { queueIssues } from './queue-issues';

/** An issue's change may be in Jira's index only minutes later, and the two clocks may differ. */
const OVERLAP_MINUTES = 20;

/** A project that was off for longer is a backfill's work. */
const MOST_MINUTES = 30 * 24 * 60;

export type SweepJiraDependencies = Dependencies & { readonly jiraBulk: JiraBulkPort };

/**
 * Finds what Jira's events have missed: they are not promised to arrive, and none is acted on while a project is
 * switched off. Reads what changed since the last sweep, a hundred issues a request, and queues a hint for each issue
 * that differs from its baseline, or has no pair yet.
 * @returns how many hints were queued
 */
export async function sweepJira(
  deps: SweepJiraDependencies,
  isSpent: () => boolean,
): Promise<number> {
  const active = await activeMappings(deps);
  if (active === null) return 0;
  let queued = 0;
  // A project that was deleted makes Jira refuse its query, which must not end the sweep of the others.
  await inTurn(
    active.mappings.map((mapping) => async () => {
      if (isSpent() || deps.meter.nearLimit === true) return;
      const since = active.sinceByProject.get(mapping.projectId) ?? active.since;
      queued += await sweepProject(deps, mapping, since, isSpent);
    }),
  );
  deps.log('info', 'swept-jira', { queued, points: deps.meter.count.jiraPoints });
  return queued;
}

async function sweepProject(
  deps: SweepJiraDependencies,
  mapping: ProjectMapping,
  since: string,
  isSpent: () => boolean,
): Promise<number> {
  const name = `sweep-jira-${mapping.projectId}`;
  const startedAt = nowIso(deps);
  const last = (await deps.cursors.get(name))?.ranAt ?? since;
  const passed = Math.ceil((deps.now() - Date.parse(last)) / 60_000);
  const minutes = Math.min(MOST_MINUTES, Math.max(0, passed) + OVERLAP_MINUTES);
  let queued = 0;
  let after: string | null = null;
  for (;;) {
    const jql = changedSinceJql(mapping, minutes, after);
    const issues: JiraIssue[] = await searchAfter(after, () =>
      deps.jiraBulk.searchIssues(jql, extraJiraFields(mapping)),
    );
    const end = issues[issues.length - 1];
    if (end === undefined) break;
    queued += await queueMissed(deps, mapping, issues);
    after = end.key;
    // The next sweep looks at the whole time again; what this one has queued is then in step and passed over.
    if (isSpent() || deps.meter.nearLimit === true) return queued;
  }
  // A page begins after the last key of the one before. When that issue was deleted meanwhile, finding nothing more
  // proves nothing: the next sweep then looks at the whole time again.
  if (after !== null && !(await isThere(deps.jiraBulk, mapping.projectId, after))) return queued;
  // From where this sweep began: what changed while it ran is looked at again.
  await deps.cursors.put(name, { watermark: null, afterId: 0, ranAt: startedAt });
  return queued;
}

async function queueMissed(
  deps: SweepJiraDependencies,
  mapping: ProjectMapping,
  issues: readonly JiraIssue[],
): Promise<number> {
  const pairs = await deps.pairs.byIssues(issues.map(({ id }) => id));
  const missed = issues.filter((issue) => isMissed(issue, pairs.get(issue.id), mapping));
  const found = missed.map(({ id: issueId, projectId }) => ({ issueId, projectId }));
  return queueIssues(deps, found, { source: 'sweep' });
}

/** Whether a reconcile would find something that no event has told, judged without another request. */
function isMissed(issue: JiraIssue, pair: Pair | undefined, mapping: ProjectMapping): boolean {
  if (pair === undefined) return true;
  // It was taken for deleted, but the search has found it: it was only hidden.
  if (pair.status === 'unlinked') return pair.unlinkedBecause === 'jira-deleted';
  if (pair.status !== 'paired') return false;
  if (pair.jiraUpdated !== null && Date.parse(issue.updated) <= Date.parse(pair.jiraUpdated)) {
    return false;
  }
  if (issue.projectId !== pair.projectId || isConverted(pair, issue)) return true;
  return issueDiffers(issue, pair, mapping);
}
