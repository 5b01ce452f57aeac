/**
 * Guarantee: nothing that is queued breaks a limit of Forge's queue, which here is a model of what Forge documents: 50
 * events and 200 KB in a push, 500 events a minute, 15 minutes of delay. What it refuses is pushed again or told, so
 * that every hint comes out of the queue.
 */
import { InvocationLimitReachedError, PartialSuccessError, RateLimitError } from '@forge/events';
import type { PushEvent } from '@forge/events';
import { StorageError } from '../../src/domain/errors';
import { concurrencyKey, hint, type Hint } from '../../src/domain/hint';
import { parcelIn, parseHint } from '../../src/entry/hint-message';
import { hintQueue } from '../../src/entry/hint-queue';

const START = Date.parse('2026-11-24T10:00:30.000Z');

/** Forge's queue on a clock of its own. */
class ForgeQueue {
  now = START;
  readonly waiting: { event: PushEvent; dueAt: number }[] = [];
  readonly pushed = new Map<number, number>();
  /** What goes wrong with the next pushes. */
  readonly faults: ((events: PushEvent[]) => void)[] = [];

  push(given: PushEvent | PushEvent[]): Promise<{ jobId: string }> {
    const events = [given].flat();
    const bytes = Buffer.byteLength(JSON.stringify(events));
    if (events.length === 0 || events.length > 50 || bytes > 200 * 1024) {
      throw new Error(`${events.length} events of ${bytes} bytes`);
    }
    if (events.some((event) => Buffer.byteLength(JSON.stringify(event)) > 100 * 1024)) {
      throw new Error('An event of a long consumer is too large.');
    }
    const minute = Math.floor(this.now / 60_000);
    const total = (this.pushed.get(minute) ?? 0) + events.length;
    if (total > 500) throw new RateLimitError('Too many events.');
    this.faults.shift()?.(events);
    this.pushed.set(minute, total);
    this.take(events);
    return Promise.resolve({ jobId: 'job' });
  }

  take(events: readonly PushEvent[]): void {
    for (const event of events) {
      const delay = event.delayInSeconds ?? 0;
      if (delay < 0 || delay > 900) throw new Error(`A delay of ${delay} s`);
      this.waiting.push({ event, dueAt: this.now + delay * 1_000 });
    }
  }

  /** Delivers everything in its time; a parcel is opened as the consumer does. */
  async drain(): Promise<Hint[]> {
    const hints: Hint[] = [];
    for (;;) {
      this.waiting.sort((a, b) => a.dueAt - b.dueAt);
      const next = this.waiting.shift();
      if (next === undefined) return hints;
      this.now = Math.max(this.now, next.dueAt);
      const parcel = parcelIn(next.event.body);
      if (parcel === null) {
        const delivered = parseHint(next.event.body);
        expect(next.event.concurrency).toEqual({ key: concurrencyKey(delivered.target), limit: 1 });
        hints.push(delivered);
      } else {
        await queueOf(this).push(parcel.map((one) => ({ hint: one })));
      }
    }
  }
}

const queueOf = (forge: ForgeQueue) => hintQueue(() => forge.now, forge);

const hints = (count: number) =>
  Array.from({ length: count }, (_, n) => ({
    hint: hint({
      target: { kind: 'issue', issueId: String(n), projectId: '10000' },
      source: 'sweep',
      at: '2026-11-24T10:00:00.000Z',
      actor: { side: 'jira', id: `712020:${n}`, name: 'Ünïcode nämes take more bytes' },
    }),
  }));

const idsOf = (found: readonly Hint[]) =>
  found.map(({ target }) => (target.kind === 'issue' ? Number(target.issueId) : -1));

async function errorOf(push: Promise<void>): Promise<StorageError> {
  const error: unknown = await push.catch((thrown: unknown) => thrown);
  if (error instanceof StorageError) return error;
  throw new Error('No StorageError was thrown.');
}

test.each([1, 50, 51, 300, 301, 4_800])('of %i hints each comes out once', async (count) => {
  const forge = new ForgeQueue();
  await queueOf(forge).push(hints(count));
  const found = idsOf(await forge.drain());
  expect(found.sort((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, n) => n));
  expect(Math.max(...forge.pushed.values())).toBeLessThanOrEqual(500);
});

test('pages that a run queues one after the other share its minutes', async () => {
  const forge = new ForgeQueue();
  const queue = queueOf(forge);
  for (let page = 0; page < 20; page += 1) await queue.push(hints(100));
  expect(await forge.drain()).toHaveLength(2_000);
  expect(Math.max(...forge.pushed.values())).toBeLessThanOrEqual(500);
});

test('more than fits is refused as a whole, without a failure counted', async () => {
  const forge = new ForgeQueue();
  const { code, retry } = await errorOf(queueOf(forge).push(hints(4_801)));
  expect([code, retry.kind]).toEqual(['QUEUE_BUSY', 'after']);
  expect(forge.waiting).toEqual([]);
});

test('a queue that is full of the work of others is waited for, without a failure counted', async () => {
  const forge = new ForgeQueue();
  forge.pushed.set(Math.floor(START / 60_000), 500);
  const { code, retry } = await errorOf(queueOf(forge).push(hints(1)));
  expect([code, retry.kind]).toEqual(['QUEUE_BUSY', 'after']);
});

test.each(['payload', 'event'])(
  'what is taken in part is completed: only what failed is pushed again, named by `%s`',
  async (name) => {
    const forge = new ForgeQueue();
    forge.faults.push((events) => {
      forge.take(events.slice(0, 3));
      const failed = events.slice(3).map((event) => ({ errorMessage: 'No.', [name]: event }));
      throw new PartialSuccessError('Some failed.', { jobId: 'job' }, failed as never);
    });
    await queueOf(forge).push(hints(5));
    expect(idsOf(await forge.drain()).sort()).toEqual([0, 1, 2, 3, 4]);
  },
);

test('a queue that never takes them all is told of', async () => {
  const forge = new ForgeQueue();
  const partly = (events: PushEvent[]) => {
    const failed = events.map((event) => ({ errorMessage: 'No.', payload: event }));
    throw new PartialSuccessError('All failed.', { jobId: 'job' }, failed as never);
  };
  forge.faults.push(partly, partly, partly, partly);
  const { code, retry } = await errorOf(queueOf(forge).push(hints(2)));
  expect([code, retry.kind]).toEqual(['QUEUE_UNAVAILABLE', 'backoff']);
});

test('at the end of a chain the work is left to a schedule, which begins a new one', async () => {
  const forge = new ForgeQueue();
  forge.faults.push(() => {
    throw new InvocationLimitReachedError('Cyclic.');
  });
  const { code, retry, remedy } = await errorOf(queueOf(forge).push(hints(1)));
  expect([code, retry.kind]).toEqual(['QUEUE_CHAIN_ENDED', 'never']);
  expect(remedy).not.toBe('');
});
