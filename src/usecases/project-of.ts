import type { ProjectMapping } from '../contract/mapping';
import type { AlignItem } from '../domain/align-item';
import { ALIGN_TYPES } from '../domain/align-type';
import type { Dependencies } from './dependencies';

/** The mapping of a project, or null when the project is not synced. */
export async function activeMapping(
  deps: Pick<Dependencies, 'settings'>,
  projectId: string,
): Promise<ProjectMapping | null> {
  const mapping = await deps.settings.mapping(projectId);
  return mapping?.enabled === true ? mapping : null;
}

/**
 * The project in which a new Align item becomes an issue, and since when. An item without a program of its own goes
 * where its parent is.
 */
export async function projectForItem(
  deps: Pick<Dependencies, 'settings' | 'pairs'>,
  item: AlignItem,
): Promise<{ projectId: string; since: string } | null> {
  const { projects } = await deps.settings.mappingIndex();
  const parentType = ALIGN_TYPES[item.type].parent;
  const parent =
    item.programId === null && parentType !== null && item.parentId !== null
      ? await deps.pairs.alignRef({ type: parentType, id: item.parentId })
      : null;
  const found = projects.find(
    (project) =>
      project.enabled &&
      project.createInJira &&
      (item.programId === null
        ? project.projectId === parent?.projectId
        : project.programId === item.programId),
  );
  return found ?? null;
}
