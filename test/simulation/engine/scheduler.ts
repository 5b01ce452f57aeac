interface Step {
  at: number;
  order: number;
  run: () => void;
}

/** Turns of the microtask queue after a step: enough for a use case to come to its next call. */
const TURNS = 24;

/**
 * Virtual time. Everything that takes time is a step in one heap; between two steps only promises run, so the same
 * seed gives the same run, and a person can step in between any two calls of a use case.
 */
export class Scheduler {
  private readonly heap: Step[] = [];
  private order = 0;
  /** Steps made so far: orders what happens in the same millisecond. */
  steps = 0;

  constructor(public now: number) {}

  at(time: number, run: () => void): void {
    this.push({ at: Math.max(time, this.now), order: this.order++, run });
  }

  after(ms: number, run: () => void): void {
    this.at(this.now + Math.max(0, Math.round(ms)), run);
  }

  /**
   * Runs every step up to and including `until`.
   * @throws Error when more than `limit` steps are made: the run does not come to rest
   */
  async runUntil(until: number, limit: number): Promise<void> {
    const last = this.steps + limit;
    for (;;) {
      const next = this.heap[0];
      if (next === undefined || next.at > until) {
        // A promise chain may be longer than the turns given to it: look again when all have run.
        await new Promise((resolve) => setImmediate(resolve));
        const late = this.heap[0];
        if (late === undefined || late.at > until) break;
        continue;
      }
      if (this.steps >= last) throw new Error(`More than ${limit} steps: the run never rests.`);
      this.pop();
      this.now = next.at;
      this.steps += 1;
      next.run();
      for (let turn = 0; turn < TURNS; turn += 1) await undefined;
    }
    this.now = Math.max(this.now, until);
  }

  /** Runs until nothing is left to do, at most `ms` of virtual time. */
  async drain(ms: number, limit: number): Promise<void> {
    const until = this.now + ms;
    while (this.heap.length > 0 && (this.heap[0]?.at ?? Infinity) <= until) {
      await this.runUntil(this.heap[0]?.at ?? until, limit);
    }
    await new Promise((resolve) => setImmediate(resolve));
    if (this.heap.length > 0 && (this.heap[0]?.at ?? Infinity) <= until)
      await this.drain(until - this.now, limit);
  }

  private push(step: Step): void {
    const { heap } = this;
    heap.push(step);
    let i = heap.length - 1;
    while (i > 0) {
      const up = (i - 1) >> 1;
      const parent = heap[up];
      if (parent === undefined || !before(step, parent)) break;
      heap[i] = parent;
      i = up;
    }
    heap[i] = step;
  }

  private pop(): void {
    const { heap } = this;
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return;
    let i = 0;
    for (;;) {
      let child = 2 * i + 1;
      const left = heap[child];
      if (left === undefined) break;
      const right = heap[child + 1];
      const smaller = right !== undefined && before(right, left) ? right : left;
      if (smaller === right) child += 1;
      if (!before(smaller, last)) break;
      heap[i] = smaller;
      i = child;
    }
    heap[i] = last;
  }
}

function before(a: Step, b: Step): boolean {
  return a.at < b.at || (a.at === b.at && a.order < b.order);
}
