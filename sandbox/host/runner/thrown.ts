import type { ThrownError } from '../invocation-failed';

/** Anything that was thrown, as plain data. The stack is already mapped to the app's sources. */
export function thrown(error: unknown): ThrownError {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error) };
  const { name, message, stack } = error;
  return { name, message, ...(stack !== undefined && { stack }) };
}
