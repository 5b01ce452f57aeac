import { z } from 'zod';
import { InvocationFailed } from '../invocation-failed';

/** A delivery is tried again: after how long, and what the next one is told. */
export interface RetryDecision {
  afterMs: number;
  reason: string;
  data: unknown;
}

const MAX_RETRY_AFTER_SECONDS = 900;
const MAX_RETRY_DATA_BYTES = 4 * 1024;
const FIRST_BACK_OFF_MS = 2_000;
const MAX_BACK_OFF_MS = 900_000;

const invocationError = z.object({
  _retry: z.literal(true),
  retryOptions: z
    .object({
      retryAfter: z.number().optional(),
      retryReason: z.string().optional(),
      retryData: z.unknown().optional(),
    })
    .default({ retryData: undefined }),
});

/**
 * Reads what a handler returned: a retry when it is an `InvocationError` of @forge/events (1 to
 * 900 s, at most 4 KB of data), otherwise undefined, which means done.
 * @throws Error when the retry breaks a limit.
 */
export function requestedRetry(result: unknown): RetryDecision | undefined {
  const parsed = invocationError.safeParse(result);
  if (!parsed.success) return undefined;
  const { retryAfter = 1, retryReason, retryData } = parsed.data.retryOptions;
  if (retryAfter > MAX_RETRY_AFTER_SECONDS) {
    throw new Error(`retryAfter is at most ${MAX_RETRY_AFTER_SECONDS} s, not ${retryAfter}.`);
  }
  if (Buffer.byteLength(JSON.stringify(retryData) ?? '') > MAX_RETRY_DATA_BYTES) {
    throw new Error(`retryData has at most ${MAX_RETRY_DATA_BYTES} bytes of JSON.`);
  }
  return {
    afterMs: Math.max(1, retryAfter) * 1000,
    reason: retryReason ?? 'FUNCTION_RETRY_REQUEST',
    data: retryData,
  };
}

/**
 * The retry after a throw, a time-out or a crash: exponential back-off from 2 s to 15 min. Forge
 * documents the back-off and its top, not its first step.
 * @param retryCount How many retries there were before.
 */
export function backOff(error: unknown, retryCount: number): RetryDecision {
  const reason = error instanceof InvocationFailed ? error.code : 'FUNCTION_PLATFORM_UNKNOWN_ERROR';
  const afterMs = Math.min(FIRST_BACK_OFF_MS * 2 ** Math.min(retryCount, 20), MAX_BACK_OFF_MS);
  return { afterMs, reason, data: undefined };
}
