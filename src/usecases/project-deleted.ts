import type { Problem } from '../contract/common';
import { PROJECT_DELETED, PROJECT_NOT_FOUND, SYNC_PAUSED } from '../domain/pause';
import { catchUp, type CatchUpDependencies } from './catch-up';
import { nowIso, type Dependencies } from './dependencies';
import { settingEntry } from './setting-entry';

export type ProjectDeletedDependencies = CatchUpDependencies &
  Pick<Dependencies, 'pauses' | 'settings' | 'audit' | 'newId' | 'meter'>;

/**
 * A project is in Jira's trash, or deleted for good, of which its issues tell nothing. It is paused and its pairs stay
 * as they are in Align: a project that comes back goes on where it stopped.
 */
export async function projectDeleted(
  deps: ProjectDeletedDependencies,
  projectId: string,
): Promise<void> {
  await pauseGone(deps, projectId, PROJECT_DELETED, 'was deleted in Jira');
}

/** What Jira has not known twice in a row: deleted without an event that arrived, or hidden from the app. */
export async function projectNotFound(
  deps: ProjectDeletedDependencies,
  projectId: string,
): Promise<void> {
  await pauseGone(
    deps,
    projectId,
    PROJECT_NOT_FOUND,
    'is no longer known to Jira, or hidden from the app',
  );
}

/** A project has come back from the trash. A pause that a person asked for stays. */
export async function projectRestored(
  deps: ProjectDeletedDependencies,
  projectId: string,
): Promise<void> {
  await resumeGone(deps, projectId, [PROJECT_DELETED, PROJECT_NOT_FOUND]);
}

/** The sweep has found a project again that it had missed. What an event told is only taken back by an event. */
export async function projectFound(
  deps: ProjectDeletedDependencies,
  projectId: string,
): Promise<void> {
  await resumeGone(deps, projectId, [PROJECT_NOT_FOUND]);
}

async function pauseGone(
  deps: ProjectDeletedDependencies,
  projectId: string,
  code: string,
  what: string,
): Promise<void> {
  const mapping = await deps.settings.mapping(projectId);
  if (mapping === null) return;
  const problem = {
    code,
    message: `The project ${mapping.projectKey} ${what}. Its sync is paused, and its items stay as they are in Jira Align.`,
    remedy:
      'Restore the project in Jira, or give the app access to it: its sync then goes on. If it is not to come back, switch its sync off.',
  };
  const pause = { v: 1, at: nowIso(deps), by: null, problem } as const;
  if (await deps.pauses.pauseProject(projectId, pause)) await record(deps, projectId, problem);
}

async function resumeGone(
  deps: ProjectDeletedDependencies,
  projectId: string,
  codes: readonly string[],
): Promise<void> {
  const pause = await deps.pauses.ofProject(projectId);
  if (pause === null || !codes.includes(pause.problem.code)) return;
  await deps.pauses.resumeProject(projectId);
  await record(deps, projectId, {
    code: 'PROJECT_RESTORED',
    message: 'The project is back in Jira. Its sync goes on.',
    remedy: null,
  });
  await catchUp(deps, pause.at, { code: SYNC_PAUSED, projectId });
}

async function record(
  deps: ProjectDeletedDependencies,
  projectId: string,
  said: Omit<Problem, 'remedy'> & { remedy: string | null },
): Promise<void> {
  await deps.audit.add(settingEntry(deps, null, { ...said, projectId }, 'sweep'));
}
