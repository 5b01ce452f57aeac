import type { Problem } from '../contract/common';
import type { ProjectMapping } from '../contract/mapping';
import type { AlignItem, AlignRef } from '../domain/align-item';
import { NotFoundError, NotYetError } from '../domain/errors';
import { concurrencyKey, hint as makeHint, isStale, type Hint } from '../domain/hint';
import { extraJiraFields } from '../domain/fields';
import type { JiraIssue } from '../domain/issue';
import { alignRefOf, type Pair } from '../domain/pair';
import { keptProblem, outlastsPause, PausedError } from '../domain/pause';
import { issueUrl } from '../domain/web-link';
import { adoptMarked } from './adopt-marked';
import { createInAlign } from './create-in-align';
import { requireSettled, SETTLE_MS } from './creation-timing';
import { nowIso, type Dependencies } from './dependencies';
import { findOrphan } from './find-orphan';
import { importItem } from './import-item';
import { activeMapping, projectState } from './project-of';
import { reconcilePair } from './reconcile-pair';
import { mayReturn, revivePair } from './revive-pair';
import { openSync, type ProjectContext, type SyncContext } from './sync-context';
import { unlinkPair } from './unlink-pair';

export type ReconcileOutcome =
  | 'stale'
  /** Not synced: no mapping for the project or the type, or the pair was unlinked. */
  | 'skipped'
  | 'in-step'
  | 'written'
  | 'created'
  | 'adopted'
  | 'unlinked'
  /** Nothing is synced at present. */
  | 'paused'
  /** Handed on to the queue of another pair. */
  | 'passed-on';

/**
 * The one function every path ends in: event, poll, sweep, retry and manual resync. The hint says where to look;
 * nothing it carries is applied. A hint that the pair has already seen costs one storage read.
 */
export async function reconcile(
  deps: Dependencies,
  hint: Hint,
  attempt: number,
): Promise<ReconcileOutcome> {
  return hint.target.kind === 'issue'
    ? reconcileIssue(deps, hint, hint.target, attempt)
    : reconcileAlignItem(deps, hint, hint.target.ref, attempt);
}

async function reconcileIssue(
  deps: Dependencies,
  hint: Hint,
  target: { issueId: string; projectId: string | null },
  attempt: number,
): Promise<ReconcileOutcome> {
  const pair = await deps.pairs.byIssue(target.issueId);
  if (pair?.status === 'unlinked' && !mayReturn(hint, pair)) return 'skipped';
  if (pair !== null && isStale(hint, pair)) return 'stale';
  if (pair === null && hint.deleted) return 'skipped';
  const projectId = pair?.projectId ?? target.projectId ?? (await parkedProject(deps, target));
  const { mapping, halt } = await projectState(deps, projectId);
  if (halt !== null) return rest(hint, halt, pair);

  const context = await openSync(deps, hint, attempt);
  if (pair !== null && hint.deleted && (await isGone(context, pair))) return 'unlinked';
  if (pair === null || pair.status === 'creating') {
    return pairUp(context, pair, { issueId: target.issueId, projectId, mapping });
  }
  if (mapping === null) return 'skipped';
  const project = { ...context, mapping };
  return pair.status === 'unlinked' ? revivePair(project, pair) : reconcilePair(project, pair);
}

/** What is parked tells the project of an event that does not, so that the event is no reason to let it go. */
async function parkedProject(
  { parked }: Dependencies,
  { issueId }: { issueId: string },
): Promise<string | null> {
  const id = concurrencyKey({ kind: 'issue', issueId, projectId: null });
  return (await parked.get(id))?.projectId ?? null;
}

/**
 * Nothing is read or written for what is paused. Most of it is found again afterwards.
 * @throws PausedError for what would not be: it is kept among the parked items
 */
function rest(hint: Hint, halt: Problem, pair: Pair | null): 'paused' {
  if (pair !== null && outlastsPause(hint)) throw new PausedError(keptProblem(halt));
  return 'paused';
}

/** A deletion is only believed when the issue cannot be read any more: the event is a hint like any other. */
async function isGone(context: SyncContext, pair: Pair): Promise<boolean> {
  if ((await context.deps.jira.readIssue(pair.issueId, [])) !== null) return false;
  const orphan = pair.alignId === null ? await orphanOf(context, pair) : null;
  const known: Pair = orphan === null ? pair : { ...pair, alignId: orphan.id };
  const ref = alignRefOf(known);
  const item = orphan ?? (ref === null ? null : await context.align.readItem(ref));
  await unlinkPair(context, known, { gone: 'jira', issue: null, item });
  return true;
}

