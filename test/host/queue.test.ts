/**
 * Guarantee: every event is delivered at least once, never more at a time than its concurrency key
 * allows, again after a failure with growing pauses, and is given up only 24 hours after its push and
 * never in silence.
 */
import { InvocationFailed } from '../../sandbox/host/invocation-failed';
import type { AsyncEvent } from '../../sandbox/host/queue/event';
import { EventQueue } from '../../sandbox/host/queue/queue';
import { requestedRetry } from '../../sandbox/host/queue/retry';
import { ManualClock, settled } from './manual-clock';

const HOUR_MS = 3_600_000;
type Deliver = (event: AsyncEvent) => Promise<unknown>;

function open(deliver: Deliver, timeScale = 1) {
  const clock = new ManualClock();
  const drops: string[] = [];
  const delivered: AsyncEvent[] = [];
  const queue = new EventQueue({
    clock,
    timeScale,
    deliver: (event) => {
      delivered.push(event);
      return deliver(event);
    },
    onDrop: (message) => drops.push(message),
  });
  const push = (
    events: Pick<AsyncEvent, 'body' | 'delayInSeconds' | 'concurrency'>[],
    jobId = 'j',
  ) =>
    queue.publish({
      queueName: 'q',
      jobId,
      type: 'avi:forge:app:event',
      schema: 'ari:cloud:ecosystem::forge/app-event-2',
      payload: events,
      time: '',
    });
  return { clock, queue, push, drops, delivered };
}

/** A consumer whose invocations end when the test says so. */
function heldConsumer() {
  const held: { event: AsyncEvent; end: (result?: unknown) => void }[] = [];
  const deliver: Deliver = (event) => new Promise((end) => held.push({ event, end }));
  return { held, deliver };
}

const retryLater = (retryAfter: number, retryData?: unknown) => ({
  _retry: true,
  retryOptions: { retryAfter, retryReason: 'FUNCTION_UPSTREAM_RATE_LIMITED', retryData },
});

test('events of a push run in parallel, at once, each once', async () => {
  const { held, deliver } = heldConsumer();
  const { queue, push } = open(deliver);
  push([{ body: { n: 1 } }, { body: { n: 2 } }]);
  expect(held.map((h) => h.event.body)).toEqual([{ n: 1 }, { n: 2 }]);
  expect(queue.stats('q', 'j')).toEqual({ success: 0, inProgress: 2, failed: 0 });
  for (const h of held) h.end();
  await settled();
  expect(queue.stats('q', 'j')).toEqual({ success: 2, inProgress: 0, failed: 0 });
  expect(queue.isBusy(true)).toBe(false);
});

test('a delayed event comes at its time and not before', async () => {
  const { clock, push, delivered, queue } = open(async () => undefined);
  push([{ body: {}, delayInSeconds: 60 }]);
  expect(queue.pending()).toEqual([{ body: {}, dueInMs: 60_000, retryCount: 0 }]);
  expect([queue.isBusy(false), queue.isBusy(true)]).toEqual([false, true]);
  await clock.advance(59_999);
  expect(delivered).toHaveLength(0);
  await clock.advance(1);
  expect(delivered).toHaveLength(1);
});

test('a concurrency key holds back what is over its limit and nothing else', async () => {
  const { held, deliver } = heldConsumer();
  const { push, queue } = open(deliver);
  const pair = { key: 'pair-1', limit: 1 };
  push([1, 2, 3].map((n) => ({ body: { n }, concurrency: pair })));
  push([{ body: { n: 'other' }, concurrency: { key: 'pair-2', limit: 1 } }], 'k');
  expect(held.map((h) => h.event.body.n)).toEqual([1, 'other']);
  expect(queue.isBusy(false)).toBe(true);
  held[0]?.end();
  await settled();
  expect(held.map((h) => h.event.body.n)).toEqual([1, 'other', 2]);
  held[2]?.end();
  await settled();
  expect(held.at(-1)?.event.body.n).toBe(3);
});

test('a slot is free while its event waits for a retry', async () => {
  const { held, deliver } = heldConsumer();
  const { push, clock } = open(deliver);
  const pair = { key: 'pair', limit: 1 };
  push([1, 2].map((n) => ({ body: { n }, concurrency: pair })));
  held[0]?.end(retryLater(10));
  await settled();
  expect(held.map((h) => h.event.body.n)).toEqual([1, 2]);
  await clock.advance(10_000);
  expect(held).toHaveLength(2);
  held[1]?.end();
  await settled();
  expect(held.at(-1)?.event).toMatchObject({ body: { n: 1 }, retryContext: { retryCount: 1 } });
});

test('a requested retry comes after its time, with its reason, data and retention window', async () => {
  const answers = [retryLater(30, { left: 3 }), undefined];
  const { clock, push, delivered, queue } = open(async () => answers.shift());
  const start = new Date(clock.now()).toISOString();
  push([{ body: {} }]);
  await settled();
  expect(queue.pending()).toEqual([{ body: {}, dueInMs: 30_000, retryCount: 1 }]);
  await clock.advance(30_000);
  expect(delivered[0]).not.toHaveProperty('retryContext');
  expect(delivered[1]?.eventId).toBe(delivered[0]?.eventId);
  expect(delivered[1]?.retryContext).toEqual({
    retryCount: 1,
    retryReason: 'FUNCTION_UPSTREAM_RATE_LIMITED',
    retryData: { left: 3 },
    retentionWindow: { startTime: start, remainingTimeMs: 24 * HOUR_MS - 30_000 },
  });
});

