import type { Clock } from '../../sandbox/host/clock';

interface Timer {
  at: number;
  task: () => void;
}

/** A clock that moves only when a test says so. */
export class ManualClock implements Clock {
  private time = Date.parse('2026-01-15T10:00:00Z');
  private timers: Timer[] = [];

  now(): number {
    return this.time;
  }

  after(ms: number, task: () => void): () => void {
    const timer = { at: this.time + Math.max(0, ms), task };
    this.timers.push(timer);
    return () => {
      this.timers = this.timers.filter((other) => other !== timer);
    };
  }

  /** Moves on, running every timer at its own time and letting promises settle after each. */
  async advance(ms: number): Promise<void> {
    const end = this.time + ms;
    for (;;) {
      const [next] = this.timers.filter((t) => t.at <= end).sort((a, b) => a.at - b.at);
      if (!next) break;
      this.timers = this.timers.filter((other) => other !== next);
      this.time = next.at;
      next.task();
      await settled();
    }
    this.time = end;
    await settled();
  }
}

/** Lets promise reactions run. */
export const settled = () => new Promise<void>((resolve) => setImmediate(resolve));
