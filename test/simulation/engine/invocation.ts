import type { RequestCount } from '../../../src/domain/ports/runtime';
import { UnavailableError } from '../../../src/domain/errors';
import { offIsOff } from '../properties/off';
import type { World } from '../world';
import { failureOf } from './failures';

export type Side = 'jira' | 'align';
export type Target = Side | 'kvs' | 'queue';

export interface Call<T> {
  target: Target;
  name: string;
  write: boolean;
  /** What it does in the model, at one moment. May throw what the port throws. */
  effect: () => T;
  /** For a write whose effect may come after the app has given up. */
  mayBeLate?: boolean;
}

/** A promise that never settles: what an invocation that was killed waits for. */
const NEVER = new Promise<never>(() => undefined);

const LATENCY_MS: Readonly<Record<Target, readonly [number, number]>> = {
  jira: [40, 900],
  align: [60, 1500],
  kvs: [3, 40],
  queue: [5, 60],
};

/** The client gives up after this long. */
const TIME_OUT_MS = 30_000;

/**
 * One invocation of a function of the app. Every call of a port goes through here, so that the invocation can be
 * killed before and after each, and a person can step in between any two.
 */
export class Invocation {
  readonly count: RequestCount = { jira: 0, jiraPoints: 0, align: 0 };
  killed = false;
  /** Whether a crash may hit it. */
  crashes = true;
  /** Whether its calls may fail. */
  faulty = true;
  /** The step of the last read of each item and the values it gave, by side and item. */
  readonly reads = new Map<string, { step: number; values: Readonly<Record<string, string>> }>();
  /** What the app's clients do before each request to a side; throws where none may be made. */
  beforeCall: ((side: Side, call: Call<unknown>) => Promise<void>) | null = null;
  /** What they do when a side has refused it. */
  afterRefusal: ((side: Side, call: Call<unknown>, error: unknown) => Promise<void>) | null = null;
  private readonly began: number;
  private onKilled: () => void = () => undefined;

  constructor(
    readonly id: number,
    readonly what: string,
    private readonly world: World,
  ) {
    this.began = world.scheduler.steps;
  }

  /** Runs a function of the app; answers `killed` as soon as the invocation is dead. */
  async run<T>(body: () => Promise<T>): Promise<T | 'killed'> {
    const dead = new Promise<'killed'>((resolve) => {
      this.onKilled = () => resolve('killed');
    });
    return Promise.race([body(), dead]);
  }

  kill(): void {
    if (this.killed) return;
    this.killed = true;
    this.world.ledger.note(() => `   run ${this.id} is killed`);
    this.onKilled();
  }

  async call<T>(call: Call<T>): Promise<T> {
    const { target } = call;
    if (target === 'kvs' || target === 'queue') return this.send(call);
    await this.beforeCall?.(target, call);
    try {
      return await this.send(call);
    } catch (error) {
      await this.afterRefusal?.(target, call, error);
      throw error;
    }
  }

  private send<T>(call: Call<T>): Promise<T> {
    if (this.killed) return NEVER;
    const { world } = this;
    if (call.target === 'jira') {
      this.count.jira += 1;
      this.count.jiraPoints += 1;
    }
    if (call.target === 'align') this.count.align += 1;
    const [least, most] = LATENCY_MS[call.target];
    const slow = call.target !== 'kvs' && world.random.chance(0.03) ? 4_000 : 0;
    const latency = world.random.int(least, most) + (slow === 0 ? 0 : world.random.int(0, slow));
    return new Promise<T>((resolve, reject) => {
      world.scheduler.after(latency, () => this.arrive(call, resolve, reject));
    });
  }

  private arrive<T>(call: Call<T>, resolve: (value: T) => void, reject: (why: unknown) => void) {
    const { world } = this;
    const { faults } = world;
    const remote = call.target === 'jira' || call.target === 'align';
    if (remote && world.stepIn !== null && faults.strikes('person steps in between two calls')) {
      world.stepIn();
    }
    if (this.killed) {
      // The request of a killed invocation was on its way, or was not.
      if (world.random.chance(0.5)) this.applyUnheard(call);
      return;
    }
    if (this.crashes && faults.strikes('crash before a call')) return this.kill();
    const failure = this.faulty ? failureOf(call, world) : null;
    if (failure !== null) {
      world.ledger.note(() => `   run ${this.id} ${call.target}.${call.name}: ${failure.fault}`);
      if (call.write && remote) {
        world.ledger.unanswered.push({ step: world.scheduler.steps, name: call.name });
      }
      if (failure.effect === 'now') this.applyUnheard(call);
      if (failure.effect === 'later') {
        world.scheduler.after(world.random.int(1_000, 20_000), () => this.applyUnheard(call, true));
      }
      world.scheduler.after(failure.afterMs ?? 0, () => {
        if (!this.killed) reject(failure.error);
      });
      return;
    }
    const { writes, creations } = world.ledger;
    const before = { writes: writes.length, creations: creations.length };
    let value: T;
    try {
      value = this.effectOf(call);
    } catch (error) {
      world.ledger.note(() => `   run ${this.id} ${call.target}.${call.name}: ${said(error)}`);
      reject(error);
      return;
    }
    world.ledger.note(() => `   run ${this.id} ${call.target}.${call.name}`);
    if (this.crashes && faults.strikes('crash after a call')) {
      this.unheardSince(before);
      return this.kill();
    }
    resolve(value);
  }

  private effectOf<T>(call: Call<T>): T {
    offIsOff(this.world, this.began, call);
    return call.effect();
  }

  private unheardSince(before: { writes: number; creations: number }): void {
    const { writes, creations } = this.world.ledger;
    for (const write of writes.slice(before.writes)) write.unheard = true;
    for (const creation of creations.slice(before.creations)) creation.unheard = true;
  }

  private applyUnheard<T>(call: Call<T>, late = false): void {
    if (!call.write) return;
    const { ledger } = this.world;
    const before = { writes: ledger.writes.length, creations: ledger.creations.length };
    try {
      this.effectOf(call);
      ledger.note(() => `   run ${this.id} ${call.target}.${call.name} takes effect unheard`);
    } catch {
      // Refused, and nobody hears of that either.
    }
    this.unheardSince(before);
    for (const write of ledger.writes.slice(before.writes)) write.late = late;
  }
}

function said(error: unknown): string {
  if (error instanceof UnavailableError) return `unavailable (${error.code})`;
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}

export { TIME_OUT_MS };
