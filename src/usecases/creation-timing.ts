import type { AlignItem } from '../domain/align-item';
import {
  ForbiddenError,
  NotFoundError,
  NotYetError,
  RateLimitedError,
  RejectedError,
  TokenRefusedError,
} from '../domain/errors';

/**
 * A creation whose answer was lost may still be running on the other side. Before this long after it began, a search
 * that finds nothing proves nothing.
 */
export const SETTLE_MS = { align: 60_000, jira: 120_000 } as const;

/** A clock of the other side may differ from ours by this much. */
export const CLOCK_SKEW_MS = 15 * 60_000;

/** Items older than the mapping are the backfill's work. Without a creation date an item does not count as new. */
export function isNewSince({ created }: Pick<AlignItem, 'created'>, since: string): boolean {
  return created !== null && Date.parse(created) >= Date.parse(since) - CLOCK_SKEW_MS;
}

/** How often the work waits for a parent before it goes on without one. */
export const PARENT_ATTEMPTS = 6;

/** @throws NotYetError while a creation that began at `at` may still be under way */
export function requireSettled(side: 'align' | 'jira', at: string, now: number): void {
  const left = Date.parse(at) + SETTLE_MS[side] - now;
  if (left > 0) {
    throw new NotYetError(
      {
        code: 'CREATION_UNSETTLED',
        message: 'An earlier attempt to create the item got no answer and may still take effect.',
        remedy:
          'Nothing to do: the app looks for the item in a moment, and creates it if it is not there.',
      },
      left / 1000,
    );
  }
}

const WITHOUT_EFFECT = [
  ForbiddenError,
  NotFoundError,
  RateLimitedError,
  RejectedError,
  TokenRefusedError,
] as const;

/** Whether an error proves that a creation did not take effect: the other side has said no. */
export function surelyNotCreated(error: unknown): boolean {
  return WITHOUT_EFFECT.some((kind) => error instanceof kind);
}

/** The work is put off until the parent, whose creation has been queued, is there. */
export function waitForParent(what: string): NotYetError {
  return new NotYetError(
    {
      code: 'PARENT_FIRST',
      message: `The parent of ${what} is created first.`,
      remedy: 'Nothing to do: parents are created before their children.',
    },
    3,
  );
}
