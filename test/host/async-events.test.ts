/**
 * Guarantee: the unmodified @forge/events pushes to a consumer of the app and back: delivery, delay,
 * concurrency, statistics, cancellation, retries after an InvocationError, a throw, a crash and a
 * time-out, and refusals by the package's own error classes.
 */
import type { ForgeHost } from '../../sandbox/host';
import { call, startFixture } from './fixture-host';

const TIME_SCALE = 100;

let host: ForgeHost;
beforeAll(async () => {
  host = await startFixture({ timeScale: TIME_SCALE });
});
afterAll(() => host.stop());

type Delivery = {
  begin: number;
  end: number;
  event: Record<string, unknown> & { retryContext?: Record<string, unknown> };
  context: Record<string, unknown>;
};
interface Pushed {
  ok?: { jobId: string };
  failure?: { class: string; message: string };
}

const push = (events: object[], queue = 'work') => call<Pushed>(host, 'push', { queue, events });
const rows = () => (host.kvs.dump() as { plain: { key: string; value: unknown }[] }).plain;
const row = (key: string) => rows().find((r) => r.key === key)?.value;
const delivery = (id: string, count = 0) => row(`delivery:${id}:${count}`) as Delivery;

test('an event reaches its consumer without a person, with its job, queue and body', async () => {
  const { ok } = await push([{ body: { id: 'plain' } }]);
  await host.idle();
  const { event, context } = delivery('plain');
  expect(event).toEqual({
    body: { id: 'plain' },
    queueName: 'work',
    jobId: ok?.jobId,
    eventId: expect.any(String) as unknown,
  });
  expect(context).not.toHaveProperty('principal');
  expect(await call(host, 'stats', { queue: 'work', jobId: ok?.jobId })).toEqual({
    ok: { success: 1, inProgress: 0, failed: 0 },
  });
});

test('a delay is kept, and idle waits for it only when asked to', async () => {
  const pushedAt = Date.now();
  await push([{ body: { id: 'late' }, delayInSeconds: 30 }]);
  await host.idle();
  expect(row('delivery:late:0')).toBeUndefined();
  expect(host.queue.pending()).toEqual([
    expect.objectContaining({ body: { id: 'late' }, retryCount: 0 }),
  ]);
  await host.idle({ includeDelayed: true });
  expect(delivery('late').begin - pushedAt).toBeGreaterThanOrEqual(30_000 / TIME_SCALE);
});

test('events with one concurrency key never run at the same time; others do', async () => {
  const same = ['s1', 's2', 's3'].map((id) => ({
    body: { id, holdMs: 60 },
    concurrency: { key: 'pair-7', limit: 1 },
  }));
  const free = ['f1', 'f2'].map((id) => ({ body: { id, holdMs: 60 } }));
  await push([...same, ...free]);
  await host.idle();
  const runs = ['s1', 's2', 's3'].map((id) => delivery(id)).sort((a, b) => a.begin - b.begin);
  for (const [i, run] of runs.slice(1).entries()) {
    expect(run.begin).toBeGreaterThanOrEqual(runs[i]?.end ?? Infinity);
  }
  expect(delivery('f2').begin).toBeLessThan(delivery('f1').end);
});

test.each([
  ['ask-again', 'FUNCTION_UPSTREAM_RATE_LIMITED', { left: 3 }],
  ['throw', 'FUNCTION_PLATFORM_UNKNOWN_ERROR', undefined],
  ['exit', 'FUNCTION_PLATFORM_UNKNOWN_ERROR', undefined],
])('after %s the event comes again and is told why', async (first, reason, data) => {
  host.resetUsage();
  const { ok } = await push([{ body: { id: `again-${first}`, first } }]);
  await host.idle({ includeDelayed: true });
  expect(delivery(`again-${first}`, 1).event.retryContext).toMatchObject({
    retryCount: 1,
    retryReason: reason,
    ...(data && { retryData: data }),
    retentionWindow: { startTime: expect.any(String) as unknown },
  });
  expect(await call(host, 'stats', { queue: 'work', jobId: ok?.jobId })).toMatchObject({
    ok: { success: 1, inProgress: 0 },
  });
  expect(host.usage().queue).toEqual({ pushed: 1, delivered: 2, retries: 1 });
});

test('a consumer over its time is stopped, told loudly, and its event comes again', async () => {
  const begin = Date.now();
  await push([{ body: { id: 'sleepy' } }], 'slow');
  await host.idle({ includeDelayed: true });
  expect(Date.now() - begin).toBeGreaterThanOrEqual(1_000);
  expect(row('slow:sleepy')).toMatchObject({ retryCount: 1, retryReason: 'FUNCTION_TIME_OUT' });
  expect(host.logs().join('\n')).toContain('!!! slow ran longer than 1 s and was stopped');
});

test('what else ran in the process of a function over its time fails and, as an event, comes again', async () => {
  const bystander = call(host, 'hang').catch((error: unknown) => error);
  await push([{ body: { id: 'bystander', holdMs: 5_000 } }]);
  await push([{ body: { id: 'culprit' } }], 'slow');
  expect(await bystander).toMatchObject({ platform: true });
  await host.idle({ includeDelayed: true });
  expect(row('delivery:bystander:0')).toBeUndefined();
  expect(delivery('bystander', 1).event.retryContext).toMatchObject({ retryCount: 1 });
});

test('a cancelled job delivers nothing more', async () => {
  const { ok } = await push([{ body: { id: 'doomed' }, delayInSeconds: 900 }]);
  expect(await call(host, 'cancel', { queue: 'work', jobId: ok?.jobId })).toEqual({});
  expect(host.queue.pending()).toEqual([]);
  const unknown = await call<Pushed>(host, 'cancel', { queue: 'work', jobId: 'nobody' });
  expect(unknown.failure?.class).toBe('JobDoesNotExistError');
  const stats = await call<Pushed>(host, 'stats', { queue: 'work', jobId: 'nobody' });
  expect(stats.failure?.class).toBe('JobDoesNotExistError');
});

test.each([
  ['51 events', Array.from({ length: 51 }, () => ({ body: {} })), 'TooManyEventsError'],
  ['no events', [], 'NoEventsToPushError'],
  ['over 200 KB', [{ body: { x: 'x'.repeat(201 * 1024) } }], 'PayloadTooBigError'],
  ['a delay over 900 s', [{ body: {}, delayInSeconds: 901 }], 'InvalidPushSettingsError'],
  ['a body that is no object', [{ body: 'text' }], 'InvalidPayloadError'],
  [
    'a limit of nothing',
    [{ body: {}, concurrency: { key: 'k', limit: 0 } }],
    'InternalServerError',
  ],
])('%s is refused', async (_what, events, expected) => {
  expect((await push(events)).failure?.class).toBe(expected);
  expect(host.queue.pending()).toEqual([]);
});

test('a queue that no consumer reads refuses the push', async () => {
  const { failure } = await push([{ body: {} }], 'nowhere');
  expect(failure).toMatchObject({ class: 'InternalServerError' });
  expect(failure?.message).toContain('nowhere');
});

test('idle gives up after its time and says what is going on', async () => {
  await push([{ body: { id: 'busy', holdMs: 300 } }]);
  await expect(host.idle({ timeoutMs: 50 })).rejects.toThrow('1 invocations run');
  await host.idle();
});
