import { NotYetError } from '../domain/errors';
export const SETTLE_MS = { align: 60_000, jira: 120_000 };
export const CLOCK_SKEW_MS = 15 * 60_000;
export const PARENT_ATTEMPTS = 6;
export function requireSettled(side, at, now) {
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
export function waitForParent(what) {
  return new NotYetError(
    {
      code: 'PARENT_FIRST',
      message: `The parent of ${what} is created first.`,
      remedy: 'Nothing to do: parents are created before their children.',
    },
    3,
  );
}
