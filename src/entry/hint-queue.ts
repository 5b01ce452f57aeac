import { Queue } from '@forge/events';
import { concurrencyKey, type Hint } from '../domain/hint';
import type { HintQueue } from '../domain/ports/runtime';

const QUEUE = 'reconcile';

/** Forge takes at most this many events in one push. */
const EVENTS_PER_PUSH = 50;

/** Forge's queue: one reconcile at a time for each pair, by the event's concurrency key. */
export function hintQueue(): HintQueue {
  const queue = new Queue({ key: QUEUE });
  return {
    async push(hints) {
      const events = hints.map(({ hint, delaySeconds }) => ({
        body: body(hint),
        concurrency: { key: concurrencyKey(hint.target), limit: 1 },
        ...(delaySeconds === undefined ? {} : { delayInSeconds: delaySeconds }),
      }));
      for (let from = 0; from < events.length; from += EVENTS_PER_PUSH) {
        await queue.push(events.slice(from, from + EVENTS_PER_PUSH));
      }
    },
  };
}

function body(hint: Hint): Record<string, unknown> {
  return { ...hint };
}
