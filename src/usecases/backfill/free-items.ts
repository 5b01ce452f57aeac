import type { AlignType } from '../../contract/common';
import type { AlignItem } from '../../domain/align-item';
import { ALIGN_TYPES } from '../../domain/align-type';
import { alignKey } from '../../domain/pair';
import type { ProjectContext } from '../sync-context';
import type { BackfillDependencies } from './dependencies';

/** The largest page that Align gives. */
const PAGE = 100;

/**
 * One page of the items of a project, in the order of their ids. A type without a program of its own is listed for
 * the whole site; of these, the items whose parent is paired in the project count as its own.
 * @returns `next` is the id to go on after; null at the end
 */
export async function itemsPage(
  deps: Pick<BackfillDependencies, 'pairs'>,
  { align, mapping }: ProjectContext,
  type: AlignType,
  afterId: number,
): Promise<{ items: AlignItem[]; next: number | null }> {
  const { programId, projectId } = mapping;
  const page = await align.listItems({ type, programIds: [programId], afterId, top: PAGE });
  const last = page[page.length - 1];
  const next = page.length < PAGE || last === undefined ? null : last.id;
  const { parent, hasProgram } = ALIGN_TYPES[type];
  if (hasProgram || parent === null) return { items: page, next };
  const parentOf = ({ parentId }: AlignItem) => ({ type: parent, id: parentId ?? 0 });
  const parents = await deps.pairs.alignRefs(page.map(parentOf));
  const items = page.filter((item) => {
    const record = parents.get(alignKey(parentOf(item)));
    return record?.status === 'paired' && record.projectId === projectId;
  });
  return { items, next };
}

/** Those that nothing belongs to yet. */
export async function freeItems(
  { pairs }: Pick<BackfillDependencies, 'pairs'>,
  items: readonly AlignItem[],
): Promise<AlignItem[]> {
  const records = await pairs.alignRefs(items);
  return items.filter((item) => !item.removed && !records.has(alignKey(item)));
}
