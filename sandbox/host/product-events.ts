import type { Clock } from './clock';
import type { HostLog } from './host-log';
import { InvocationFailed } from './invocation-failed';
import type { Invocations } from './invocations';
import type { TriggerModule } from './manifest';
import { backOff, requestedRetry, type RetryDecision } from './queue/retry';

const MAX_EVENT_BYTES = 200 * 1024;
const MAX_RETRIES = 4;

type Invoke = Invocations['invoke'];

export interface ProductEventsOptions {
  triggers: TriggerModule[];
  invoke: Invoke;
  clock: Clock;
  timeScale: number;
  log: HostLog;
  onIdleChange: () => void;
}

interface Delivery {
  trigger: TriggerModule;
  event: Record<string, unknown>;
  retries: number;
}

/**
 * Brings product events to the functions of `trigger` modules. A function may ask for a retry by
 * returning an `InvocationError`, at most four times; a time-out or a crash is retried by the
 * platform (as often, which is not documented); what a function throws is not retried.
 * developer.atlassian.com/platform/forge/events-reference/product_events
 */
export class ProductEvents {
  private readonly waiting = new Set<() => void>();
  private stopped = false;

  constructor(private readonly options: ProductEventsOptions) {
    for (const { key, filter } of options.triggers) {
      if (filter?.expression === undefined) continue;
      options.log.loud(
        `trigger ${key}: filter.expression is not evaluated; all events are delivered`,
      );
    }
  }

  /** Retries that wait for their time. */
  get delayed(): number {
    return this.waiting.size;
  }

  /** Starts the delivery of one event and returns; it does not wait for the functions. */
  dispatch(name: string, payload: Record<string, unknown>): void {
    const event = { eventType: name, ...payload };
    if (Buffer.byteLength(JSON.stringify(event)) > MAX_EVENT_BYTES) {
      this.options.log.loud(`event ${name} is over 200 kB and is not delivered, as on Forge`);
      return;
    }
    for (const trigger of this.options.triggers) {
      if (!trigger.events.includes(name)) continue;
      if (trigger.filter?.ignoreSelf === true && payload.selfGenerated === true) continue;
      void this.deliver({ trigger, event, retries: 0 });
    }
  }

  /** Retries nothing any more. */
  stop(): void {
    this.stopped = true;
    for (const cancel of this.waiting) cancel();
    this.waiting.clear();
  }

  private async deliver(delivery: Delivery): Promise<void> {
    const { trigger, event } = delivery;
    try {
      const module = { type: 'trigger', key: trigger.key };
      const retry = requestedRetry(await this.options.invoke(trigger.function, module, event));
      if (retry) this.retry(delivery, retry);
    } catch (error) {
      if (error instanceof InvocationFailed && error.platform) {
        this.retry(delivery, backOff(error, delivery.retries));
      } else {
        this.options.log.loud(
          `${event.eventType} is lost: ${trigger.function} threw ${String(error)}`,
        );
      }
    }
  }

  private retry({ trigger, event, retries }: Delivery, decision: RetryDecision): void {
    if (this.stopped) return;
    const { clock, log, onIdleChange, timeScale } = this.options;
    if (retries >= MAX_RETRIES) {
      log.loud(`${event.eventType} is lost: ${trigger.function} asked for more than 4 retries`);
      return;
    }
    const retryCount = retries + 1;
    const { reason, data } = decision;
    const retryContext = { retryCount, retryReason: reason, retryData: data };
    const cancel = clock.after(decision.afterMs / timeScale, () => {
      this.waiting.delete(cancel);
      void this.deliver({ trigger, event: { ...event, retryContext }, retries: retryCount });
      onIdleChange();
    });
    this.waiting.add(cancel);
  }
}
