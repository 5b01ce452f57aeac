import type { Retry } from './errors';

/** Forge accepts at most this delay for a queued event and for a retry (async events API). */
export const MAX_DELAY_SECONDS = 900;

/** A piece of work is shown as parked from this attempt on, while it goes on being retried. */
export const ATTEMPTS_BEFORE_PARKING = 3;

const FIRST_PAUSE_SECONDS = 10;

/**
 * Seconds until the next try, or null when only a person can help.
 * @param attempt how many tries have failed so far, from 1
 * @param spread 0 to 1: part of the pause that is drawn by chance, so that many items do not return at once
 */
export function pauseBefore(retry: Retry, attempt: number, spread: number): number | null {
  if (retry.kind === 'never') return null;
  if (retry.kind === 'after')
    return clamp(spreadOut(retry.seconds, retry.spreadSeconds ?? 0, spread));
  const doubled = FIRST_PAUSE_SECONDS * 2 ** Math.min(attempt - 1, 10);
  return clamp(doubled * (0.75 + spread / 2));
}

/**
 * Not before the wait is over, and not all at the same second after it. A wait that the queue cannot hold ends earlier:
 * the work then finds that the limit still stands, and waits again.
 */
function spreadOut(seconds: number, most: number, spread: number): number {
  const latest = Math.min(MAX_DELAY_SECONDS, seconds + most);
  const earliest = Math.min(seconds, MAX_DELAY_SECONDS - most);
  return earliest + spread * (latest - earliest);
}

function clamp(seconds: number): number {
  return Math.min(MAX_DELAY_SECONDS, Math.max(1, Math.ceil(seconds)));
}
