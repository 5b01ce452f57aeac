import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Clock } from '../clock';
import { ConcurrencySlots } from './concurrency';
import { type AsyncEvent, type PublishRequest, type QueuedEvent, queuedEvent } from './event';
import { Jobs, savedJobs } from './jobs';
import { backOff, requestedRetry, type RetryDecision } from './retry';

const RETENTION_MS = 24 * 3600 * 1000;

const savedQueue = z.object({ events: z.array(queuedEvent), jobs: savedJobs });

export interface EventQueueOptions {
  clock: Clock;
  /** Runs the consumer's function; what it resolves to is what the function returned. */
  deliver: (event: AsyncEvent) => Promise<unknown>;
  /** Delays, back-off and the retention window are divided by this. Default 1. */
  timeScale?: number;
  onDelivery?: (isRetry: boolean) => void;
  onChange?: () => void;
  /** Told when an event is given up: nothing is dropped in silence. */
  onDrop?: (message: string) => void;
}

/**
 * Async events of one installation, as Forge documents them: at least once, in parallel and in no
 * promised order, with at most `limit` at a time per concurrency key. A retry is what the function
 * asked for, or a back-off after a throw, a time-out or a crash, until 24 hours after the push.
 *
 * On Forge an event that finds its concurrency key full is tried again after a growing pause; here
 * it starts as soon as a slot is free.
 */
export class EventQueue {
  private readonly waiting = new Map<string, QueuedEvent>();
  private readonly running = new Map<string, QueuedEvent>();
  private readonly cancelledJobs = new Set<string>();
  private readonly slots = new ConcurrencySlots();
  private readonly jobs = new Jobs();
  private readonly timeScale: number;
  private cancelTimer: (() => void) | undefined;
  private stopped = false;

  constructor(private readonly options: EventQueueOptions) {
    this.timeScale = options.timeScale ?? 1;
  }

  /** Accepts the events of one push and starts those that are due. */
  publish({ jobId, queueName, payload }: PublishRequest): void {
    const now = this.options.clock.now();
    this.jobs.add(jobId, queueName, payload.length);
    for (const event of payload) {
      const eventId = randomUUID();
      const dueAt = now + this.scaled((event.delayInSeconds ?? 0) * 1000);
      this.waiting.set(eventId, { ...event, eventId, jobId, queueName, pushedAt: now, dueAt });
    }
    this.changed();
  }

  /** Undefined when the queue knows no such job. */
  stats(queueName: string, jobId: string) {
    return this.jobs.has(jobId, queueName) ? this.jobs.stats(jobId) : undefined;
  }

  /** Takes back what has not started, retries too; false when the queue knows no such job. */
  cancel(queueName: string, jobId: string): boolean {
    if (!this.jobs.has(jobId, queueName)) return false;
    this.cancelledJobs.add(jobId);
    for (const event of this.waiting.values()) {
      if (event.jobId !== jobId) continue;
      this.waiting.delete(event.eventId);
      this.jobs.count(jobId, 'cancelled');
    }
    this.changed();
    return true;
  }

  /** Events that are not running. `dueInMs` is real time from now, after `timeScale`; 0 = due. */
  pending(): { body: unknown; dueInMs: number; retryCount: number }[] {
    const now = this.options.clock.now();
    return [...this.waiting.values()].map(({ body, dueAt, retry }) => ({
      body,
      dueInMs: Math.max(0, dueAt - now),
      retryCount: retry?.count ?? 0,
    }));
  }

  /** Whether there is work now, or, with `includeDelayed`, work at all. */
  isBusy(includeDelayed: boolean): boolean {
    if (this.running.size > 0) return true;
    return this.pending().some(({ dueInMs }) => includeDelayed || dueInMs === 0);
  }

  /** What a snapshot keeps; a running event is kept too and so is delivered again after a restart. */
  save(): z.output<typeof savedQueue> {
    return {
      events: [...this.waiting.values(), ...this.running.values()],
      jobs: this.jobs.save(),
    };
  }

