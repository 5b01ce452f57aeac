import { isCustom } from '../contract/common';
import type { AlignItem } from '../domain/align-item';
import { codecOf } from '../domain/fields';
import type { FieldWrite } from '../domain/plan';
import type { ProjectContext } from './sync-context';

/** What the creation of an Align item has come to. */
export interface Creation {
  readonly item: AlignItem;
  /** What was written with the item. What was left out is tried alone right after. */
  readonly writes: readonly FieldWrite[];
  /** Whether the answer carried the item; otherwise it is taken to be as it was sent. */
  readonly wasAnswered: boolean;
}

/**
 * The same creation as far as its custom fields go. Only the item tells where each stands in it, so it is read when
 * the answer did not carry it. A site that takes none with a creation need not say so: one that is not there counts
 * as not written, or its absence would pass for somebody's edit and empty the field in Jira.
 */
export async function withCustomFields(
  { align, mapping }: ProjectContext,
  made: Creation,
): Promise<Creation> {
  if (!made.writes.some(({ field }) => isCustom(field))) return made;
  const read = made.wasAnswered ? null : await align.readItem(made.item);
  const item = read ?? made.item;
  const isThere = ({ field }: FieldWrite) => {
    const codec = codecOf(field, mapping).align;
    return codec.stamp(codec.read(item), item.type).shown !== null;
  };
  return { ...made, item, writes: made.writes.filter((w) => !isCustom(w.field) || isThere(w)) };
}
