import type { ConnectionView } from '../contract/connection';
import type { PausedProject, PauseView } from '../contract/pause';
import { allOf } from '../domain/all-of';
import { MASS_REMOVAL, type Pause } from '../domain/pause';
import type { Dependencies } from './dependencies';

type ViewDeps = Pick<Dependencies, 'pauses' | 'settings' | 'parked'>;

/** What is paused, for the admin page. */
export async function viewPauses(
  deps: ViewDeps,
): Promise<Pick<ConnectionView, 'paused' | 'pausedProjects'>> {
  const { projects } = await deps.settings.mappingIndex();
  const [all, paused] = await allOf([
    deps.pauses.ofAll(),
    deps.pauses.ofProjects(projects.map(({ projectId }) => projectId)),
  ]);
  const pausedProjects = await allOf(
    [...paused].map(([projectId, pause]) => ofProject(deps, projectId, pause)),
  );
  return { paused: all === null ? null : view(all), pausedProjects };
}

async function ofProject(
  { settings, parked }: ViewDeps,
  projectId: string,
  pause: Pause,
): Promise<PausedProject> {
  const mapping = await settings.mapping(projectId);
  const asked = pause.problem.code === MASS_REMOVAL;
  const waiting = asked ? (await parked.list({ projectId, limit: 100 })).items : [];
  return {
    ...view(pause),
    projectId,
    projectKey: mapping?.projectKey ?? projectId,
    projectName: mapping?.projectName ?? projectId,
    removals: waiting.filter(({ problem }) => problem.code === MASS_REMOVAL).length,
  };
}

const view = ({ at, by, problem }: Pause): PauseView => ({ at, by, problem });
