import type { Problem } from '../contract/common';
import type { ProjectMapping } from '../contract/mapping';
import { allOf } from '../domain/all-of';
import type { AlignItem } from '../domain/align-item';
import { ALIGN_TYPES } from '../domain/align-type';
import { switchedOff } from '../domain/pause';
import type { Dependencies } from './dependencies';

/** What of a project is synced now. */
export interface ProjectState {
  /** Null when the project is not synced. */
  mapping: ProjectMapping | null;
  /** Why nothing of it is synced for the time being, although it is mapped. */
  halt: Problem | null;
}

/** @param projectId null when it is not known yet: then only a pause of everything counts */
export async function projectState(
  { settings, pauses }: Pick<Dependencies, 'settings' | 'pauses'>,
  projectId: string | null,
): Promise<ProjectState> {
  const [all, own, saved] = await allOf([
    pauses.ofAll(),
    projectId === null ? null : pauses.ofProject(projectId),
    projectId === null ? null : settings.mapping(projectId),
  ]);
  const pause = all ?? own;
  if (pause !== null) return { mapping: null, halt: pause.problem };
  if (saved?.enabled === false) return { mapping: null, halt: switchedOff(saved.projectKey) };
  return { mapping: saved, halt: null };
}

/** The mapping of a project, or null when the project is not synced or paused. */
export async function activeMapping(
  deps: Pick<Dependencies, 'settings' | 'pauses'>,
  projectId: string,
): Promise<ProjectMapping | null> {
  return (await projectState(deps, projectId)).mapping;
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
