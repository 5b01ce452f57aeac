import type { FieldName } from '../contract/common';
import type { ProjectMapping } from '../contract/mapping';
import type { AlignItem } from './align-item';
import { activeFields, codecOf } from './fields';
import { sha256 } from './stamp';

/** Stamp keys of an item's mapped fields. */
export type AlignKeys = Readonly<Partial<Record<FieldName, string>>>;

/** The stamp keys of an item as it is now, for the fields that the mapping keeps in step. */
export function alignKeys(item: AlignItem, mapping: ProjectMapping): AlignKeys {
  const keys: Partial<Record<FieldName, string>> = {};
  for (const field of activeFields(mapping, item.type)) {
    const { align } = codecOf(field, mapping);
    keys[field] = align.stamp(align.read(item), item.type).key;
  }
  return keys;
}

/**
 * Digest of an item's mapped values. A poll compares it with the one stored at the last sync, so that an item which
 * only carries the app's own writes costs no request.
 */
export function alignDigest(keys: AlignKeys): string {
  const sorted = Object.entries(keys).sort(([a], [b]) => (a < b ? -1 : 1));
  return sha256(JSON.stringify(sorted));
}
