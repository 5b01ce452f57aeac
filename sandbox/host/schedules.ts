import type { HostLog } from './host-log';
import * as identity from './identity';
import type { Invocations } from './invocations';
import type { ScheduledTriggerModule } from './manifest';

export type Interval = ScheduledTriggerModule['interval'];

const MINUTE_MS = 60_000;
const PERIOD_MS: Record<Interval, number> = {
  fiveMinute: 5 * MINUTE_MS,
  hour: 60 * MINUTE_MS,
  day: 24 * 60 * MINUTE_MS,
  week: 7 * 24 * 60 * MINUTE_MS,
};

export interface SchedulesOptions {
  modules: ScheduledTriggerModule[];
  invoke: Invocations['invoke'];
  /** Other periods than the manifest's, milliseconds; 0 = only when asked. */
  periods: Partial<Record<Interval, number>>;
  log: HostLog;
}

/**
 * Runs scheduled triggers, the first time after one period. A run that is still going on when the
 * next one is due is not overlapped here (what Forge does is not documented). A run that fails is
 * logged; the next one comes at its time.
 */
export class Schedules {
  private readonly timers: NodeJS.Timeout[] = [];
  private readonly running = new Set<string>();

  constructor(private readonly options: SchedulesOptions) {}

  start(): void {
    for (const module of this.options.modules) {
      const period = this.options.periods[module.interval] ?? PERIOD_MS[module.interval];
      if (period > 0) this.timers.push(setInterval(() => void this.tick(module), period));
    }
  }

  stop(): void {
    for (const timer of this.timers) clearInterval(timer);
  }

  /**
   * Runs a scheduled trigger now.
   * @throws Error when the manifest declares no such module; InvocationFailed when the run fails.
   */
  async runNow(moduleKey: string): Promise<unknown> {
    const module = this.options.modules.find((m) => m.key === moduleKey);
    if (!module) {
      const known = this.options.modules.map((m) => m.key).join(', ');
      throw new Error(`There is no scheduledTrigger ${moduleKey}; manifest.yml declares ${known}.`);
    }
    return this.run(module);
  }

  private async tick(module: ScheduledTriggerModule): Promise<void> {
    const { log } = this.options;
    if (this.running.has(module.key)) {
      log.info(`${module.key} is still running; this run of it is left out`);
      return;
    }
    try {
      await this.run(module);
    } catch (error) {
      log.loud(`the scheduled run of ${module.key} failed: ${String(error)}`);
    }
  }

  private async run({ key, function: functionKey }: ScheduledTriggerModule): Promise<unknown> {
    this.running.add(key);
    try {
      const event = {
        context: { cloudId: identity.CLOUD_ID, moduleKey: key },
        contextToken: `sandbox-context-token-${key}`,
      };
      return await this.options.invoke(functionKey, { type: 'scheduledTrigger', key }, event);
    } finally {
      this.running.delete(key);
    }
  }
}
