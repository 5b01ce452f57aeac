import type { ChangeItem, Issue, Person } from './model';
import type { JiraState } from './state';

/** Something that happened to an issue and that apps hear of. */
export interface IssueHappening {
  kind: 'created' | 'updated' | 'deleted' | 'assigned';
  issue: Issue;
  actorId: string;
  viaApp: boolean;
  trace?: string;
  items: ChangeItem[];
  /** Epoch milliseconds. */
  at: number;
}

/** What every operation works on: the state, the clock, and those who want to hear of changes. */
export interface Site {
  state: JiraState;
  now(): number;
  /** Tells apps. */
  announce(happening: IssueHappening): void;
  /** Called after any change of an issue, also of its links and properties, and after its deletion. */
  changed(issue: Issue): void;
  quirks: Quirks;
}

/** Behaviours of Jira Cloud that were not verified against a live site, so both sides can be tried. */
export interface Quirks {
  /** Whether adding or removing a remote link sends `avi:jira:updated:issue`. */
  remoteLinkEvents: boolean;
}

/** The account behind an id, if the site has it. */
export function findPerson(state: JiraState, accountId: string | null): Person | undefined {
  return state.people.find((person) => person.accountId === accountId);
}

/** The next number of a kind of id. */
export function nextId(state: JiraState, counter: keyof JiraState['counters']): number {
  state.counters[counter] += 1;
  return state.counters[counter];
}
