/** What a 429 stops: every call to the side, one endpoint of it, or the writes to one issue. */
export type LimitScope = 'all' | 'endpoint' | 'issue';

/** What a 429 asks for. */
export interface RateLimit {
  readonly scope: LimitScope;
  /** Jira's own word for it; null when it gives none. */
  readonly reason: string | null;
  /** Whole seconds, from 1 to `LONGEST_WAIT_SECONDS`. */
  readonly waitSeconds: number;
}

interface HeaderReader {
  get(name: string): string | null;
}

/** No limit is believed for longer: Jira's longest is its hour. What asks for more is asked again after it. */
export const LONGEST_WAIT_SECONDS = 3_600;

/** When an answer names no time. */
const DEFAULT_WAIT_SECONDS = 60;

const HOUR_MS = 3_600_000;

/**
 * Reads a 429 of Jira. A used-up quota or cost stops all calls, a burst its endpoint, and too many writes to one issue
 * that issue; a reason that is not known is taken for the endpoint's (Jira rate limiting guide).
 * @param now milliseconds since the epoch
 */
export function jiraRateLimit(headers: HeaderReader, now: number): RateLimit {
  const reason = headers.get('RateLimit-Reason') ?? headers.get('Beta-RateLimit-Reason');
  const scope = scopeOf(reason ?? '');
  const seconds =
    retryAfter(headers.get('Retry-After') ?? headers.get('Beta-Retry-After'), now) ??
    until(Date.parse(headers.get('X-RateLimit-Reset') ?? ''), now) ??
    (scope === 'all' ? untilNextHour(now) : DEFAULT_WAIT_SECONDS);
  return { scope, reason, waitSeconds: bounded(seconds) };
}

/** Reads a 429 of Jira Align, which tells no reason: it stops all calls. */
export function alignRateLimit(headers: HeaderReader, now: number): RateLimit {
  const seconds = retryAfter(headers.get('Retry-After'), now) ?? DEFAULT_WAIT_SECONDS;
  return { scope: 'all', reason: null, waitSeconds: bounded(seconds) };
}

function scopeOf(reason: string): LimitScope {
  if (/quota|cost/i.test(reason)) return 'all';
  return /per-issue/i.test(reason) ? 'issue' : 'endpoint';
}

/** Seconds or a date (RFC 9110). Null when it is neither, or not in the future. */
function retryAfter(value: string | null, now: number): number | null {
  if (value === null || value.trim() === '') return null;
  const seconds = Number(value);
  if (Number.isNaN(seconds)) return until(Date.parse(value), now);
  return seconds > 0 ? seconds : null;
}

function until(time: number, now: number): number | null {
  return time > now ? (time - now) / 1_000 : null;
}

/** Jira gives a new quota at the top of each UTC hour. */
function untilNextHour(now: number): number {
  return (HOUR_MS - (now % HOUR_MS)) / 1_000;
}

function bounded(seconds: number): number {
  return Math.min(LONGEST_WAIT_SECONDS, Math.max(1, Math.ceil(seconds)));
}
