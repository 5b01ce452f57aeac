import { NotFoundError } from '../domain/errors';
import type { JiraSitePort } from '../domain/ports/jira';
import { PROJECT_NOT_FOUND } from '../domain/pause';
import { nowIso, type Dependencies } from './dependencies';
import { projectFound, projectNotFound } from './project-deleted';

export type CheckProjectsDependencies = Dependencies & {
  readonly jiraSite: Pick<JiraSitePort, 'project'>;
};

/** How often in a row Jira must not know a project before anything is done: one answer may be a hiccup. */
const MISSED = 2;

/**
 * Hourly: looks whether the mapped projects are still there, since the event of a deletion may be lost. Costs two
 * points a project.
 * @throws what Jira answers besides that it does not know a project
 */
export async function checkProjects(deps: CheckProjectsDependencies): Promise<void> {
  if ((await deps.pauses.ofAll()) !== null) return;
  const { projects } = await deps.settings.mappingIndex();
  for (const { projectId, enabled } of projects) {
    if (!enabled) continue;
    const pause = await deps.pauses.ofProject(projectId);
    if (pause !== null && pause.problem.code !== PROJECT_NOT_FOUND) continue;
    if (await isThere(deps, projectId)) {
      if (pause !== null) await projectFound(deps, projectId);
      await note(deps, projectId, 0);
    } else if (pause === null) {
      const missed = await note(deps, projectId, 1);
      if (missed >= MISSED) await projectNotFound(deps, projectId);
    }
  }
}

async function isThere(
  { jiraSite }: CheckProjectsDependencies,
  projectId: string,
): Promise<boolean> {
  try {
    await jiraSite.project(projectId);
    return true;
  } catch (error) {
    if (error instanceof NotFoundError) return false;
    throw error;
  }
}

/** @returns how often in a row the project was missed; written only when that changes */
async function note(
  deps: CheckProjectsDependencies,
  projectId: string,
  more: 0 | 1,
): Promise<number> {
  const name = `project-missed-${projectId}`;
  const before = (await deps.cursors.get(name))?.afterId ?? 0;
  const missed = more === 0 ? 0 : before + 1;
  if (missed !== before) {
    await deps.cursors.put(name, { watermark: null, afterId: missed, ranAt: nowIso(deps) });
  }
  return missed;
}
