import type { AlignType } from '../contract/common';

/** An entry of an Align item's `links`. */
export interface AlignLink {
  name: string;
  url: string;
}

/** A custom field of an Align item. */
export interface AlignCustomField {
  /** Its place in the item's list, by which a write addresses it. */
  position: number;
  /** Its values, one for most kinds; null when it was never set. */
  values: readonly unknown[] | null;
}

/** What the app reads of an Align work item, under one set of names for all types. */
export interface AlignItem {
  type: AlignType;
  id: number;
  title: string;
  /** HTML, or null. */
  description: string | null;
  state: number | null;
  /** An Align uid: digits or a name. */
  ownerUid: string | null;
  tags: readonly string[];
  points: number | null;
  parentId: number | null;
  /** Null for a type that has no program of its own (task). */
  programId: number | null;
  /** ISO 8601, or null: Align leaves it null on many items that were never updated. */
  updated: string | null;
  updatedBy: string | null;
  created: string | null;
  createdBy: string | null;
  /** In the recycle bin or cancelled. */
  removed: boolean;
  /** Null when the answer carried no `links`. */
  links: readonly AlignLink[] | null;
  /** By the names of the API, e.g. `customfield_70026`. Empty when the answer carried none. */
  customFields: Readonly<Record<string, AlignCustomField>>;
  /** Set by the vendor's own Jira connector: the item already belongs to it. */
  foreignKey: string | null;
  more: AlignMore;
}

/** Properties that only some types have; absent where the item's type lacks them. */
export interface AlignMore {
  /** Uid of the person who asked for it. */
  requesterUid?: string | null;
  priority?: number | null;
  /** The dates are days, `YYYY-MM-DD`. */
  startDate?: string | null;
  dueDate?: string | null;
  targetDate?: string | null;
  acceptedDate?: string | null;
  blocked?: boolean;
  blockedReason?: string | null;
  /** The program increment, which the API calls a release. */
  incrementId?: number | null;
  iterationId?: number | null;
  vehicleIds?: readonly number[];
  teamId?: number | null;
}

/** Names an Align item. */
export interface AlignRef {
  type: AlignType;
  id: number;
}

/** Properties of an Align item that the app writes, named alike for all types. */
export type AlignProperty = keyof WrittenValues | keyof AlignMore;

type WrittenValues = Pick<
  AlignItem,
  'title' | 'description' | 'state' | 'ownerUid' | 'tags' | 'points' | 'parentId'
>;

const WRITTEN: ReadonlySet<string> = new Set<keyof WrittenValues>([
  'title',
  'description',
  'state',
  'ownerUid',
  'tags',
  'points',
  'parentId',
]);

/** The item after these of its properties were written. A custom field's place in it is not known from its value. */
export function withValues(
  item: AlignItem,
  values: Readonly<Partial<Record<AlignProperty, unknown>>>,
): AlignItem {
  const entries = Object.entries(values);
  const own = entries.filter(([name]) => WRITTEN.has(name));
  const more = entries.filter(([name]) => !WRITTEN.has(name) && !name.startsWith('custom:'));
  return {
    ...item,
    ...(Object.fromEntries(own) as Partial<WrittenValues>),
    more: { ...item.more, ...(Object.fromEntries(more) as AlignMore) },
  };
}
