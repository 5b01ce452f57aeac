import type { Actor, AlignType } from '../contract/common';

/** A Jira user as an issue names it. `email` is absent when the person hides it. */
export interface JiraPerson {
  accountId: string;
  name: string;
  email: string | null;
}

/** A status of a Jira workflow. */
export interface JiraStatus {
  id: string;
  name: string;
  /** Jira's status category key. */
  category: 'new' | 'indeterminate' | 'done' | 'undefined';
}

/** One field of one entry of an issue's changelog. */
export interface JiraChange {
  /** Jira field id, e.g. `summary`, `customfield_10016`; for older entries the field's name. */
  fieldId: string;
  at: string;
  by: Actor | null;
  /** The value after the change, as Jira writes it out; null for none. */
  to: string | null;
}

/** The entity property `align.link`: names the Align item that an issue was created for or is paired with. */
export interface AlignMark {
  alignType: AlignType;
  alignId: number;
}

/** Ids of the mapped fields that every issue is read with; the others are read where a mapping names them. */
export const FIELDS_OF_EVERY_ISSUE = [
  'summary',
  'description',
  'status',
  'assignee',
  'labels',
  'parent',
] as const;

/** What the app reads of a Jira issue: only the mapped fields. */
export interface JiraIssue {
  id: string;
  key: string;
  projectId: string;
  issueTypeId: string;
  /** ISO 8601, UTC, milliseconds. */
  updated: string;
  summary: string;
  /** Atlassian Document Format, or null. */
  description: unknown;
  status: JiraStatus;
  assignee: JiraPerson | null;
  labels: readonly string[];
  /** The other fields that the mapping names, by Jira field id, as REST answers them. */
  fields: Readonly<Record<string, unknown>>;
  parentId: string | null;
  /** Issue type of the parent; null when there is none, or the answer does not tell. */
  parentTypeId: string | null;
  creator: Actor | null;
  mark: AlignMark | null;
  /** Newest first; may be a part of the whole changelog. */
  changes: readonly JiraChange[];
}
