import type { AlignItem } from '../../domain/align-item';
import { ALIGN_TYPES } from '../../domain/align-type';
import { title } from '../../domain/fields/title';
import type { JiraIssue } from '../../domain/issue';
import { alignTypeOf } from '../../domain/mapping';
import type { AlignTitlePort } from '../../domain/ports/align';
import type { ProjectContext } from '../sync-context';
import { freeItems } from './free-items';

/**
 * The one free Align item that an issue can be linked to by its title: same type, same program, exactly the same
 * title, not removed, not paired, and not another connector's. With two of them there is no telling, so none is taken.
 */
export async function matchByTitle(
  context: ProjectContext,
  titles: AlignTitlePort,
  issue: JiraIssue,
): Promise<AlignItem | null> {
  const type = alignTypeOf(context.mapping, issue.issueTypeId);
  if (type === null) return null;
  const wanted = title.jira.read(issue);
  const found = await titles.findByTitle(type, wanted);
  if (found.length === 0) return null;
  const isAtPlace = ALIGN_TYPES[type].hasProgram
    ? ({ programId }: AlignItem) => programId === context.mapping.programId
    : await underTwinOfParent(context, issue);
  const free = await freeItems(
    context.deps,
    // A filter of Align's may not tell upper from lower case.
    found.filter(
      (item) => item.foreignKey === null && title.align.read(item) === wanted && isAtPlace(item),
    ),
  );
  return free.length === 1 ? (free[0] ?? null) : null;
}

/** A task names no program. Its title alone says little, so it must stand under the item of the issue's parent. */
async function underTwinOfParent(
  { deps }: ProjectContext,
  { parentId }: JiraIssue,
): Promise<(item: AlignItem) => boolean> {
  const parent = parentId === null ? null : await deps.pairs.byIssue(parentId);
  if (parent?.status !== 'paired') return () => false;
  return (item) => item.parentId === parent.alignId;
}
