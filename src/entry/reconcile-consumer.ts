import { InvocationError, InvocationErrorCode, type AsyncEvent } from '@forge/events';
import * as z from 'zod/mini';
import { MAX_DELAY_SECONDS } from '../domain/retry';
import { handleHint } from '../usecases/handle-hint';
import { compose } from './composition';
import { parcelIn, parseHint } from './hint-message';

/** Within this much of the end of Forge's 24 hours the event would not be delivered again. */
const LAST_CHANCE_MS = (MAX_DELAY_SECONDS + 60) * 1000;

/** What a delivery tells the next one of the same hint. */
const RetryData = z.object({ failures: z.int() });

/** One hint of the queue. A retry goes back to Forge's queue with its pause; nothing waits inside a function. */
export async function reconcile(event: AsyncEvent): Promise<InvocationError | undefined> {
  const deps = compose();
  const parcel = parcelIn(event.body);
  // A push that fails throws, and Forge delivers the parcel again.
  if (parcel !== null) return void (await deps.queue.push(parcel.map((hint) => ({ hint }))));
  const { retryContext } = event;
  const window = retryContext?.retentionWindow;
  const attempt = retryContext?.retryCount ?? 0;
  const handled = await handleHint(deps, {
    hint: parseHint(event.body),
    attempt,
    // After a crash or a time-out Forge hands back no data: then every delivery counts.
    failures: RetryData.safeParse(retryContext?.retryData).data?.failures ?? attempt,
    lastChance: window !== undefined && window.remainingTimeMs < LAST_CHANCE_MS,
  });
  if (handled.kind === 'done') return undefined;
  return new InvocationError({
    retryAfter: handled.afterSeconds,
    retryReason: InvocationErrorCode.FUNCTION_RETRY_REQUEST,
    retryData: { code: handled.code, failures: handled.failures },
  });
}
