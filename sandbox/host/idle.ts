/** What keeps the host from being idle, in words, or undefined when nothing does. */
type Busy = (includeDelayed: boolean) => string | undefined;

const DEFAULT_TIMEOUT_MS = 30_000;

/** Lets callers wait until the host has nothing to do. */
export class Idle {
  private readonly waiters = new Set<() => void>();

  constructor(private readonly busy: Busy) {}

  /** To be called after every change that may have made the host idle. */
  check(): void {
    for (const waiter of this.waiters) waiter();
  }

  /**
   * Resolves when nothing runs and nothing is due; with `includeDelayed`, when nothing waits either.
   * @throws Error saying what is still going on after `timeoutMs` (30 s by default).
   */
  wait({ timeoutMs = DEFAULT_TIMEOUT_MS, includeDelayed = false } = {}): Promise<void> {
    return new Promise((resolve, reject) => {
      const stop = () => {
        clearTimeout(timer);
        this.waiters.delete(waiter);
      };
      const waiter = () => {
        if (this.busy(includeDelayed) !== undefined) return;
        stop();
        resolve();
      };
      const timer = setTimeout(() => {
        stop();
        reject(new Error(`Not idle after ${timeoutMs} ms: ${this.busy(includeDelayed)}.`));
      }, timeoutMs);
      this.waiters.add(waiter);
      waiter();
    });
  }
}
