import type { Actor } from '../../contract/common';
import type { JiraFieldOption, StatusOption } from '../../contract/mapping';
import type { AlignRef } from '../align-item';
import type { Choice } from '../choices';
import type { AlignMark, JiraIssue, JiraPerson } from '../issue';
import type { WebLink } from '../web-link';
import type { JiraWorkflowPort } from './jira-workflow';

/** The mark as it is written: what JQL can search for. */
export interface NewMark extends AlignMark {
  alignProgram: number | null;
}

/** An issue to be created. */
export interface NewIssue {
  projectId: string;
  issueTypeId: string;
  /** Jira field ids with their REST values. */
  fields: Readonly<Record<string, unknown>>;
  /** Written with the issue in the same request, so that a repeated creation can be recognised. */
  mark: NewMark;
}

/** A Jira user as a search answers it. */
export interface FoundPerson extends JiraPerson {
  /** Jira refuses to assign anything to an account that is not. */
  active: boolean;
}

/**
 * Work items in Jira, as the sync uses them. Every method throws the domain's errors: `TokenRefusedError`,
 * `ForbiddenError`, `RejectedError`, `RateLimitedError`, `UnavailableError`; `NotFoundError` where a method does not
 * answer null.
 */
export interface JiraPort extends JiraWorkflowPort {
  /**
   * Null when the issue is gone, or hidden from the acting account: Jira does not tell the two apart.
   * @param fieldIds what is read besides the fields of every issue, see `extraJiraFields`
   */
  readIssue(issueId: string, fieldIds: readonly string[]): Promise<JiraIssue | null>;
  createIssue(issue: NewIssue): Promise<{ id: string; key: string }>;
  /** @throws RejectedError with Jira's field ids in `fieldErrors` */
  editIssue(issueId: string, fields: Readonly<Record<string, unknown>>): Promise<void>;
  /** Without its sub-tasks: an issue that has some is refused. One that is gone already is no error. */
  deleteIssue(issueId: string): Promise<void>;
  putWebLink(issueId: string, link: WebLink): Promise<void>;
  /** Null when the issue has no such link. `resolved` is null when Jira does not say. */
  webLink(issueId: string, globalId: string): Promise<{ resolved: boolean | null } | null>;
  removeWebLink(issueId: string, globalId: string): Promise<void>;
  putMark(issueId: string, mark: NewMark): Promise<void>;
  removeMark(issueId: string): Promise<void>;
  /** Ids of issues that carry the mark. Found through JQL, whose index may lag behind. */
  findMarked(ref: AlignRef): Promise<string[]>;
  /** Null when there is no such account, or the app may not see it. */
  findPerson(accountId: string): Promise<FoundPerson | null>;
  /** Everybody with exactly this address, of those whose address the app may see. */
  findPeopleByEmail(email: string): Promise<FoundPerson[]>;
  /** What the fields on the screen of a new issue take, by field id; fields without a list of choices have none. */
  screenChoices(type: {
    projectId: string;
    issueTypeId: string;
  }): Promise<ReadonlyMap<string, readonly Choice<string>[]>>;
  /**
   * The values that the issues of a project changed last have in a custom field, as REST answers them: for fields
   * whose choices no list tells.
   */
  valuesInUse(projectId: string, fieldId: string): Promise<readonly unknown[]>;
}

/** People by their names, for an admin who matches them. */
export interface JiraPeoplePort {
  /** Up to 20 whose name or visible address begins with the text, only those who are active. */
  searchPeople(query: string): Promise<FoundPerson[]>;
}

/** Many issues at once, for a backfill. */
export interface JiraBulkPort {
  /**
   * Issues read as `readIssue` does, in the order of the query. From an index that may lag behind.
   * @param limit at most 100, which is what is asked for without it
   */
  searchIssues(jql: string, fieldIds: readonly string[], limit?: number): Promise<JiraIssue[]>;
  /**
   * Up to 100 issues by their ids, without their changelog. Straight from Jira's records, so no index lags behind; an
   * issue that is gone or hidden is left out.
   */
  readIssues(issueIds: readonly string[], fieldIds: readonly string[]): Promise<JiraIssue[]>;
  /** Jira's own estimate of how many issues a query finds. */
  countIssues(jql: string): Promise<number>;
  /** Marks up to 100 issues with one request. Jira does it in its own time. */
  putMarks(marks: readonly { issueId: string; mark: NewMark }[]): Promise<void>;
}

/** A Jira project. */
export interface JiraProject {
  id: string;
  key: string;
  name: string;
}

/** An issue type of a project, with the statuses of its workflow. Level 1 is an epic, 0 a story, -1 a sub-task. */
export interface JiraIssueType {
  id: string;
  name: string;
  subtask: boolean;
  hierarchyLevel: number;
  statuses: StatusOption[];
}

/** What the set-up pages read of a Jira site. */
export interface JiraSitePort {
  /** Address of the site without a slash at its end. */
  siteUrl(): Promise<string>;
  /** The account that the app's writes are recorded as. */
  actingAccount(): Promise<Actor>;
  listProjects(
    query: string,
    startAt: number,
  ): Promise<{ items: JiraProject[]; next: number | null }>;
  /** @throws NotFoundError */
  project(projectId: string): Promise<JiraProject>;
  issueTypes(projectId: string): Promise<JiraIssueType[]>;
  /** The fields that a mapping may name, besides those that every site has. */
  fields(): Promise<JiraFieldOption[]>;
}

/** Asks Jira, as the person who called, what that person may do. */
export interface PermissionPort {
  isJiraAdmin(): Promise<boolean>;
  isProjectAdmin(projectId: string): Promise<boolean>;
  canBrowseIssue(issueId: string): Promise<boolean>;
}
