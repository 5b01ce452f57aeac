import { ALIGN_TYPES } from '../domain/align-type';
export async function activeMapping(deps, projectId) {
  const mapping = await deps.settings.mapping(projectId);
  return mapping?.enabled === true ? mapping : null;
}
export async function projectForItem(deps, item) {
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
