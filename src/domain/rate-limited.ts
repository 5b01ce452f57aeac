import type { Side } from '../contract/common';
import { RateLimitedError } from './errors';
import type { RateLimit } from './rate-limit';

/** A side has asked to wait, in this answer or in one before. */
export function rateLimited(
  side: Side,
  { scope, reason, waitSeconds }: RateLimit,
): RateLimitedError {
  const who = side === 'jira' ? 'Jira' : 'Jira Align';
  return new RateLimitedError(
    side,
    {
      code: side === 'jira' ? 'JIRA_RATE_LIMITED' : 'ALIGN_RATE_LIMITED',
      message: `${who} asks the app to wait${reason === null ? '' : ` (${reason})`}.`,
      remedy: 'Nothing to do: the work goes on by itself when the limit is lifted.',
    },
    waitSeconds,
    scope,
  );
}
