import { invoke } from '@forge/bridge';
import * as z from 'zod/mini';
import {
  CallError,
  contract,
  type Call,
  type CallErrorCode,
  type Input,
  type Output,
} from '../../../src/contract';

/** Beside the resolver's own codes: the bridge gave up, or the answer did not have the shape agreed on. */
export type FailureCode = CallErrorCode | 'BRIDGE_FAILED' | 'UNREADABLE_ANSWER';

/** A call that did not give a result. `message` and `remedy` come from the resolver, or are empty. */
export class CallFailed extends Error {
  override readonly name = 'CallFailed';
  constructor(
    readonly code: FailureCode,
    message: string,
    readonly remedy: string,
    readonly field?: string,
    readonly retryAfterMs?: number,
  ) {
    super(message);
  }
}

const AnyEnvelope = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), data: z.unknown() }),
  z.object({ ok: z.literal(false), error: CallError }),
]);

/**
 * Calls a resolver function and gives its result in the contract's shape.
 * @throws {CallFailed} for every failure: the resolver's, the bridge's, or an answer that breaks the contract.
 */
export async function call<K extends Call>(key: K, input: Input<K>): Promise<Output<K>> {
  let answer: unknown;
  try {
    answer = await invoke(key, input);
  } catch (cause) {
    throw new CallFailed('BRIDGE_FAILED', cause instanceof Error ? cause.message : '', '');
  }
  const envelope = AnyEnvelope.safeParse(answer);
  if (!envelope.success) throw new CallFailed('UNREADABLE_ANSWER', '', '');
  if (!envelope.data.ok) {
    const { code, message, remedy, field, retryAfterMs } = envelope.data.error;
    throw new CallFailed(code, message, remedy, field, retryAfterMs);
  }
  const output = contract[key].output.safeParse(envelope.data.data);
  if (!output.success) throw new CallFailed('UNREADABLE_ANSWER', '', '');
  return output.data as Output<K>;
}

/** Gives the failure of a query or mutation as a `CallFailed`, whatever was thrown. */
export function asCallFailed(error: unknown): CallFailed {
  if (error instanceof CallFailed) return error;
  return new CallFailed('BRIDGE_FAILED', error instanceof Error ? error.message : '', '');
}