  /** Takes over what `save` gave; call `start` afterwards. */
  restore(saved: unknown): void {
    const { events, jobs } = savedQueue.parse(saved);
    this.jobs.restore(jobs);
    for (const event of events) this.waiting.set(event.eventId, event);
  }

  /** Delivers what is due, now and from then on. */
  start(): void {
    this.pump();
  }

  /** Delivers nothing any more; what runs stays in `save()`. */
  stop(): void {
    this.stopped = true;
    this.cancelTimer?.();
  }

  private changed(): void {
    this.pump();
    this.options.onChange?.();
  }

  private pump(): void {
    if (this.stopped) return;
    const now = this.options.clock.now();
    for (const event of [...this.waiting.values()].sort((a, b) => a.dueAt - b.dueAt)) {
      if (event.dueAt > now) break;
      if (this.slots.take(event.concurrency)) this.begin(event);
    }
    this.armTimer(now);
  }

  private armTimer(now: number): void {
    this.cancelTimer?.();
    const later = [...this.waiting.values()].map((e) => e.dueAt).filter((dueAt) => dueAt > now);
    if (later.length === 0) return;
    this.cancelTimer = this.options.clock.after(Math.min(...later) - now, () => this.changed());
  }

  private begin(event: QueuedEvent): void {
    this.waiting.delete(event.eventId);
    this.running.set(event.eventId, event);
    this.options.onDelivery?.(event.retry !== undefined);
    void this.options
      .deliver(this.asyncEvent(event))
      .then(requestedRetry)
      .catch((error: unknown) => backOff(error, event.retry?.count ?? 0))
      .then((retry) => this.finish(event, retry));
  }

  private finish(event: QueuedEvent, retry: RetryDecision | undefined): void {
    if (this.stopped) return;
    this.running.delete(event.eventId);
    this.slots.release(event.concurrency);
    if (!retry) this.jobs.count(event.jobId, 'success');
    else if (this.cancelledJobs.has(event.jobId)) this.jobs.count(event.jobId, 'cancelled');
    else this.retryOrDrop(event, retry);
    this.changed();
  }

  private retryOrDrop(event: QueuedEvent, retry: RetryDecision): void {
    const dueAt = this.options.clock.now() + this.scaled(retry.afterMs);
    const count = (event.retry?.count ?? 0) + 1;
    if (dueAt < this.retentionEnd(event)) {
      const next = { count, reason: retry.reason, data: retry.data };
      this.waiting.set(event.eventId, { ...event, dueAt, retry: next });
      return;
    }
    this.jobs.count(event.jobId, 'failed');
    this.options.onDrop?.(
      `event ${event.eventId} of queue ${event.queueName} is dropped: 24 h after its push it still ` +
        `fails (${count - 1} retries, last reason ${retry.reason}): ${JSON.stringify(event.body)}`,
    );
  }

  private asyncEvent(event: QueuedEvent): AsyncEvent {
    const { body, queueName, jobId, eventId, delayInSeconds, concurrency, retry } = event;
    const remainingMs = (this.retentionEnd(event) - this.options.clock.now()) * this.timeScale;
    return {
      body,
      queueName,
      jobId,
      eventId,
      ...(delayInSeconds !== undefined && { delayInSeconds }),
      ...(concurrency && { concurrency }),
      ...(retry && {
        retryContext: {
          retryCount: retry.count,
          retryReason: retry.reason,
          retryData: retry.data,
          retentionWindow: {
            startTime: new Date(event.pushedAt).toISOString(),
            remainingTimeMs: Math.max(0, Math.round(remainingMs)),
          },
        },
      }),
    };
  }

  private retentionEnd(event: QueuedEvent): number {
    return event.pushedAt + this.scaled(RETENTION_MS);
  }

  private scaled(ms: number): number {
    return ms / this.timeScale;
  }
}
