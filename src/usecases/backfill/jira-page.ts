import type { BackfillStep } from '../../domain/backfill';
import { SyncError } from '../../domain/errors';
import { extraJiraFields } from '../../domain/fields';
import type { HintTarget } from '../../domain/hint';
import type { JiraIssue } from '../../domain/issue';
import { backfillJql } from '../../domain/jql';
import type { NewMark } from '../../domain/ports/jira';
import { isThere, searchAfter } from '../after-key';
import { PARENT_ATTEMPTS } from '../creation-timing';
import type { ProjectContext } from '../sync-context';
import type { BackfillDependencies } from './dependencies';
import type { Lookup } from './find-twin';
import { handOn, logHandedOn } from './hand-on';
import { lookThrough } from './look-through';
import type { PageResult, PageRun } from './page';
import { lookAtIssue } from './pair-issue';

/** What a page of issues is about. */
export interface JiraPage {
  readonly step: BackfillStep & { side: 'jira' };
  readonly after: string | null;
  /** Null when nothing that is there already is looked for. */
  readonly lookup: Lookup | null;
}

/** A mark that waits to be written together with the others of its page. */
export type Marks = { issueId: string; mark: NewMark }[];

/**
 * One page of issues, read with one request. An issue that fails is handed to the ordinary queue; only what strikes
 * all alike stops the page.
 */
export async function jiraPage(
  deps: BackfillDependencies,
  context: ProjectContext,
  { step, after, lookup }: JiraPage,
  run: PageRun,
): Promise<PageResult> {
  const { projectId } = context.mapping;
  const fieldIds = extraJiraFields(context.mapping);
  const jql = backfillJql(projectId, { of: step.issueTypeIds }, after);
  const issues = await searchAfter(after, () => deps.jiraBulk.searchIssues(jql, fieldIds));
  if (issues.length === 0) {
    const isEnd = after === null || (await isThere(deps.jiraBulk, projectId, after));
    return { counts: {}, next: isEnd ? null : { after: null }, failure: null };
  }
  const pairs = await deps.pairs.byIssues(issues.map(({ id }) => id));
  const marks: Marks = [];
  const failed: HintTarget[] = [];
  const { counts, last, failure } = await lookThrough<JiraIssue>(issues, {
    pairUp: (issue) =>
      lookAtIssue(withLateMarks(context, marks), lookup, issue, pairs.get(issue.id), marks),
    handOn: ({ id: issueId, projectId: of }, error) => {
      logHandedOn(deps, error);
      failed.push({ kind: 'issue', issueId, projectId: of });
    },
    isSpent: run.isSpent,
    checkpoint: async (soFar, { key }) => {
      if (!run.isCheckpointDue()) return;
      await putMarks(deps, marks);
      await handOn(deps, context, failed);
      await run.checkpoint(soFar, key);
    },
  });
  await putMarks(deps, marks);
  await handOn(deps, context, failed);
  // Jira may give fewer than it was asked for, so a page that is not full is not yet the last.
  return { counts, next: { after: last?.key ?? after }, failure };
}

/** Marks are collected and written with one request for the page. */
function withLateMarks(context: ProjectContext, marks: Marks): ProjectContext {
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

/** A mark that does not arrive keeps nothing from being paired: the pair's next reconcile writes it. */
async function putMarks(deps: BackfillDependencies, marks: Marks): Promise<void> {
  const batch = marks.splice(0);
  try {
    await deps.jiraBulk.putMarks(batch);
  } catch (error) {
    if (!(error instanceof SyncError)) throw error;
    deps.log('warn', 'backfill-marks-refused', { code: error.code, marks: batch.length });
  }
}
