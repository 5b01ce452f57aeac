import type { AlignType } from '../../contract/common';
import type { AlignUser } from '../../contract/connection';
import type { AlignItem, AlignLink, AlignRef } from '../align-item';
import type { Choice } from '../choices';
import type { AlignCustomProperty, AlignProperty } from '../fields/codec';

/** Properties of an item under the app's own names. */
export type AlignValues = Readonly<Partial<Record<AlignProperty | AlignCustomProperty, unknown>>>;

/** An Align item to be created. */
export interface NewAlignItem {
  programId: number | null;
  values: AlignValues;
  /** Key of the issue, for the texts that Align demands of some types. */
  issueKey: string;
  /** Null when the site is known not to take links. */
  link: AlignLink | null;
}

/** What Align says of an item that it has created. */
export interface CreatedAlignItem {
  id: number;
  /** Null when the answer did not carry the item. */
  item: AlignItem | null;
  /** Whether Align kept the link. Null: the answer does not say. */
  linkKept: boolean | null;
}

/** A program of Jira Align. */
export interface AlignProgram {
  id: number;
  title: string;
}

/** The lists that fields of choices are chosen from. */
export type AlignChoiceKind = 'increment' | 'iteration' | 'vehicle' | 'team';

/** A choice of one of those lists. */
export interface AlignChoice extends Choice<number> {
  /** The team that an iteration is of; null for one of the whole program. */
  readonly teamId: number | null;
}

/** Which items of one type a poll or a sweep asks for. */
export interface ItemQuery {
  type: AlignType;
  /** Only items of these programs; ignored for a type without a program of its own. */
  programIds: readonly number[];
  /** Only items updated or created not before this. An older item without a `lastUpdatedDate` never matches. */
  changedSince?: string;
  /** Only these items, wherever they are. */
  ids?: readonly number[];
  /** Only items with a higher id: pages by key, so that nothing is skipped when items come and go. */
  afterId?: number;
  /** At most 100, the largest page Align gives. */
  top: number;
  skip?: number;
}

/**
 * Work items in Jira Align. Every method throws the domain's errors: `TokenRefusedError`, `ForbiddenError`,
 * `RejectedError`, `RateLimitedError`, `UnavailableError`.
 */
export interface AlignPort {
  /** Null when there is no such item. */
  readItem(ref: AlignRef): Promise<AlignItem | null>;
  createItem(type: AlignType, item: NewAlignItem): Promise<CreatedAlignItem>;
  /** @param item as it was read: a custom field is written by its place in it */
  updateItem(item: AlignItem, values: AlignValues): Promise<void>;
  /** @throws RejectedError when the site takes no links */
  addLink(item: AlignItem, link: AlignLink): Promise<void>;
  removeLink(item: AlignItem, url: string): Promise<void>;
  /** @throws NotFoundError or RejectedError when the site's API does not take it */
  cancelItem(ref: AlignRef): Promise<void>;
  /** Puts the item in the recycle bin. @throws NotFoundError or RejectedError when the site's API does not take it */
  recycleItem(ref: AlignRef): Promise<void>;
  /** @throws RejectedError when the site does not let an item change its program */
  moveToProgram(ref: AlignRef, programId: number): Promise<void>;
  listItems(query: ItemQuery): Promise<AlignItem[]>;
  /** Items of the type that the account has created not before `since`; with a title, those of exactly this title. */
  findCreated(query: {
    type: AlignType;
    title?: string;
    createdBy: string;
    since: string;
  }): Promise<AlignItem[]>;
  /** At most two: enough to tell whether one alone is meant. */
  findUsers(by: { uid: string } | { email: string }): Promise<AlignUser[]>;
  listPrograms(): Promise<AlignProgram[]>;
  /** The choices of a program, and those that are no program's in particular. */
  listChoices(kind: AlignChoiceKind, programId: number): Promise<readonly AlignChoice[]>;
}

/** Users by their names, for an admin who matches them. */
export interface AlignPeoplePort {
  /** Up to 20 with exactly this e-mail address, uid, first, last or full name. */
  searchUsers(query: string): Promise<AlignUser[]>;
}

/** Items by what an issue's twin has, for a backfill that links what exists on both sides. */
export interface AlignTwinPort {
  /** At most 100 items of a type with exactly this title. */
  findByTitle(type: AlignType, title: string): Promise<AlignItem[]>;
  /**
   * At most 100 items of a type that the vendor's connector has linked to the issue of this key.
   * @throws RejectedError when the site's API does not search for it
   */
  findByExternalKey(type: AlignType, key: string): Promise<AlignItem[]>;
}
