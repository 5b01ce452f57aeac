import type { AlignType } from '../../contract/common';
import type { AlignItem } from '../../domain/align-item';
import { ALIGN_TYPES } from '../../domain/align-type';
import type { JiraIssue } from '../../domain/issue';
import type { ProjectContext } from '../sync-context';

/**
 * Whether an item is where an issue's twin would be: in the program of the mapping. A task names none, so it must
 * stand under the item of the issue's parent.
 */
export async function atPlaceOf(
  { deps, mapping }: ProjectContext,
  type: AlignType,
  { parentId }: JiraIssue,
): Promise<(item: AlignItem) => boolean> {
  if (ALIGN_TYPES[type].hasProgram) return ({ programId }) => programId === mapping.programId;
  const parent = parentId === null ? null : await deps.pairs.byIssue(parentId);
  if (parent?.status !== 'paired') return () => false;
  return (item) => item.parentId === parent.alignId;
}
