import { StorageError } from '../../../src/domain/errors';
import { parseHint } from '../../../src/entry/hint-message';
import { concurrencyKey, type Hint } from '../../../src/domain/hint';
import type { HintQueue } from '../../../src/domain/ports/runtime';
import { handleHint, type Handled } from '../../../src/usecases/handle-hint';
import { compose } from '../app';
import { Invocation } from '../engine/invocation';
import { unforeseen } from '../properties/unforeseen';
import { TOKEN, type World } from '../world';

interface Queued {
  id: number;
  body: string;
  key: string;
  pushedAt: number;
  retries: number;
  /** What the last delivery handed to the next; null after a crash. */
  data: { failures: number } | null;
  /** Deliveries that failed, as the platform and the sides would count them. */
  backoffs: number;
  crashed: boolean;
}

const RETENTION_MS = 24 * 3600_000;
/** As in the app's consumer: within this much of the end there is no further delivery. */
const LAST_CHANCE_MS = (900 + 60) * 1000;

const BACKOFF_CODES = new Set([
  'JIRA_UNAVAILABLE',
  'ALIGN_UNAVAILABLE',
  'STORAGE_UNAVAILABLE',
  'QUEUE_UNAVAILABLE',
]);

/**
 * Forge's queue as it is documented: at least once, in no order, one run a concurrency key (with a growing wait when
 * it is taken), retries with the pause that the app asks for or with the platform's own, for 24 hours.
 */
export class QueueModel {
  private readonly busy = new Map<string, number>();
  private nextId = 1;
  /** Events that are waiting or running. */
  pending = 0;
  dropped = 0;
  /** Issues that the app has pushed hints for; empty for an Align item. */
  readonly accepted: string[] = [];
  /** Hints delivered so far, to be delivered once more at the end. */
  readonly seen: string[] = [];

  constructor(private readonly world: World) {}

  port(run: Invocation): HintQueue {
    return {
      push: (hints) =>
        run
          .call({
            target: 'queue',
            name: `push ${hints.map(({ hint }) => concurrencyKey(hint.target)).join()}`,
            write: true,
            effect: () => {
              for (const { hint, delaySeconds = 0 } of hints) this.accept(hint, delaySeconds);
            },
          })
          .catch((cause: unknown) => {
            // As `entry/hint-queue.ts` translates it.
            throw new StorageError({
              code: 'QUEUE_UNAVAILABLE',
              message: 'No.',
              remedy: 'Wait.',
              cause,
            });
          }),
    };
  }

  /** Delivers a hint that was delivered before once more. */
  repeat(body: string): void {
    this.enqueue(body, 0);
  }

  private accept(hint: Hint, delaySeconds: number): void {
    const { ledger, faults, random } = this.world;
    if (delaySeconds > 900 || delaySeconds < 0) {
      ledger.violate('P12 limits', `a delay of ${delaySeconds} s`);
    }
    const body = JSON.stringify(hint);
    this.accepted.push(hint.target.kind === 'issue' ? hint.target.issueId : '');
    if (body.includes(TOKEN)) ledger.violate('P13 secrets', 'in a queued hint');
    this.enqueue(body, delaySeconds * 1000);
    if (faults.strikes('queue delivers twice')) this.enqueue(body, random.int(0, 20_000));
  }

  private enqueue(body: string, delayMs: number): void {
    const { random, faults, scheduler } = this.world;
    const late = faults.strikes('queue delivers late') ? random.int(10_000, 400_000) : 0;
    const event: Queued = {
      id: this.nextId++,
      body,
      key: concurrencyKey(parseHint(JSON.parse(body)).target),
      pushedAt: scheduler.now,
      retries: 0,
      data: null,
      backoffs: 0,
      crashed: false,
    };
    this.pending += 1;
    scheduler.after(delayMs + late + random.int(20, 1_500), () => this.deliver(event));
  }

  private deliver(event: Queued): void {
    const { random, faults, scheduler, ledger } = this.world;
    const running = this.busy.get(event.key) ?? 0;
    if (running > 0) {
      if (!faults.strikes('two runs of one pair')) {
        scheduler.after(random.int(4_000, 16_000), () => this.deliver(event));
        return;
      }
      ledger.overlaps.add(event.key);
    }
    this.busy.set(event.key, running + 1);
    void this.run(event);
  }

