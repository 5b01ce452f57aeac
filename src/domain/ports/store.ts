import type { AuditEntry } from '../../contract/history';
import type { AlignAuth } from '../../contract/connection';
import type { AlignType } from '../../contract/common';
import type { ProjectMapping } from '../../contract/mapping';
import type { AlignRef } from '../align-item';
import type { Backfill, BackfillControl } from '../backfill';
import type { AlignRefRecord, Intent, Pair } from '../pair';
import type { Parked } from '../parked';
import type { Pause } from '../pause';
import type { Unmatched } from '../people-match';
import type { PeopleTable } from '../people-table';
import type { Connection, MappingIndex } from '../settings';
import type { StandingLimits } from '../standing-limits';
import type { KnownWorkflow } from '../workflow';
import type { WorkflowScope } from './jira-workflow';

/** One page of a list. */
export interface Listing<T> {
  items: T[];
  /** For the next page; null at the end. */
  cursor: string | null;
}

/** Which page of a list: of one project or of all, at most `limit` rows. */
export interface ListQuery {
  projectId?: string | undefined;
  cursor?: string | undefined;
  limit: number;
}

/** A claimed Align item as it was when its attempt began or was last renewed. */
export type HeldRef = Pick<AlignRefRecord, 'claim'>;

/** One effect with all its records: stored whole or not at all. */
export interface Commit {
  pair: Pair;
  alignRef: { ref: AlignRef; record: AlignRefRecord } | null;
  /** The claim on the Align item that the commit ends; refused when another attempt holds the item by now. */
  held?: HeldRef | null;
  entries: readonly AuditEntry[];
  /** Key of the claim that the commit ends. */
  endIntent?: string | null;
}

/** Pairs, the way back from Align, claims and history. */
export interface PairStore {
  byIssue(issueId: string): Promise<Pair | null>;
  /** The pairs of these issues, by issue id; issues without one are left out. */
  byIssues(issueIds: readonly string[]): Promise<Map<string, Pair>>;
  alignRef(ref: AlignRef): Promise<AlignRefRecord | null>;
  alignRefs(refs: readonly AlignRef[]): Promise<Map<string, AlignRefRecord>>;
  /** Stores the first record of a pair. False when there is one already. */
  begin(pair: Pair): Promise<boolean>;
  /** Claims an Align item for an issue. False when it is taken. */
  claimAlignRef(ref: AlignRef, record: AlignRefRecord): Promise<boolean>;
  /**
   * Stores something new about a claimed Align item, such as that its creation is tried once more.
   * @throws ConcurrentChangeError when it is no longer held as `held` says
   */
  renewAlignRef(ref: AlignRef, record: AlignRefRecord, held: HeldRef): Promise<void>;
  /** Gives a claimed Align item free. One that another attempt holds by now is left to it. */
  releaseAlignRef(ref: AlignRef, held: HeldRef): Promise<void>;
  intent(key: string): Promise<Intent | null>;
  /** False when another issue holds the claim. */
  claimIntent(key: string, intent: Intent): Promise<boolean>;
  /** Notes on one's own claim that the creation is tried once more. */
  renewIntent(key: string, intent: Intent): Promise<void>;
  releaseIntent(key: string): Promise<void>;
  /**
   * @throws ConcurrentChangeError when the stored pair is newer than the one the commit was planned from, or the Align
   *   item is no longer held
   */
  commit(commit: Commit): Promise<void>;
  list(query: ListQuery): Promise<Listing<Pair>>;
  /**
   * Pairs of a project in the order in which their records were last changed, from a time on.
   * @returns `next`: from where the next page begins, which may hold the last ones of this again; null at the end
   */
  changedFrom(
    projectId: string,
    from: string,
    limit: number,
  ): Promise<{ pairs: Pair[]; next: string | null }>;
  /**
   * The pairs whose records have not changed for the longest, from a time on. `attention`: paired, with a field that
   * is refused. @returns the time from which the next call goes on; null at the end
   */
  longestUntouched(query: {
    status: 'creating' | 'paired' | 'attention';
    after: string | null;
    limit: number;
  }): Promise<{ items: Pair[]; after: string | null }>;
}

/** The history. Entries of a pair are stored with its commit. */
export interface AuditStore {
  /** An entry without a pair of its own, such as a change of settings. */
  add(entry: AuditEntry): Promise<void>;
  list(query: ListQuery & { issueId?: string | undefined }): Promise<Listing<AuditEntry>>;
}

/** Work that waits for a person, one record a pair. */
export interface ParkedStore {
  get(id: string): Promise<Parked | null>;
  put(parked: Parked): Promise<void>;
  remove(id: string): Promise<void>;
  list(query: ListQuery & { code?: string | undefined }): Promise<Listing<Parked>>;
}

