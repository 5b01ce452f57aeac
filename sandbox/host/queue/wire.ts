import { z } from 'zod';
import type { ConsumerModule } from '../manifest';
import { jobRequest, publishRequest } from './event';
import type { EventQueue } from './queue';

const MAX_EVENTS = 50;
const MAX_PUSH_BYTES = 200 * 1024;
const MAX_LONG_RUNNING_EVENT_BYTES = 100 * 1024;
const LONG_RUNNING_SECONDS = 55;

/** An answer of the events service; `body` absent = an empty body. */
export interface QueueAnswer {
  status: number;
  body?: unknown;
}

export interface QueueDoorOptions {
  queue: EventQueue;
  consumers: ConsumerModule[];
  /** Seconds after which an invocation of the consumer's function is stopped. */
  timeoutSeconds: (consumer: ConsumerModule) => number;
  onPush: (events: number) => void;
}

/**
 * Answers a request of @forge/events 3, or undefined when the path is not one of its own. The path
 * keeps the literal braces that the package sends: `/webhook/queue/publish/{contextAri}/...`.
 * Statuses: push 201, too big 413, stats 200, cancel 204, unknown job 404. What Forge answers to a
 * push to a queue without a consumer is not verified; here 400.
 */
export function answerQueue(
  options: QueueDoorOptions,
  path: string,
  body: unknown,
): QueueAnswer | undefined {
  const operation = /^\/webhook\/queue\/(publish|stats|cancel)\//.exec(path)?.[1];
  if (operation === 'publish') return publish(options, body);
  if (operation !== 'stats' && operation !== 'cancel') return undefined;
  const parsed = jobRequest.safeParse(body);
  if (!parsed.success) return refused(z.prettifyError(parsed.error));
  const { queueName, jobId } = parsed.data;
  if (operation === 'cancel') {
    return { status: options.queue.cancel(queueName, jobId) ? 204 : 404 };
  }
  const stats = options.queue.stats(queueName, jobId);
  return stats ? { status: 200, body: stats } : { status: 404 };
}

function publish(options: QueueDoorOptions, body: unknown): QueueAnswer {
  const parsed = publishRequest.safeParse(body);
  if (!parsed.success) return refused(z.prettifyError(parsed.error));
  const { queueName, payload } = parsed.data;
  const consumer = options.consumers.find((c) => c.queue === queueName);
  if (!consumer) return refused(`No consumer in manifest.yml reads the queue ${queueName}.`);
  if (payload.length > MAX_EVENTS) return refused(`A push has at most ${MAX_EVENTS} events.`);
  if (bytes(payload) > MAX_PUSH_BYTES) return tooBig('The events of a push have at most 200 KB.');
  const longRunning = options.timeoutSeconds(consumer) > LONG_RUNNING_SECONDS;
  if (longRunning && payload.some((event) => bytes(event) > MAX_LONG_RUNNING_EVENT_BYTES)) {
    return tooBig(`An event for a consumer of over ${LONG_RUNNING_SECONDS} s has at most 100 KB.`);
  }
  options.queue.publish(parsed.data);
  options.onPush(payload.length);
  return { status: 201, body: {} };
}

const bytes = (value: unknown) => Buffer.byteLength(JSON.stringify(value));
const refused = (message: string): QueueAnswer => ({
  status: 400,
  body: { code: 'BAD_REQUEST', message, errors: [], details: {} },
});
const tooBig = (errorMessage: string): QueueAnswer => ({ status: 413, body: { errorMessage } });