  private async run(event: Queued): Promise<void> {
    const { world } = this;
    const { ledger, faults, scheduler } = world;
    const invocation = new Invocation(world.nextRun(), `hint ${event.key}`, world);
    const hint = parseHint(JSON.parse(event.body));
    ledger.deliveries += 1;
    ledger.note(
      () =>
        `run ${invocation.id} ${event.key} (${hint.source}${hint.deleted ? ', deleted' : ''}${hint.thorough ? ', thorough' : ''}), delivery ${event.retries + 1}`,
    );
    if (this.seen.length < 200) this.seen.push(event.body);
    const remaining = event.pushedAt + RETENTION_MS - scheduler.now;
    let handled: Handled | 'killed' | 'threw';
    try {
      handled = await invocation.run(() =>
        handleHint(compose(world, invocation), {
          hint,
          attempt: event.retries,
          failures: event.data?.failures ?? event.retries,
          lastChance: event.retries > 0 && remaining < LAST_CHANCE_MS,
        }),
      );
    } catch (error) {
      ledger.note(() => `   run ${invocation.id} throws ${String(error)}`);
      unforeseen(world, 'a hint', error);
      handled = 'threw';
    }
    if (handled !== 'killed' && faults.strikes('crash before the acknowledgement')) {
      invocation.kill();
      handled = 'killed';
    }
    this.busy.set(event.key, (this.busy.get(event.key) ?? 1) - 1);
    if (handled === 'killed' || handled === 'threw') {
      this.again(event, { afterMs: Math.min(2_000 * 2 ** event.retries, 900_000), data: null });
      return;
    }
    ledger.note(() => `   run ${invocation.id} ends: ${JSON.stringify(handled)}`);
    this.judge(event, invocation, handled);
    if (handled.kind === 'done') this.pending -= 1;
    else {
      const { failures } = handled;
      this.again(event, { afterMs: handled.afterSeconds * 1000, data: { failures } });
    }
  }

  private again(event: Queued, next: { afterMs: number; data: Queued['data'] }): void {
    const { scheduler, ledger, store } = this.world;
    const dueAt = scheduler.now + next.afterMs;
    if (dueAt >= event.pushedAt + RETENTION_MS) {
      this.pending -= 1;
      this.dropped += 1;
      if (store.rows.get('entity:parked', event.key) === undefined && next.data !== null) {
        ledger.violate('P6 nothing dropped', `${event.key} left the queue after 24 h, not parked`);
      }
      return;
    }
    event.retries += 1;
    event.data = next.data;
    event.crashed ||= next.data === null;
    scheduler.at(dueAt, () => this.deliver(event));
  }

  /** During a pause, or of an issue that is hidden, of which not even the project is known. */
  private saidNothing(
    { issueId, projectId }: { issueId: string; projectId: string | null },
    outcome: string,
  ): boolean {
    const isHidden = this.world.jira.visible(issueId) === null;
    return outcome === 'paused' || (outcome === 'skipped' && projectId === null && isHidden);
  }

  private judge(event: Queued, run: Invocation, handled: Handled): void {
    const { ledger, store } = this.world;
    if (handled.kind === 'done') {
      const { target } = parseHint(JSON.parse(event.body));
      if (target.kind === 'issue' && this.saidNothing(target, handled.outcome)) {
        this.world.events.unheard.add(target.issueId);
      }
      if (handled.outcome === 'stale') {
        ledger.staleDeliveries += 1;
        if (run.count.jira + run.count.align > 0) {
          ledger.violate('P9 stale hints are free', `${event.key} made requests`);
        }
      }
      if (handled.outcome === 'parked') {
        // Another run of the pair that came through meanwhile has rightly taken the record away.
        const overlapped = ledger.overlaps.has(event.key);
        if (!overlapped && store.rows.get('entity:parked', event.key) === undefined) {
          ledger.violate('P6 nothing dropped', `${event.key} ended as parked without a record`);
        }
      }
      return;
    }
    const { afterSeconds, code } = handled;
    if (!(afterSeconds >= 1 && afterSeconds <= 900)) {
      ledger.violate('P12 limits', `a retry after ${afterSeconds} s`);
    }
    if (!BACKOFF_CODES.has(code)) return;
    event.backoffs += 1;
    // After a crash the platform's own count is all that the app has.
    if (event.crashed) return;
    if (afterSeconds > Math.ceil(10 * 2 ** (event.backoffs - 1) * 1.25)) {
      ledger.violate(
        'P11 waiting is no attempt',
        `${event.key} pauses ${afterSeconds} s after ${event.backoffs} failures`,
      );
    }
  }
}
