import { Queue } from '@forge/events';
import * as z from 'zod/mini';
import { JiraId } from '../contract/common';
import { pushEvents } from './push-events';
import type { BackfillMessage, BackfillQueue } from '../usecases/backfill/dependencies';

const QUEUE = 'backfill';

const Message = z.object({ v: z.literal(1), projectId: JiraId, id: z.string() });

/** @throws z.ZodError for a body that no version of the app has written */
export function parseBackfillMessage(body: unknown): BackfillMessage {
  return Message.parse(body);
}

/** Forge's queue: one run at a time for each project. */
export function backfillQueue(): BackfillQueue {
  const queue = new Queue({ key: QUEUE });
  return {
    async push(message, delaySeconds) {
      await pushEvents(queue, [
        {
          body: { ...message },
          delayInSeconds: delaySeconds,
          concurrency: { key: `backfill-${message.projectId}`, limit: 1 },
        },
      ]);
    },
  };
}
