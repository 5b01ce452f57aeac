/**
 * `Promise.all` that waits for every promise even when one fails: what an invocation leaves running, Forge may resume
 * within the invocation of another customer (Forge runtime reference).
 */
export async function allOf<T extends readonly unknown[] | []>(
  promises: T,
): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  await Promise.allSettled(promises);
  return Promise.all(promises);
}