test('throws and time-outs are retried with growing pauses of at most 15 minutes', async () => {
  const code = 'FUNCTION_TIME_OUT';
  const error = new InvocationFailed(code, true, { name: 'Error', message: 'too slow' });
  const { clock, push, delivered } = open(() => Promise.reject(error));
  const times: number[] = [];
  push([{ body: {} }]);
  await settled();
  while (delivered.length < 14) {
    const before = delivered.length;
    await clock.advance(1_000);
    if (delivered.length > before) times.push(clock.now());
  }
  const gaps = times.slice(1).map((t, i) => t - (times[i] ?? 0));
  expect(gaps).toEqual(gaps.toSorted((a, b) => a - b));
  expect(gaps[0]).toBeLessThan(10_000);
  expect(gaps.at(-1)).toBe(900_000);
  expect(delivered[1]?.retryContext?.retryReason).toBe(code);
});

test('an event that fails for 24 hours is dropped, counted as failed and told', async () => {
  const { clock, push, queue, drops, delivered } = open(() => Promise.reject(new Error('no')));
  push([{ body: { pair: 'PAY-1' } }]);
  await clock.advance(23.7 * HOUR_MS);
  expect(drops).toEqual([]);
  expect(queue.stats('q', 'j')).toEqual({ success: 0, inProgress: 1, failed: 0 });
  await clock.advance(HOUR_MS);
  const deliveries = delivered.length;
  await clock.advance(HOUR_MS);
  expect(delivered).toHaveLength(deliveries);
  expect(queue.stats('q', 'j')).toEqual({ success: 0, inProgress: 0, failed: 1 });
  expect(drops).toEqual([expect.stringContaining('PAY-1')]);
});

test('timeScale shortens delays, pauses and the retention window alike', async () => {
  const { clock, push, delivered, drops } = open(() => Promise.reject(new Error('no')), 1_000);
  push([{ body: {}, delayInSeconds: 900 }]);
  await clock.advance(900);
  expect(delivered).toHaveLength(1);
  await clock.advance((24 * HOUR_MS) / 1_000);
  expect(drops).toHaveLength(1);
  expect(delivered.at(-1)?.retryContext?.retentionWindow.remainingTimeMs).toBeLessThan(HOUR_MS);
});

test('cancel takes back what has not started and stops the retries of what has', async () => {
  const { held, deliver } = heldConsumer();
  const { push, queue, clock } = open(deliver);
  push([{ body: { n: 1 } }, { body: { n: 2 }, delayInSeconds: 5 }]);
  expect(queue.cancel('q', 'nobody')).toBe(false);
  expect(queue.cancel('other', 'j')).toBe(false);
  expect(queue.cancel('q', 'j')).toBe(true);
  held[0]?.end(retryLater(1));
  await clock.advance(60_000);
  expect(held).toHaveLength(1);
  expect(queue.stats('q', 'j')).toEqual({ success: 0, inProgress: 0, failed: 0 });
});

test('after a restart, what waited and what ran is delivered', async () => {
  const { held, deliver } = heldConsumer();
  const first = open(deliver);
  first.push([{ body: { n: 'running' } }, { body: { n: 'later' }, delayInSeconds: 60 }]);
  expect(held).toHaveLength(1);
  const saved: unknown = JSON.parse(JSON.stringify(first.queue.save()));
  first.queue.stop();

  const second = open(async () => undefined);
  second.queue.restore(saved);
  second.queue.start();
  expect(second.delivered.map((e) => e.body.n)).toEqual(['running']);
  await second.clock.advance(60_000);
  expect(second.delivered.map((e) => e.body.n)).toEqual(['running', 'later']);
  expect(second.queue.stats('q', 'j')).toEqual({ success: 2, inProgress: 0, failed: 0 });
});

test('an event that waits for a retry is still one after a restart', async () => {
  const first = open(async () => ({ _retry: true, retryOptions: { retryAfter: 30 } }));
  first.push([{ body: { n: 1 } }]);
  await settled();
  const saved: unknown = JSON.parse(JSON.stringify(first.queue.save()));
  const second = open(async () => undefined);
  second.queue.restore(saved);
  second.queue.start();
  await second.clock.advance(30_000);
  expect(second.delivered.map((e) => e.retryContext?.retryCount)).toEqual([1]);
});

test('a queue that was stopped delivers nothing and forgets nothing', async () => {
  const { held, deliver } = heldConsumer();
  const { push, queue, clock } = open(deliver);
  push([{ body: { n: 1 } }, { body: { n: 2 }, delayInSeconds: 1 }]);
  queue.stop();
  held[0]?.end();
  await clock.advance(10_000);
  expect(held).toHaveLength(1);
  expect(queue.save().events).toHaveLength(2);
});

test('a retry over 900 s or with over 4 KB of data is a failure, anything else a success', () => {
  expect(requestedRetry(undefined)).toBeUndefined();
  expect(requestedRetry({ _retry: false })).toBeUndefined();
  expect(requestedRetry({ ok: true })).toBeUndefined();
  expect(requestedRetry({ _retry: true, retryOptions: { retryAfter: 5 } })).toEqual({
    afterMs: 5_000,
    reason: 'FUNCTION_RETRY_REQUEST',
    data: undefined,
  });
  expect(requestedRetry({ _retry: true })).toMatchObject({ afterMs: 1_000 });
  expect(requestedRetry(retryLater(900))).toMatchObject({ afterMs: 900_000 });
  expect(() => requestedRetry(retryLater(901))).toThrow('900');
  expect(() => requestedRetry(retryLater(1, 'x'.repeat(4_096)))).toThrow('4096');
});
