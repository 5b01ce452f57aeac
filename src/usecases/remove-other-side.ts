import type { Actor } from '../contract/common';
import type { ProjectMapping } from '../contract/mapping';
import type { AlignItem } from '../domain/align-item';
import { itemName } from '../domain/audit-entry';
import type { JiraIssue } from '../domain/issue';
import type { Pair } from '../domain/pair';
import { removalAction } from '../domain/removal-policy';
import { moveToStatus } from './move-to-status';
import { writerOf } from './record-effect';
import { refusalOf } from './refusal-of';
import type { ProjectContext, SyncContext } from './sync-context';
import type { Unlinking } from './unlink-pair';

/** What was done on the side that was still there. */
export interface Removal {
  code: string;
  /** What the history says of it. */
  message: string;
  remedy: string | null;
  /** Null when nothing was written. */
  writtenAs: Actor | null;
  /** The issue is gone for good, so there is nothing to come back to. */
  issueGone: boolean;
}

/**
 * Does on the other side what the mapping says. Every step can be repeated: what is deleted, moved or cancelled
 * already stays as it is. A side that refuses keeps its item, and the history says what a person can do.
 */
export async function removeOtherSide(
  context: SyncContext,
  pair: Pair,
  { gone, issue, item }: Unlinking,
  mapping: ProjectMapping | null,
): Promise<Removal | null> {
  const action = removalAction(gone, mapping, context.hint.answer ?? null);
  switch (action.kind) {
    case 'unlink':
      return null;
    case 'delete':
      return deleteIssue(context, pair, issue);
    case 'transition':
      return issue === null || mapping === null
        ? null
        : moveIssue({ ...context, mapping }, issue, action.statusId);
    case 'cancel':
    case 'recycle':
      return item === null ? null : removeItem(context, item, action.kind);
  }
}

async function deleteIssue(
  context: SyncContext,
  { issueKey }: Pair,
  issue: JiraIssue | null,
): Promise<Removal> {
  const deleted: Removal = {
    code: 'ISSUE_DELETED',
    message: `${issueKey} was deleted in Jira, as the mapping says.`,
    remedy: null,
    writtenAs: writerOf(context, 'to-jira'),
    issueGone: true,
  };
  // An earlier attempt may have been ended after it had deleted the issue; one that is hidden looks the same.
  if (issue === null) {
    return {
      ...deleted,
      message: `${issueKey} can no longer be read: it was deleted in Jira, as the mapping says, or is hidden from the app.`,
      remedy: 'If the issue is still there, delete it in Jira.',
    };
  }
  const refusal = await refusalOf(() => context.deps.jira.deleteIssue(issue.id));
  if (refusal === null) return deleted;
  const remedy =
    'Give the account that the app writes as the Delete Issues permission, and see to the sub-tasks, with which the app deletes no issue. This issue is left to you.';
  return refused(`${issueKey} could not be deleted in Jira and stays as it is: ${refusal}`, remedy);
}

async function moveIssue(
  context: ProjectContext,
  issue: JiraIssue,
  statusId: string,
): Promise<Removal> {
  let { name } = issue.status;
  const refusal = await refusalOf(() =>
    moveToStatus(context, {
      issue,
      // The workflow knows the rest of it.
      target: { id: statusId, name: 'removed', category: 'undefined' },
      known: {},
      stepped: (status) => {
        name = status.name;
      },
    }),
  );
  if (refusal !== null) {
    const remedy =
      'Add the transition to the workflow, or choose another status in the mapping. This issue is left to you.';
    return refused(
      `${issue.key} could not be moved to its status for removed items and stays as it is: ${refusal}`,
      remedy,
    );
  }
  return {
    code: 'ISSUE_TRANSITIONED',
    message: `${issue.key} was moved to "${name}", as the mapping says.`,
    remedy: null,
    writtenAs: writerOf(context, 'to-jira'),
    issueGone: false,
  };
}

/**
 * Whether Align's API takes a cancellation or a deletion is not verified against a live site: when it refuses the one,
 * the other is tried, since both can be undone in Jira Align.
 */
async function removeItem(
  context: SyncContext,
  item: AlignItem,
  wanted: 'cancel' | 'recycle',
): Promise<Removal> {
  const { align } = context;
  const name = itemName(item.type, item.id);
  const done = (how: 'cancel' | 'recycle'): Removal => ({
    code: how === 'cancel' ? 'ITEM_CANCELLED' : 'ITEM_RECYCLED',
    message: `${name} was ${how === 'cancel' ? 'cancelled' : 'put in the recycle bin'} in Jira Align${how === wanted ? ', as the mapping says' : ', since its API did not take what the mapping says'}.`,
    remedy: null,
    writtenAs: writerOf(context, 'to-align'),
    issueGone: true,
  });
  if (item.removed) return done(wanted);
  const other = wanted === 'cancel' ? 'recycle' : 'cancel';
  const send = (how: 'cancel' | 'recycle') =>
    refusalOf(() => (how === 'cancel' ? align.cancelItem(item) : align.recycleItem(item)));
  const first = await send(wanted);
  if (first === null) return done(wanted);
  if ((await send(other)) === null) return done(other);
  const remedy =
    'Cancel it in Jira Align yourself, or choose in the mapping that items stay as they are.';
  return refused(`${name} could not be removed in Jira Align and stays as it is: ${first}`, remedy);
}

function refused(message: string, remedy: string): Removal {
  return { code: 'REMOVAL_REFUSED', message, remedy, writtenAs: null, issueGone: false };
}
