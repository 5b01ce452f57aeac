import { z } from 'zod';

/** At most so many invocations of events with this key at a time, in all queues of an installation. */
const concurrency = z.object({ key: z.string().min(1), limit: z.number().int().min(1) });

/** What a handler asked to have back on the next delivery. */
const retry = z.object({ count: z.number(), reason: z.string(), data: z.unknown().optional() });

/** One async event between its push and its success, drop or cancellation. Times are epoch ms. */
export const queuedEvent = z.object({
  eventId: z.string(),
  jobId: z.string(),
  queueName: z.string(),
  body: z.record(z.string(), z.unknown()),
  delayInSeconds: z.number().optional(),
  concurrency: concurrency.optional(),
  pushedAt: z.number(),
  dueAt: z.number(),
  retry: retry.optional(),
});
export type QueuedEvent = z.output<typeof queuedEvent>;

/** What a consumer's function gets: `AsyncEvent` of @forge/events. */
export interface AsyncEvent {
  body: Record<string, unknown>;
  queueName: string;
  jobId: string;
  eventId: string;
  delayInSeconds?: number;
  concurrency?: { key: string; limit: number };
  retryContext?: {
    retryCount: number;
    retryReason: string;
    retryData: unknown;
    retentionWindow: { startTime: string; remainingTimeMs: number };
  };
}

const MAX_DELAY_SECONDS = 900;

/** Body of a publish request of @forge/events 3. */
export const publishRequest = z.object({
  queueName: z.string(),
  jobId: z.string().min(1),
  type: z.literal('avi:forge:app:event'),
  schema: z.literal('ari:cloud:ecosystem::forge/app-event-2'),
  payload: z
    .array(
      z.strictObject({
        body: z.record(z.string(), z.unknown()),
        delayInSeconds: z.number().min(0).max(MAX_DELAY_SECONDS).optional(),
        concurrency: concurrency.optional(),
      }),
    )
    .min(1),
  time: z.string(),
});
export type PublishRequest = z.output<typeof publishRequest>;

/** Body of a stats or cancel request of @forge/events 3. */
export const jobRequest = z.object({ queueName: z.string(), jobId: z.string(), time: z.string() });
