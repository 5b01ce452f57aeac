import { SyncError, TokenRefusedError } from '../../domain/errors';
import { hint } from '../../domain/hint';
import type { JiraIssue } from '../../domain/issue';
import type { Pair } from '../../domain/pair';
import type { AlignTitlePort } from '../../domain/ports/align';
import type { NewMark } from '../../domain/ports/jira';
import { PARENT_ATTEMPTS } from '../creation-timing';
import { nowIso } from '../dependencies';
import type { ProjectContext } from '../sync-context';
import type { BackfillDependencies } from './dependencies';
import { isPairedMeanwhile, pairIssue } from './pair-issue';
import type { PageResult } from './run';

/** What can become of one issue or item. */
export type Outcomes = Record<'created' | 'linked' | 'skipped' | 'handedOn', number>;

/**
 * One page of issues, read with one request. An issue that fails is handed to the ordinary queue, where it is retried
 * and, if need be, parked with its remedy; only what stops everything stops the page.
 */
export async function jiraPage(
  deps: BackfillDependencies,
  context: ProjectContext,
  jql: string,
  titles: AlignTitlePort | null,
): Promise<PageResult> {
  const issues = await deps.jiraBulk.searchIssues(jql, context.mapping.pointsFieldId);
  const last = issues[issues.length - 1];
  if (last === undefined) return { counts: {}, next: null };
  const pairs = await deps.pairs.byIssues(issues.map(({ id }) => id));
  const counts = { done: 0, created: 0, linked: 0, skipped: 0, handedOn: 0 };
  const marks: { issueId: string; mark: NewMark }[] = [];
  try {
    for (const issue of issues) {
      const outcome = await lookAt(deps, context, marks, titles, issue, pairs.get(issue.id));
      counts[outcome] += 1;
      counts.done += 1;
    }
  } finally {
    await deps.jiraBulk.putMarks(marks);
  }
  // Jira may give fewer than it was asked for, so a page that is not full is not yet the last.
  return { counts, next: last.key };
}

async function lookAt(
  deps: BackfillDependencies,
  context: ProjectContext,
  marks: { issueId: string; mark: NewMark }[],
  titles: AlignTitlePort | null,
  issue: JiraIssue,
  pair: Pair | undefined,
): Promise<keyof Outcomes> {
  // A creation that another run has begun and not ended: the ordinary queue knows how to find what came of it.
  if (pair?.status === 'creating') return handOn(deps, context, issue);
  if (pair !== undefined) return 'skipped';
  return attempt(deps, withLateMarks(context, marks), titles, issue);
}

/**
 * Marks are collected and written with one request for the page. One that does not arrive is found missing by the
 * pair's next reconcile, which writes it.
 */
function withLateMarks(
  context: ProjectContext,
  marks: { issueId: string; mark: NewMark }[],
): ProjectContext {
  const { deps } = context;
  const jira = {
    ...deps.jira,
    putMark: async (issueId: string, mark: NewMark) => void marks.push({ issueId, mark }),
  };
  return {
    ...context,
    deps: { ...deps, jira },
    // Parents went before: what still has none goes on without.
    attempt: PARENT_ATTEMPTS,
    startedAt: deps.now(),
    requestsBefore: { ...deps.meter.count },
  };
}

async function attempt(
  deps: BackfillDependencies,
  context: ProjectContext,
  titles: AlignTitlePort | null,
  issue: JiraIssue,
): Promise<keyof Outcomes> {
  try {
    return await pairIssue(context, titles, issue);
  } catch (error) {
    if (isPairedMeanwhile(error)) return 'skipped';
    if (!(error instanceof SyncError) || stopsAll(error)) throw error;
    return handOn(deps, context, issue);
  }
}

async function handOn(
  deps: BackfillDependencies,
  context: ProjectContext,
  { id: issueId, projectId }: JiraIssue,
): Promise<'handedOn'> {
  const target = { kind: 'issue', issueId, projectId } as const;
  const { actor } = context.hint;
  await deps.queue.push([{ hint: hint({ target, source: 'backfill', at: nowIso(deps), actor }) }]);
  return 'handedOn';
}

/** A refused token and a rate limit strike every issue alike. */
export function stopsAll(error: SyncError): boolean {
  return error instanceof TokenRefusedError || error.code.endsWith('RATE_LIMITED');
}
