import type { AdfDocument } from '../adf/document';
import { documentText } from '../adf/to-text';
import { byId, ISSUE_TYPES, PRIORITIES, RESOLUTIONS, STATUSES } from './catalog';
import { STORY_POINTS_ID } from './fields/default-fields';
import type { Issue } from './model';
import { projectOf } from './access';
import type { JiraState } from './state';

/** An issue in words: what a person sees on its page. */
export interface IssueView {
  id: string;
  key: string;
  project: string;
  type: string;
  summary: string;
  /** Plain text. */
  description: string;
  status: string;
  resolution: string | null;
  priority: string;
  labels: string[];
  /** Account ids. */
  assignee: string | null;
  reporter: string | null;
  creator: string;
  /** Issue key. */
  parent: string | null;
  points: number | null;
  duedate: string | null;
  /** Epoch milliseconds. */
  created: number;
  updated: number;
}

export function viewIssue(state: JiraState, issue: Issue): IssueView {
  const { values } = issue;
  return {
    id: issue.id,
    key: issue.key,
    project: projectOf(state, issue).key,
    type: byId(ISSUE_TYPES, values.issuetype as string).name,
    summary: values.summary as string,
    description: documentText(values.description as AdfDocument | null),
    status: byId(STATUSES, issue.statusId).name,
    resolution: issue.resolutionId === null ? null : byId(RESOLUTIONS, issue.resolutionId).name,
    priority: byId(PRIORITIES, values.priority as string).name,
    labels: [...(values.labels as string[])],
    assignee: values.assignee as string | null,
    reporter: values.reporter as string | null,
    creator: issue.creatorId,
    parent: state.issues.find(({ id }) => id === values.parent)?.key ?? null,
    points: (values[STORY_POINTS_ID] ?? null) as number | null,
    duedate: (values.duedate ?? null) as string | null,
    created: issue.created,
    updated: issue.updated,
  };
}
