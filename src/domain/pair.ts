import type { AlignType, FieldName, Side, SystemField } from '../contract/common';
import type { ShownValue } from '../contract/history';
import type { AlignRef } from './align-item';
import type { Decision } from './decision';
import type { Pending } from './pending';
import { sha256, type Stamp } from './stamp';

/** What both sides had for one field when they last agreed. Null: the side's value was never settled. */
export interface FieldBaseline {
  jira: Stamp | null;
  align: Stamp | null;
}

/** What a pair had when its sides last agreed. A field that is absent has never been compared. */
export type Baseline = Readonly<Partial<Record<FieldName, FieldBaseline>>>;

/** A field that one side refused, kept so that the same refusal is reported once and not tried at every hint. */
export interface Refusal {
  /** The value that was refused, as a stamp key. */
  key: string;
  /** Who refused: the app itself, before any request, or the side that was to be written. */
  by: 'app' | Side;
  code: string;
  message: string;
  remedy: string;
  /** What both sides had, where a person is to choose between the two. */
  conflict?: { name?: string; jira: ShownValue | null; align: ShownValue | null };
}

/**
 * Why a pair has ended. What was removed in Align may come back; an issue that is deleted does not, but one that was
 * only hidden does; what a person has taken apart stays so, and so does a pair of before this was noted.
 */
export type UnlinkReason = 'align-removed' | 'jira-deleted' | 'by-person';

/**
 * One Jira issue and its Align item. The only record that decides a write.
 * `creating`: an intent is recorded and the Align item may or may not exist yet.
 * `unlinked`: kept as a tombstone so that neither side is created again.
 */
export interface Pair {
  readonly v: 1;
  readonly issueId: string;
  readonly issueKey: string;
  readonly projectId: string;
  readonly title: string;
  readonly alignType: AlignType;
  readonly alignId: number | null;
  readonly status: 'creating' | 'paired' | 'unlinked';
  /** Rises with every stored change; the store refuses to write over a newer one. */
  readonly revision: number;
  /** Number of the pair's last audit entry. */
  readonly sequence: number;
  readonly baseline: Baseline;
  readonly refused: Readonly<Partial<Record<FieldName, Refusal>>>;
  /** What persons have chosen, until it is carried out or another value asks anew. */
  readonly decisions?: Readonly<Partial<Record<FieldName, Decision>>>;
  /** Jira's `updated` and Align's `lastUpdatedDate` at the last read: a hint not newer than these is stale. */
  readonly jiraUpdated: string | null;
  readonly alignUpdated: string | null;
  /** The Jira field behind each field for which the mapping chose one at the last sync. */
  readonly jiraFields?: Readonly<Partial<Record<SystemField, string>>>;
  readonly jiraStatus: string | null;
  readonly alignState: number | null;
  readonly webLink: { state: 'present' | 'missing'; resolved: boolean; checkedAt: string | null };
  readonly viewInJira: 'present' | 'missing' | 'not-supported';
  readonly lastSyncedAt: string | null;
  /** What a run was about to write, as long as nothing tells what became of it. */
  readonly pending?: Pending | null;
  /** Since when the twin is being created, and under which claim. */
  readonly creation: { at: string; intentKey: string } | null;
  readonly unlinkedBecause?: UnlinkReason;
  /** The issue's type and the item's program at the last sync; absent until they were noted. */
  readonly issueTypeId?: string;
  readonly programId?: number | null;
}

/** The way back from an Align item to its issue. */
export interface AlignRefRecord {
  readonly v: 1;
  readonly status: 'creating' | 'paired' | 'unlinked';
  /** Null while the issue is being created. */
  readonly issueId: string | null;
  readonly projectId: string;
  /** Digest of the mapped values at the last sync: tells a poll whether anything changed, without HTTP. */
  readonly digest: string | null;
  readonly alignUpdated: string | null;
  readonly at: string;
  /**
   * Names the attempt that holds the item while its issue is being created. The store takes what is planned under a
   * claim only as long as it stands. Absent once the item is paired.
   */
  readonly claim?: string;
  /** An issue that was made for the item and could not be read then: as long as it cannot, no other is made. */
  readonly madeIssueId?: string;
  readonly unlinkedBecause?: UnlinkReason;
  /** The item's program at the last sync; absent until it was noted. */
  readonly programId?: number | null;
}

/** A claim on the creation of an Align item that could be confused with another: same type, program and title. */
export interface Intent {
  readonly v: 1;
  readonly issueId: string;
  readonly type: AlignType;
  readonly programId: number | null;
  /** The title the item is created with, whatever becomes of the issue's in the meantime: it is searched by it. */
  readonly title: string;
  readonly at: string;
  /** When a creation was last tried: until some time after that it may still take effect. */
  readonly triedAt: string;
  /** An item of another title that may be the one that was created: taken when nothing else claims it by then. */
  readonly candidate?: number;
}

/** Names an Align item in storage keys, queue keys and logs. */
export function alignKey(ref: AlignRef): string {
  return `${ref.type}:${ref.id}`;
}

/** The Align item of a pair, or null while there is none. */
export function alignRefOf(pair: Pair): AlignRef | null {
  return pair.alignId === null ? null : { type: pair.alignType, id: pair.alignId };
}

/** Key of the claim on a creation: the same for any two items that a search could confuse. */
export function intentKey(type: AlignType, programId: number | null, title: string): string {
  return `${type}:${programId ?? 0}:${sha256(title)}`;
}

/**
 * What of a pair's baseline still speaks of the Jira fields that the mapping chooses now: another field than the one
 * compared before has agreed to nothing.
 */
export function standingBaseline(pair: Pair, chosen: NonNullable<Pair['jiraFields']>): Baseline {
  const before = pair.jiraFields;
  if (before === undefined) return pair.baseline;
  return Object.fromEntries(
    Object.entries(pair.baseline).filter(
      ([field]) => before[field as SystemField] === chosen[field as SystemField],
    ),
  );
}
