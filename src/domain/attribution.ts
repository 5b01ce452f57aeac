import type { Actor } from '../contract/common';
import type { AlignItem } from './align-item';
import type { JiraChange } from './issue';

/** When and by whom a value was made, as far as its application says. */
export interface Authorship {
  by: Actor | null;
  at: string | null;
}

/** Newest entry of a Jira changelog for one of the field ids, not older than `since`. */
export function jiraAuthor(
  changes: readonly JiraChange[],
  fieldIds: readonly string[],
  since: string | null,
): Authorship | null {
  const from = since === null ? -Infinity : Date.parse(since);
  const entry = changes.find(
    (change) => fieldIds.includes(change.fieldId) && Date.parse(change.at) >= from,
  );
  return entry === undefined ? null : { by: entry.by, at: entry.at };
}

/**
 * Edits of a field that a person made after the app's last read and that the app then wrote over without having seen
 * them. Jira takes no condition with a write, so this cannot be prevented, only found: the changelog keeps both.
 * @param since Jira's `updated` at that read; an edit at that very time was part of what was read
 */
export function overwrittenEdits(
  changes: readonly JiraChange[],
  fieldIds: readonly string[],
  since: string | null,
  ownAccountId: string,
): JiraChange[] {
  if (since === null) return [];
  const unseen = changes.filter(
    (change) => fieldIds.includes(change.fieldId) && Date.parse(change.at) > Date.parse(since),
  );
  const lastOwn = unseen.findIndex((change) => change.by?.id === ownAccountId);
  if (lastOwn < 0) return [];
  return unseen.slice(lastOwn + 1).filter((change) => change.by?.id !== ownAccountId);
}

/**
 * Align names the last editor of an item, not of a field. When that is the app's own account, the person behind an
 * earlier change is not known, and none is invented.
 */
export function alignAuthor(item: AlignItem, ownUid: string): Authorship {
  const uid = item.updatedBy ?? item.createdBy;
  if (uid === null || uid === ownUid) return { by: null, at: item.updated };
  return { by: { side: 'align', id: uid, name: uid }, at: item.updated };
}
