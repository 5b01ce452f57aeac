/**
 * Runs every part, whichever fail: that one side does not answer must not keep the rest from being looked after.
 * @throws the first error, when all have run
 */
export async function inTurn(parts: readonly (() => Promise<unknown>)[]): Promise<void> {
  const errors: unknown[] = [];
  for (const part of parts) {
    try {
      await part();
    } catch (error) {
      errors.push(error);
    }
  }
  if (errors.length > 0) throw errors[0];
}
