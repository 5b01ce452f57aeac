import type { Actor } from '../contract/common';
import { ConfigurationError } from '../domain/errors';
import { MASS_REMOVAL, SYNC_PAUSED } from '../domain/pause';
import { catchUp } from './catch-up';
import { settingEntry } from './setting-entry';
import { nowIso, type Dependencies } from './dependencies';
import { retryParked } from './parked';
import type { PauseDependencies } from './pause-sync';
import { requireMapped } from './require-mapped';

/**
 * A person's answer to the removals that the guard has stopped: what the mapping says is done, or the pairs are taken
 * apart and both sides stay as they are. Either way the project goes on. An answer that is cut short leaves the
 * removals parked; the next upkeep then finds them, and the guard asks once more.
 * @throws ConfigurationError `NOT_MAPPED`, or `REMOVALS_ANSWERED` when there is no question any more
 */
export async function answerRemovals(
  deps: PauseDependencies & Pick<Dependencies, 'removals'>,
  { projectId, apply }: { projectId: string; apply: boolean },
  by: Actor,
): Promise<void> {
  const { projectKey } = await requireMapped(deps, projectId);
  const pause = await deps.pauses.ofProject(projectId);
  if (pause?.problem.code !== MASS_REMOVAL) throw answered(projectKey);
  await deps.removals.countAnew(projectId, nowIso(deps));
  await deps.pauses.resumeProject(projectId);
  const what = apply ? 'are applied' : 'only take the pairs apart';
  const message = `Answered for ${projectKey}: the removals that were stopped ${what}.`;
  const code = apply ? 'REMOVALS_APPLIED' : 'REMOVALS_UNLINKED';
  await deps.audit.add(settingEntry(deps, by, { code, message, projectId }));
  const answer = apply ? 'apply' : 'unlink';
  await retryParked(deps, { code: MASS_REMOVAL, projectId }, { answer });
  await catchUp(deps, pause.at, { code: SYNC_PAUSED, projectId });
}

function answered(projectKey: string): ConfigurationError {
  return new ConfigurationError({
    code: 'REMOVALS_ANSWERED',
    message: `No removals of ${projectKey} wait for an answer.`,
    remedy: 'Load the page again.',
  });
}
