import type { ChangeItem, Issue, IssueLink, Person, Project, Actor } from './model';
import type { JiraState } from './state';

/** Something that happened to an issue and that apps hear of. */
export interface IssueHappening extends Circumstances {
  kind: 'created' | 'updated' | 'deleted' | 'assigned';
  issue: Issue;
  items: ChangeItem[];
  /** What Jira calls the change, when it is more than an edit: `issue_moved`. */
  eventTypeName?: string;
}

/** A link between issues that came or went. */
export interface LinkHappening extends Circumstances {
  kind: 'linked' | 'unlinked';
  link: IssueLink;
}

/** A project that went to the trash or came back. */
export interface ProjectHappening extends Circumstances {
  kind: 'softdeleted' | 'restored';
  project: Project;
}

interface Circumstances {
  actorId: string;
  viaApp: boolean;
  trace?: string;
  /** Epoch milliseconds. */
  at: number;
}

export type Happening = IssueHappening | LinkHappening | ProjectHappening;

/** Who did something and when, as every happening tells. */
export function circumstances({ accountId, viaApp, trace }: Actor, at: number): Circumstances {
  return { actorId: accountId, viaApp, ...(trace === undefined ? {} : { trace }), at };
}

/** What every operation works on: the state, the clock, and those who want to hear of changes. */
export interface Site {
  state: JiraState;
  now(): number;
  /** Tells apps. */
  announce(happening: Happening): void;
  /** Called after any change of an issue, also of its links and properties, and after its deletion. */
  changed(issue: Issue): void;
  /** Called after a change of something else than an issue. */
  touched(): void;
  quirks: Quirks;
}

/** Behaviours of Jira Cloud that were not verified against a live site, so both sides can be tried. */
export interface Quirks {
  /** Whether adding or removing a remote link sends `avi:jira:updated:issue`. */
  remoteLinkEvents: boolean;
  /** Whether linking two issues also sends `avi:jira:updated:issue` for both. */
  issueLinkUpdates: boolean;
  /** What reading an archived issue by its id answers: 404, or the issue, whose edits are refused. */
  archivedIssues: 'not-found' | 'read-only';
}

export const DEFAULT_QUIRKS: Quirks = {
  remoteLinkEvents: true,
  issueLinkUpdates: true,
  archivedIssues: 'not-found',
};

/** The account behind an id, if the site has it. */
export function findPerson(state: JiraState, accountId: string | null): Person | undefined {
  return state.people.find((person) => person.accountId === accountId);
}

/** The next number of a kind of id. */
export function nextId(state: JiraState, counter: keyof JiraState['counters']): number {
  state.counters[counter] += 1;
  return state.counters[counter];
}
