import { setTimeout as pause } from 'node:timers/promises';
import type { Site } from './site';

/** Jira's events reach the host through a timer of their own. */
const EVENT_MS = 60;

/** Waits until every change made so far has gone through the app, retries included. */
export async function settled(site: Site): Promise<void> {
  await pause(EVENT_MS);
  await site.host.idle({ includeDelayed: true, timeoutMs: 60_000 });
}

/** Runs the poll of Jira Align now and waits until what it found has gone through. */
export async function polled(site: Site): Promise<void> {
  await site.host.runSchedule('poll-align');
  await settled(site);
}