/** The connection, its token, and the mappings. The token is kept apart from everything else, as a secret. */
export interface SettingsStore {
  connection(): Promise<Connection | null>;
  saveConnection(connection: Connection): Promise<void>;
  alignAuth(): Promise<AlignAuth | null>;
  saveAlignAuth(auth: AlignAuth): Promise<void>;
  removeAlignAuth(): Promise<void>;
  mappingIndex(): Promise<MappingIndex>;
  mapping(projectId: string): Promise<ProjectMapping | null>;
  saveMapping(mapping: ProjectMapping, index: MappingIndex): Promise<void>;
}

/** What is paused. Each pause has a record of its own, so that nothing else can write over it. */
export interface PauseStore {
  /** The pause of everything. */
  ofAll(): Promise<Pause | null>;
  ofProject(projectId: string): Promise<Pause | null>;
  /** The pauses of these projects, by project id. */
  ofProjects(projectIds: readonly string[]): Promise<Map<string, Pause>>;
  pauseAll(pause: Pause): Promise<void>;
  /** False when the project is paused already: the first pause stays, since the sweeps go on from its time. */
  pauseProject(projectId: string, pause: Pause): Promise<boolean>;
  resumeAll(): Promise<void>;
  resumeProject(projectId: string): Promise<void>;
}

/** What the guard knows of the removals of one project within one hour. */
export interface RemovalTally {
  /** At least so many places are taken. */
  readonly places: number;
  /** The project has at least so many pairs. */
  readonly pairs: number;
}

/** Removals, counted by places that each are taken once: a count that several runs write would lose some. */
export interface RemovalStore {
  /** @param hour names the project and the hour, as do all that follow */
  isCounted(hour: string, issueId: string): Promise<boolean>;
  setCounted(hour: string, issueId: string): Promise<void>;
  /** False when the place is taken. */
  takePlace(hour: string, place: number): Promise<boolean>;
  isTaken(hour: string, place: number): Promise<boolean>;
  tally(hour: string): Promise<RemovalTally>;
  putTally(hour: string, tally: RemovalTally): Promise<void>;
  /** Since when a project's removals are counted: a person's answer begins a new count. */
  countedSince(projectId: string): Promise<string>;
  countAnew(projectId: string, at: string): Promise<void>;
}

/** The backfill of each project, and what a person wants of it. */
export interface BackfillStore {
  get(projectId: string): Promise<Backfill | null>;
  put(backfill: Backfill): Promise<void>;
  control(projectId: string): Promise<BackfillControl | null>;
  setControl(projectId: string, control: BackfillControl): Promise<void>;
}

/** What a side has asked not to be called with for a while. One record for all runs. */
export interface StandingLimitStore {
  get(): Promise<StandingLimits>;
  put(limits: StandingLimits): Promise<void>;
}

/** What was learnt of the workflows. Of two runs that learn at once one may be forgotten: it is learnt again. */
export interface WorkflowStore {
  get(scope: WorkflowScope): Promise<KnownWorkflow | null>;
  put(scope: WorkflowScope, workflow: KnownWorkflow): Promise<void>;
}

/** Where polls and sweeps have got to. */
export interface CursorStore {
  get(name: string): Promise<Cursor | null>;
  put(name: string, cursor: Cursor): Promise<void>;
}

/** How far a poll or a sweep over one type has got. */
export interface Cursor {
  /** Newest `lastUpdatedDate` seen, by Align's clock. */
  watermark: string | null;
  /** Highest id seen by a sweep that is under way. */
  afterId: number;
  ranAt: string;
}

/** A person known on either side. */
export interface Person {
  readonly v: 1;
  readonly uid: string;
  readonly name: string;
  readonly emailHash: string | null;
  /** Jira account, once looked up; null when there is none. */
  readonly accountId: string | null;
  /** Why the account is not certain, or not to be used. */
  readonly unmatched?: Unmatched;
  /** When the other side was last asked; null when it never was. */
  readonly checkedAt: string | null;
}

/** People known on either side. E-mail addresses are kept as hashes only. */
export interface PeopleStore {
  byUid(uid: string): Promise<Person | null>;
  /** The only Align user with this address. */
  byEmailHash(hash: string): Promise<Person | null>;
  put(person: Person): Promise<void>;
  putByEmailHash(hash: string, person: Person): Promise<void>;
  /** The rows that admins have entered. */
  table(): Promise<PeopleTable>;
  /** False when the stored table is not the version before this one: another admin was faster. */
  saveTable(table: PeopleTable): Promise<boolean>;
}

/** Cursor name of the poll for one type. */
export function pollCursor(type: AlignType): string {
  return `poll-${type}`;
}

/** Cursor name of the sweep over one type. */
export function sweepCursor(type: AlignType): string {
  return `sweep-${type}`;
}

/**
 * Cursor name of the daily sweep over a project's pairs. `ranAt`: when it began. `watermark`: up to which change of a
 * record it has come, null when it is done.
 */
export function pairSweepCursor(projectId: string): string {
  return `sweep-pairs-${projectId}`;
}

/** Cursor that says when the last poll came to its end. */
export const LAST_POLL = 'last-poll';
