import type { ProjectMapping } from '../contract/mapping';

/** What is done on the side that is still there. `unlink` leaves it as it is. */
export type RemovalAction =
  | { kind: 'unlink' }
  /** Of the issue. */
  | { kind: 'transition'; statusId: string }
  | { kind: 'delete' }
  /** Of the Align item. */
  | { kind: 'cancel' }
  | { kind: 'recycle' };

/** A person's answer to many removals at once: what the mapping says, or nothing but the end of the pairs. */
export type RemovalAnswer = 'apply' | 'unlink';

type Policy = Pick<ProjectMapping, 'whenItemRemoved' | 'removedStatusId' | 'whenIssueDeleted'>;

/**
 * What a removal on one side does on the other. Without a mapping, or when a person wants the two apart, nothing.
 * @param gone what is no longer there
 */
export function removalAction(
  gone: 'jira' | 'align' | 'neither',
  policy: Policy | null,
  answer: RemovalAnswer | null,
): RemovalAction {
  if (gone === 'neither' || policy === null || answer === 'unlink') return { kind: 'unlink' };
  if (gone === 'jira') return { kind: policy.whenIssueDeleted };
  const { whenItemRemoved: kind, removedStatusId: statusId } = policy;
  if (kind !== 'transition') return { kind };
  return statusId === null ? { kind: 'unlink' } : { kind, statusId };
}
