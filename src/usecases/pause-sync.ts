import type { Actor } from '../contract/common';
import { ConfigurationError } from '../domain/errors';
import { MASS_REMOVAL, pausedBy, SYNC_PAUSED, ANSWER_REMEDY } from '../domain/pause';
import { settingEntry } from './setting-entry';
import { catchUp, type CatchUpDependencies } from './catch-up';
import { nowIso, type Dependencies } from './dependencies';
import { requireMapped } from './require-mapped';

export type PauseDependencies = CatchUpDependencies &
  Pick<Dependencies, 'pauses' | 'settings' | 'audit' | 'newId' | 'meter'>;

/** Runs that are at work come to their end; none that begins later writes anything until all is resumed. */
export async function pauseAll(deps: PauseDependencies, by: Actor): Promise<void> {
  if ((await deps.pauses.ofAll()) !== null) return;
  await deps.pauses.pauseAll(pausedBy(by, nowIso(deps), 'the sync of all projects'));
  await record(deps, by, { code: 'SYNC_PAUSED', message: 'Paused the sync of all projects.' });
}

/** Goes on from where the pause began. Projects that are paused themselves stay so. */
export async function resumeAll(deps: PauseDependencies, by: Actor): Promise<void> {
  const pause = await deps.pauses.ofAll();
  if (pause === null) return;
  await deps.pauses.resumeAll();
  await record(deps, by, { code: 'SYNC_RESUMED', message: 'Resumed the sync of all projects.' });
  await catchUp(deps, pause.at, { code: SYNC_PAUSED });
}

/** @throws ConfigurationError `NOT_MAPPED` */
export async function pauseProject(
  deps: PauseDependencies,
  projectId: string,
  by: Actor,
): Promise<void> {
  const { projectKey } = await requireMapped(deps, projectId);
  const pause = pausedBy(by, nowIso(deps), `the sync of ${projectKey}`);
  if (!(await deps.pauses.pauseProject(projectId, pause))) return;
  const message = `Paused the sync of ${projectKey}.`;
  await record(deps, by, { code: 'SYNC_PAUSED', message, projectId });
}

/**
 * @throws ConfigurationError `NOT_MAPPED`, or `REMOVALS_UNANSWERED`: what would be removed needs an answer, not only
 * the end of the pause
 */
export async function resumeProject(
  deps: PauseDependencies,
  projectId: string,
  by: Actor,
): Promise<void> {
  const { projectKey } = await requireMapped(deps, projectId);
  const pause = await deps.pauses.ofProject(projectId);
  if (pause === null) return;
  if (pause.problem.code === MASS_REMOVAL) throw unanswered(projectKey);
  await deps.pauses.resumeProject(projectId);
  const message = `Resumed the sync of ${projectKey}.`;
  await record(deps, by, { code: 'SYNC_RESUMED', message, projectId });
  await catchUp(deps, pause.at, { code: SYNC_PAUSED, projectId });
}

async function record(
  deps: PauseDependencies,
  by: Actor,
  { projectId = '', ...said }: { code: string; message: string; projectId?: string },
): Promise<void> {
  await deps.audit.add(settingEntry(deps, by, { ...said, projectId }));
}

function unanswered(projectKey: string): ConfigurationError {
  return new ConfigurationError({
    code: 'REMOVALS_UNANSWERED',
    message: `${projectKey} is paused because many work items were removed at once.`,
    remedy: ANSWER_REMEDY,
  });
}
