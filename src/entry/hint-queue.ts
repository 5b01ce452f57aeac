import { Queue, type PushEvent } from '@forge/events';
import { concurrencyKey, type Hint } from '../domain/hint';
import type { Clock, HintQueue } from '../domain/ports/runtime';
import { HINTS_PER_PARCEL, slotsFor } from '../domain/queue-pace';
import { pushEvents, queueBusy, type EventQueue } from './push-events';

const QUEUE = 'reconcile';

type Queued = Parameters<HintQueue['push']>[0][number];

/**
 * Forge's queue: one reconcile at a time for each pair, by the event's concurrency key. A run that queues more than a
 * minute allows sends the rest ahead in parcels, which are opened in the minutes after it.
 * @param queue Forge's own unless told otherwise
 */
export function hintQueue(now: Clock, queue: EventQueue = new Queue({ key: QUEUE })): HintQueue {
  const used = new Map<number, number>();
  return {
    async push(hints) {
      const slots = slotsFor(used, now(), hints.length);
      if (slots === null) throw queueBusy();
      let from = 0;
      for (const { minute, size, delaySeconds } of slots) {
        const part = hints.slice(from, from + size);
        from += size;
        await pushEvents(queue, delaySeconds === 0 ? part.map(event) : parcels(part, delaySeconds));
        used.set(minute, (used.get(minute) ?? 0) + size);
      }
    },
  };
}

function event({ hint, delaySeconds }: Queued): PushEvent {
  return {
    body: body(hint),
    concurrency: { key: concurrencyKey(hint.target), limit: 1 },
    ...(delaySeconds === undefined ? {} : { delayInSeconds: delaySeconds }),
  };
}

function parcels(hints: readonly Queued[], delayInSeconds: number): PushEvent[] {
  const found: PushEvent[] = [];
  for (let from = 0; from < hints.length; from += HINTS_PER_PARCEL) {
    const part = hints.slice(from, from + HINTS_PER_PARCEL).map(({ hint }) => body(hint));
    found.push({ body: { v: 1, kind: 'parcel', hints: part }, delayInSeconds });
  }
  return found;
}

function body(hint: Hint): Record<string, unknown> {
  return { ...hint };
}
