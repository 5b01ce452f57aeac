import { InvocationError, InvocationErrorCode, type AsyncEvent } from '@forge/events';
import { MAX_DELAY_SECONDS } from '../domain/retry';
import { handleHint } from '../usecases/handle-hint';
import { compose } from './composition';
import { parseHint } from './hint-message';

/** Within this much of the end of Forge's 24 hours the event would not be delivered again. */
const LAST_CHANCE_MS = (MAX_DELAY_SECONDS + 60) * 1000;

/** One hint of the queue. A retry goes back to Forge's queue with its pause; nothing waits inside a function. */
export async function reconcile(event: AsyncEvent): Promise<InvocationError | undefined> {
  const deps = compose();
  const window = event.retryContext?.retentionWindow;
  const handled = await handleHint(deps, {
    hint: parseHint(event.body),
    attempt: event.retryContext?.retryCount ?? 0,
    lastChance: window !== undefined && window.remainingTimeMs < LAST_CHANCE_MS,
  });
  if (handled.kind === 'done') return undefined;
  return new InvocationError({
    retryAfter: handled.afterSeconds,
    retryReason: InvocationErrorCode.FUNCTION_RETRY_REQUEST,
    retryData: { code: handled.code },
  });
}
