/**
 * Guarantee: failed work comes back after a pause that Forge's queue accepts, later each time, unless only a person
 * can help; waiting as long as the other side asks is not cut short below what the queue allows.
 */
import fc from 'fast-check';
import { RateLimitedError, type Retry } from '../../src/domain/errors';
import type { LimitScope } from '../../src/domain/rate-limit';
import { MAX_DELAY_SECONDS, pauseBefore } from '../../src/domain/retry';
import { runs } from './property-runs';

const spread = fc.double({ min: 0, max: 1, noNaN: true });
const attempt = fc.integer({ min: 1, max: 200 });
const anyRetry: fc.Arbitrary<Retry> = fc.oneof(
  fc.constant<Retry>({ kind: 'never' }),
  fc.constant<Retry>({ kind: 'backoff' }),
  fc
    .record({
      seconds: fc.double({ min: -10, max: 1e9, noNaN: true }),
      spreadSeconds: fc.integer({ min: 0, max: 300 }),
    })
    .map((wait): Retry => ({ kind: 'after', ...wait })),
);

test('a pause is a whole number of seconds from 1 to 900, or there is none at all', () => {
  fc.assert(
    fc.property(anyRetry, attempt, spread, (retry, tries, random) => {
      const pause = pauseBefore(retry, tries, random);
      if (retry.kind === 'never') {
        expect(pause).toBeNull();
        return;
      }
      expect(Number.isInteger(pause)).toBe(true);
      expect(pause).toBeGreaterThanOrEqual(1);
      expect(pause).toBeLessThanOrEqual(MAX_DELAY_SECONDS);
    }),
    runs,
  );
});

test('a pause grows from attempt to attempt until it is the longest', () => {
  fc.assert(
    fc.property(attempt, spread, (tries, random) => {
      const pause = pauseBefore({ kind: 'backoff' }, tries, random) ?? 0;
      const next = pauseBefore({ kind: 'backoff' }, tries + 1, random) ?? 0;
      if (pause < MAX_DELAY_SECONDS) expect(next).toBeGreaterThan(pause);
      else expect(next).toBe(MAX_DELAY_SECONDS);
    }),
  );
});

test('chance spreads a pause by a quarter to either side', () => {
  const pauses = [0, 0.5, 1].map((random) => pauseBefore({ kind: 'backoff' }, 4, random));
  expect(pauses).toEqual([60, 80, 100]);
});

test('a side that asks to wait is waited for, as long as the queue can', () => {
  const wait = (seconds: number) => pauseBefore({ kind: 'after', seconds }, 50, 0.5);
  expect(wait(30)).toBe(30);
  expect(wait(0.2)).toBe(1);
  expect(wait(30.2)).toBe(31);
  expect(wait(86_400)).toBe(MAX_DELAY_SECONDS);
});

test('a rate limit names whole seconds, never fewer than the side asked for', () => {
  const details = { code: 'X', message: 'Wait.', remedy: 'Nothing to do.' };
  const limited = new RateLimitedError('align', details, 1.001);
  expect(limited.retryAfterSeconds).toBe(2);
  expect(limited.retry).toMatchObject({ kind: 'after', seconds: 2 });
});

describe('many that wait for the same moment', () => {
  const details = { code: 'X', message: 'Wait.', remedy: 'Nothing to do.' };
  const pauses = (seconds: number, scope: LimitScope) => {
    const { retry } = new RateLimitedError('jira', details, seconds, scope);
    return [0, 0.5, 1].map((random) => pauseBefore(retry, 1, random));
  };

  test('come back one after the other, none before the wait is over', () => {
    expect(pauses(600, 'all')).toEqual([600, 750, 900]);
    expect(pauses(60, 'endpoint')).toEqual([60, 75, 90]);
    expect(pauses(2, 'issue')).toEqual([2, 3, 4]);
  });

  test('come back before it is over where the queue cannot hold them so long, and wait again', () => {
    expect(pauses(3_500, 'all')).toEqual([600, 750, 900]);
    expect(pauses(880, 'all')).toEqual([600, 750, 900]);
    expect(pauses(900, 'endpoint')).toEqual([870, 885, 900]);
  });
});
