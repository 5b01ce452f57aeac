import {
  InvocationLimitReachedError,
  PartialSuccessError,
  RateLimitError,
  type PushEvent,
  type Queue,
} from '@forge/events';
import { NEXT_MINUTE, StorageError, type Retry } from '../domain/errors';

/** The part of Forge's queue that is used. */
export type EventQueue = Pick<Queue, 'push'>;

/** Forge takes at most 50 events and 200 KB in one push (Forge async events limits). */
const EVENTS_PER_PUSH = 50;
const BYTES_PER_PUSH = 190_000;

/** Of a push that is taken in part, the rest is pushed again this often. */
const MORE_TRIES = 2;

/**
 * Pushes any number of events, as few pushes as Forge's limits allow.
 * @throws StorageError when the queue does not take them all: the work that queues them is tried again, and what is
 * queued twice does no harm
 */
export async function pushEvents(queue: EventQueue, events: readonly PushEvent[]): Promise<void> {
  for (const batch of batchesOf(events)) {
    let left: readonly PushEvent[] = batch;
    for (let tries = 0; left.length > 0; tries += 1) {
      left = await push(queue, left, tries < MORE_TRIES);
    }
  }
}

/** @returns the events that were not taken and may be pushed again */
async function push(
  queue: EventQueue,
  events: readonly PushEvent[],
  mayRepeat: boolean,
): Promise<readonly PushEvent[]> {
  try {
    await queue.push([...events]);
    return [];
  } catch (error) {
    const failed = mayRepeat && error instanceof PartialSuccessError ? failedIn(error) : [];
    if (failed.length > 0) return failed;
    throw refusalOf(error);
  }
}

/** The package's types call it `event`, the package itself (3.0.8) sets `payload`. */
function failedIn({ failedEvents }: PartialSuccessError): PushEvent[] {
  return failedEvents.flatMap((failed) => {
    const { payload = failed.event } = failed as { payload?: PushEvent };
    return (payload as PushEvent | undefined) === undefined ? [] : [payload];
  });
}

function* batchesOf(events: readonly PushEvent[]): Generator<PushEvent[]> {
  let batch: PushEvent[] = [];
  let bytes = 0;
  for (const event of events) {
    const size = Buffer.byteLength(JSON.stringify(event)) + 1;
    if (batch.length === EVENTS_PER_PUSH || (batch.length > 0 && bytes + size > BYTES_PER_PUSH)) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(event);
    bytes += size;
  }
  if (batch.length > 0) yield batch;
}

function refusalOf(cause: unknown): StorageError {
  if (cause instanceof RateLimitError) return queueBusy(cause);
  if (cause instanceof InvocationLimitReachedError) {
    const message = "Forge's queue takes no more work that follows from one beginning.";
    return refusal('QUEUE_CHAIN_ENDED', message, { kind: 'never' }, cause);
  }
  const message = "Forge's queue did not take the work.";
  return refusal('QUEUE_UNAVAILABLE', message, { kind: 'backoff' }, cause);
}

/** More work than the queue may be given in these minutes. */
export function queueBusy(cause?: unknown): StorageError {
  return refusal('QUEUE_BUSY', "Forge's queue asks the app to wait.", NEXT_MINUTE, cause);
}

const REMEDIES: Readonly<Record<string, string>> = {
  QUEUE_BUSY: 'Nothing to do: the work goes on by itself in a minute or two.',
  QUEUE_CHAIN_ENDED: 'Nothing to do: the work is taken up again within the hour.',
  QUEUE_UNAVAILABLE:
    'Nothing to do: the work is tried again. If it lasts, check the Atlassian status page.',
};

function refusal(code: string, message: string, retry: Retry, cause: unknown): StorageError {
  return new StorageError({ code, message, remedy: REMEDIES[code] ?? '', cause }, retry);
}
