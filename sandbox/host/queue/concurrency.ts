/** Counts running events per concurrency key, over all queues of the installation. */
export class ConcurrencySlots {
  private readonly running = new Map<string, number>();

  /** Takes a slot; false when the key has as many running as the event's own limit allows. */
  take(concurrency: { key: string; limit: number } | undefined): boolean {
    if (!concurrency) return true;
    const count = this.running.get(concurrency.key) ?? 0;
    if (count >= concurrency.limit) return false;
    this.running.set(concurrency.key, count + 1);
    return true;
  }

  /** Gives back what `take` took. */
  release(concurrency: { key: string; limit: number } | undefined): void {
    if (!concurrency) return;
    const count = this.running.get(concurrency.key) ?? 0;
    if (count > 1) this.running.set(concurrency.key, count - 1);
    else this.running.delete(concurrency.key);
  }
}
