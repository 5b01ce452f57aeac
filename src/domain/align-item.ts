import type { AlignType } from '../contract/common';

/** An entry of an Align item's `links`. */
export interface AlignLink {
  name: string;
  url: string;
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
  /** Set by the vendor's own Jira connector: the item already belongs to it. */
  foreignKey: string | null;
}

/** Names an Align item. */
export interface AlignRef {
  type: AlignType;
  id: number;
}