/** An item that was made for the deleted issue without an answer: left alone, it would be taken for a person's. */
async function orphanOf(context: SyncContext, pair: Pair): Promise<AlignItem | null> {
  const key = pair.creation?.intentKey;
  const intent = key === undefined ? null : await context.deps.pairs.intent(key);
  if (key === undefined || intent?.issueId !== pair.issueId) return null;
  requireSettled('align', intent.triedAt, context.deps.now());
  const url = issueUrl(context.connection.jiraSiteUrl, pair.issueKey);
  return findOrphan(context, { key, intent }, url);
}

/** An issue without a pair, its project as far as that is known, and the project's mapping while that is synced. */
interface Unpaired {
  issueId: string;
  projectId: string | null;
  mapping: ProjectMapping | null;
}

async function pairUp(
  context: SyncContext,
  begun: Pair | null,
  target: Unpaired,
): Promise<ReconcileOutcome> {
  const read = await readWithMapping(context, target);
  if (read === null) return 'skipped';
  const { issue, project } = read;
  if (begun === null && issue.mark !== null) {
    const record = await context.deps.pairs.alignRef({
      type: issue.mark.alignType,
      id: issue.mark.alignId,
    });
    if (record?.status === 'creating' && record.issueId === null) {
      return waitForImport(context, issue.mark, record.at);
    }
    if (record === null && (await adoptMarked(project, issue))) return 'adopted';
    // The app made this issue from an item that is gone, or has another issue: it is no reason to make an item.
    if (issue.creator?.id === context.connection.jiraActsAs.id) return 'skipped';
  }
  return createInAlign(project, issue, begun);
}

/** The issue is being made from an Align item at this moment; the run that makes it will pair the two. */
async function waitForImport(
  { deps, hint }: SyncContext,
  mark: { alignType: AlignRef['type']; alignId: number },
  since: string,
): Promise<'passed-on'> {
  if (deps.now() - Date.parse(since) < SETTLE_MS.jira) {
    throw new NotYetError(
      {
        code: 'IMPORT_UNDER_WAY',
        message: 'The issue is being created from a Jira Align item.',
        remedy: 'Nothing to do: it is paired in a moment.',
      },
      30,
    );
  }
  const ref = { type: mark.alignType, id: mark.alignId };
  await deps.queue.push([
    { hint: makeHint({ target: { kind: 'align', ref }, source: hint.source, at: nowIso(deps) }) },
  ]);
  return 'passed-on';
}

/** Nothing tells an issue that was deleted from one that the app may not see. */
function notVisible(projectKey: string, issueId: string): NotFoundError {
  return new NotFoundError('jira', {
    code: 'ISSUE_NOT_VISIBLE',
    message: `An issue of ${projectKey} (id ${issueId}) cannot be read: it was deleted, or the account that the app writes as may not see it.`,
    remedy:
      'Give that account the Browse Projects permission and access to the issue security level. If the issue was deleted, there is nothing to do: after seven days it is no longer asked for.',
  });
}

/** Reads an issue with the fields that its project's mapping names. Null when it is gone or its project is not synced. */
async function readWithMapping(
  context: SyncContext,
  { issueId, projectId, mapping: guess }: Unpaired,
): Promise<{ issue: JiraIssue; project: ProjectContext } | null> {
  const { deps } = context;
  if (projectId !== null && guess === null) return null;
  const issue = await deps.jira.readIssue(issueId, guess === null ? [] : extraJiraFields(guess));
  if (issue === null && guess !== null) throw notVisible(guess.projectKey, issueId);
  if (issue === null) return null;
  if (guess?.projectId === issue.projectId)
    return { issue, project: { ...context, mapping: guess } };
  const mapping = await activeMapping(deps, issue.projectId);
  if (mapping === null) return null;
  const project = { ...context, mapping };
  const fieldIds = extraJiraFields(mapping);
  if (fieldIds.length === 0) return { issue, project };
  const complete = await deps.jira.readIssue(issueId, fieldIds);
  return complete === null ? null : { issue: complete, project };
}

async function reconcileAlignItem(
  deps: Dependencies,
  hint: Hint,
  ref: AlignRef,
  attempt: number,
): Promise<ReconcileOutcome> {
  const record = await deps.pairs.alignRef(ref);
  if (record?.status === 'unlinked') return 'skipped';
  if (record !== null && record.issueId !== null) {
    // The pair's own queue key keeps its runs apart.
    const { issueId, projectId } = record;
    await deps.queue.push([{ hint: { ...hint, target: { kind: 'issue', issueId, projectId } } }]);
    return 'passed-on';
  }
  if ((await deps.pauses.ofAll()) !== null) return 'paused';
  return importItem(await openSync(deps, hint, attempt), ref, record);
}
