/** Why an invocation failed, in the words of `InvocationErrorCode` of @forge/events. */
export type InvocationFailureCode =
  'FUNCTION_TIME_OUT' | 'FUNCTION_OUT_OF_MEMORY' | 'FUNCTION_PLATFORM_UNKNOWN_ERROR';

/** What the app threw, as it crossed the process boundary. The stack points at the app's sources. */
export interface ThrownError {
  name: string;
  message: string;
  stack?: string;
}

/**
 * An invocation that did not end well. What the app threw keeps its name, message and stack.
 * `platform` is true when the app did not throw: its process timed out, crashed, or was killed
 * because another invocation in it did.
 */
export class InvocationFailed extends Error {
  override readonly name: string;

  constructor(
    readonly code: InvocationFailureCode,
    readonly platform: boolean,
    error: ThrownError,
  ) {
    super(error.message);
    this.name = error.name;
    if (error.stack !== undefined) this.stack = error.stack;
  }
}
