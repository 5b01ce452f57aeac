import { Queue } from '@forge/events';
import { StorageError } from '../domain/errors';
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
        await pushed(() => queue.push(events.slice(from, from + EVENTS_PER_PUSH)));
      }
    },
  };
}

/** @throws StorageError when the queue does not take the events: the work that queues them is tried again */
async function pushed(push: () => Promise<unknown>): Promise<void> {
  try {
    await push();
  } catch (cause) {
    throw new StorageError({
      code: 'QUEUE_UNAVAILABLE',
      message: "Forge's queue did not take the work.",
      remedy:
        'Nothing to do: the work is tried again. If it lasts, check the Atlassian status page.',
      cause,
    });
  }
}

function body(hint: Hint): Record<string, unknown> {
  return { ...hint };
}
