/** Resolves when the condition holds; for moments that the app passes through on its way. */
export async function waitFor(condition: () => boolean): Promise<void> {
  const until = Date.now() + 10_000;
  while (!condition()) {
    if (Date.now() > until) throw new Error('It did not come to pass in 10 s.');
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}
