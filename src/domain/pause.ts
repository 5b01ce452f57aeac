import type { Actor, Problem } from '../contract/common';
import { SyncError, type Retry } from './errors';
import type { Hint } from './hint';

/** Says that nothing is written for a project, or for any. Kept apart from what a run writes. */
export interface Pause {
  readonly v: 1;
  readonly at: string;
  /** Null: the app itself has paused. */
  readonly by: Actor | null;
  readonly problem: Problem;
}

/** Code of everything that waits for the end of a pause. */
export const SYNC_PAUSED = 'SYNC_PAUSED';

/** Code of a pause by the guard, and of the removals that wait for an answer. */
export const MASS_REMOVAL = 'MASS_REMOVAL';

/** Code of a pause because the project is in Jira's trash, or deleted for good. */
export const PROJECT_DELETED = 'PROJECT_DELETED';

/** Code of a pause because Jira does not know the project, as far as the sweep can tell. */
export const PROJECT_NOT_FOUND = 'PROJECT_NOT_FOUND';

/** Work that is kept until a pause has ended. */
export class PausedError extends SyncError {
  override readonly retry: Retry = { kind: 'never' };
  constructor({ code, message, remedy }: Problem) {
    super({ code, message, remedy });
  }
}

/**
 * Whether a hint has to be kept while nothing is synced: what it speaks of is found again by no poll and no sweep.
 * All else is, because both go on from where they were when the pause began.
 */
export function outlastsPause(hint: Pick<Hint, 'deleted' | 'rare'>): boolean {
  return hint.deleted || hint.rare === true;
}

/** What a kept hint says of itself. Removals that wait for an answer are told from those that only wait. */
export function keptProblem({ code, message }: Problem): Problem {
  if (code === MASS_REMOVAL) return { code, message, remedy: ANSWER_REMEDY };
  return { code: SYNC_PAUSED, message, remedy: 'Resume the sync: it is then looked at again.' };
}

/** What a person can do about removals that the guard has stopped. */
export const ANSWER_REMEDY =
  'Say on the Connection tab whether the removals are to be applied, or the pairs are only to be taken apart.';

/** A pause that a person asked for. */
export function pausedBy(by: Actor, at: string, what: string): Pause {
  const { side, id, name } = by;
  return {
    v: 1,
    at,
    by: { side, id, name },
    problem: {
      code: SYNC_PAUSED,
      message: `${name} paused ${what}.`,
      remedy: 'Resume the sync when it is to go on. What happened meanwhile is then found.',
    },
  };
}

/** What a project that is switched off says of work that has to wait for it. */
export function switchedOff(projectKey: string): Problem {
  return {
    code: SYNC_PAUSED,
    message: `The sync of ${projectKey} is switched off.`,
    remedy: 'Switch it on again: it is then looked at. If that is not wanted, unlink the pair.',
  };
}
