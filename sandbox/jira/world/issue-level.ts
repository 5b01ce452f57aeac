import { byId, ISSUE_TYPES } from './catalog';
import type { Issue, IssueType } from './model';

/** Type of an issue. */
export const typeOf = (issue: Issue): IssueType =>
  byId(ISSUE_TYPES, issue.values.issuetype as string);

/** Whether the issue may stand under that parent: one level below it, sub-tasks in its project. */
export function fitsUnder(issue: Issue, parent: Issue): boolean {
  const type = typeOf(issue);
  if (typeOf(parent).hierarchyLevel !== type.hierarchyLevel + 1) return false;
  return !type.subtask || parent.projectId === issue.projectId;
}
