/**
 * Guarantee: every form in which a side asks to wait is understood: what it stops, by its reason, and for how long, by
 * seconds, by a date, by the reset, or by nothing at all. No wait is shorter than asked for, none has no end.
 */
import fc from 'fast-check';
import {
  alignRateLimit,
  jiraRateLimit,
  LONGEST_WAIT_SECONDS,
  type LimitScope,
} from '../../src/domain/rate-limit';
import { runs } from './property-runs';

const NOW = Date.parse('2026-11-24T10:59:00.250Z');

const headers = (values: Record<string, string>) => new Headers(values);
const ofJira = (values: Record<string, string>) => jiraRateLimit(headers(values), NOW);
const ofAlign = (values: Record<string, string>) => alignRateLimit(headers(values), NOW);

const REASONS: [string, LimitScope][] = [
  ['jira-quota-global-based', 'all'],
  ['jira-quota-tenant-based', 'all'],
  ['jira-cost-based', 'all'],
  ['jira-burst-based', 'endpoint'],
  ['jira-per-issue-on-write', 'issue'],
  ['jira-something-new', 'endpoint'],
];

test.each(REASONS)('the reason %s stops: %s', (reason, scope) => {
  const limit = ofJira({ 'RateLimit-Reason': reason, 'Retry-After': '30' });
  expect(limit).toEqual({ scope, reason, waitSeconds: 30 });
});

test('without a reason the endpoint is stopped in Jira, and everything in Jira Align', () => {
  expect(ofJira({ 'Retry-After': '5' })).toEqual({
    scope: 'endpoint',
    reason: null,
    waitSeconds: 5,
  });
  expect(ofAlign({ 'Retry-After': '5' })).toEqual({ scope: 'all', reason: null, waitSeconds: 5 });
});

const WAITS: [string, Record<string, string>, number][] = [
  ['seconds', { 'Retry-After': '7' }, 7],
  ['a fraction of a second', { 'Retry-After': '1.2' }, 2],
  ['the seconds of a limit that is not enforced yet', { 'Beta-Retry-After': '8' }, 8],
  ['a date', { 'Retry-After': 'Tue, 24 Nov 2026 10:59:20 GMT' }, 20],
  ['the reset', { 'X-RateLimit-Reset': '2026-11-24T11:00:00.000Z' }, 60],
  ['seconds before the reset', { 'Retry-After': '9', 'X-RateLimit-Reset': '2026-11-24T11:00Z' }, 9],
  [
    'the reset for want of seconds',
    { 'Retry-After': '0', 'X-RateLimit-Reset': '2026-11-24T11:00Z' },
    60,
  ],
  ['a reset that is over', { 'X-RateLimit-Reset': '2026-11-24T10:00:00.000Z' }, 60],
  ['nonsense', { 'Retry-After': 'soon', 'X-RateLimit-Reset': 'later' }, 60],
  ['nothing', {}, 60],
  ['more than an hour', { 'Retry-After': '86400' }, LONGEST_WAIT_SECONDS],
];

test.each(WAITS)('a wait by %s', (_, values, seconds) => {
  expect(ofJira(values).waitSeconds).toBe(seconds);
});

test('a quota without any time ends with the UTC hour', () => {
  const at = (iso: string) =>
    jiraRateLimit(headers({ 'RateLimit-Reason': 'jira-quota-tenant-based' }), Date.parse(iso));
  expect(at('2026-11-24T10:59:00.250Z').waitSeconds).toBe(60);
  expect(at('2026-11-24T10:00:00.000Z').waitSeconds).toBe(3_600);
});

test('Jira Align is waited for by seconds, by a date, or for a minute', () => {
  expect(ofAlign({ 'Retry-After': '240' }).waitSeconds).toBe(240);
  expect(ofAlign({ 'Retry-After': 'Tue, 24 Nov 2026 11:01:00 GMT' }).waitSeconds).toBe(120);
  expect(ofAlign({}).waitSeconds).toBe(60);
});

test('whatever the headers say, a wait is a whole number of seconds from 1 to an hour', () => {
  const value = fc.oneof(
    fc.string(),
    fc.double().map(String),
    fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  );
  const now = fc.integer({ min: 0, max: 4e12 });
  fc.assert(
    fc.property(value, value, value, now, (retryAfter, reset, reason, at) => {
      const values: Record<string, string> = {
        'Retry-After': retryAfter,
        'X-RateLimit-Reset': reset,
        'RateLimit-Reason': reason,
      };
      const read = { get: (name: string) => values[name] ?? null };
      for (const limit of [jiraRateLimit(read, at), alignRateLimit(read, at)]) {
        expect(Number.isInteger(limit.waitSeconds)).toBe(true);
        expect(limit.waitSeconds).toBeGreaterThanOrEqual(1);
        expect(limit.waitSeconds).toBeLessThanOrEqual(LONGEST_WAIT_SECONDS);
      }
    }),
    runs,
  );
});
