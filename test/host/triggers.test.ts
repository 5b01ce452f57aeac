/**
 * Guarantee: product events and schedules reach the functions that the manifest names, with the
 * documented arguments, and what a function fails at is retried as documented or told, never lost in
 * silence.
 */
import type { ForgeHost } from '../../sandbox/host';
import { startFixture } from './fixture-host';

let host: ForgeHost;
beforeAll(async () => {
  host = await startFixture({ timeScale: 50, schedules: { fiveMinute: 80, hour: 0 } });
});
afterAll(() => host.stop());

type Rows = { plain?: { key: string; value: unknown }[] };
const stored = (key: string) =>
  ((host.kvs.dump() as Rows).plain ?? []).find((row) => row.key === key)?.value;
const keysOf = (prefix: string) =>
  ((host.kvs.dump() as Rows).plain ?? []).map((r) => r.key).filter((k) => k.startsWith(prefix));
const issue = (key: string) => ({ issue: { id: '1', key } });

describe('product events', () => {
  test('an event reaches the triggers that name it and no other', async () => {
    await host.productEvent('avi:jira:created:issue', { ...issue('PAY-1'), timestamp: '1' });
    await host.idle();
    expect(stored('issue:PAY-1:0')).toEqual({
      eventType: 'avi:jira:created:issue',
      ...issue('PAY-1'),
      timestamp: '1',
    });
    expect(stored('deleted')).toBeUndefined();
    await host.productEvent('avi:jira:deleted:issue', { ...issue('PAY-1'), selfGenerated: true });
    await host.idle();
    expect(stored('deleted')).toBe('PAY-1');
  });

  test('ignoreSelf drops what the app itself caused', async () => {
    const event = { ...issue('PAY-2'), selfGenerated: true };
    await host.productEvent('avi:jira:updated:issue', event);
    await host.productEvent('avi:jira:updated:issue', { ...issue('PAY-3'), selfGenerated: false });
    await host.idle();
    expect(stored('issue:PAY-2:0')).toBeUndefined();
    expect(stored('issue:PAY-3:0')).toBeDefined();
  });

  test('the caller does not wait for the function', async () => {
    const before = host.usage().invocations.length;
    await host.productEvent('avi:jira:updated:issue', issue('PAY-4'));
    expect(host.usage().invocations).toHaveLength(before);
    await host.idle();
    expect(host.usage().invocations.length).toBeGreaterThan(before);
  });

  test('a function that asks again gets four retries, then the loss is told', async () => {
    await host.productEvent('avi:jira:updated:issue', { ...issue('PAY-5'), mood: 'ask-again' });
    await host.idle({ includeDelayed: true });
    expect(keysOf('issue:PAY-5:')).toEqual([0, 1, 2, 3, 4].map((n) => `issue:PAY-5:${n}`));
    expect(host.logs().join('\n')).toMatch(/!!! .*updated:issue is lost.*4 retries/);
  });

  test('what a function throws is not retried, and the loss is told', async () => {
    await host.productEvent('avi:jira:updated:issue', { ...issue('PAY-6'), mood: 'throw' });
    await host.idle({ includeDelayed: true });
    expect(keysOf('issue:PAY-6:')).toEqual(['issue:PAY-6:0']);
    expect(host.logs().join('\n')).toMatch(/!!! .*is lost: on-issue threw Error: no mood/);
  });

  test('an event over 200 kB is not delivered, and that is told', async () => {
    const big = { ...issue('PAY-7'), blob: 'x'.repeat(201 * 1024) };
    await host.productEvent('avi:jira:updated:issue', big);
    await host.idle();
    expect(stored('issue:PAY-7:0')).toBeUndefined();
    expect(host.logs().join('\n')).toMatch(/!!! .*over 200 kB/);
  });
});

describe('schedules', () => {
  test('a run now gives the documented argument and what the function returned', async () => {
    expect(await host.runSchedule('hourly')).toEqual({ ran: true });
    expect(stored('tick')).toMatchObject({
      event: {
        context: { cloudId: '11223344-a1b2-4c3d-8e9f-0123456789ab', moduleKey: 'hourly' },
        contextToken: expect.any(String) as unknown,
      },
    });
  });

  test('a trigger runs by itself at its period', async () => {
    host.resetUsage();
    await new Promise((resolve) => setTimeout(resolve, 500));
    const ticks = host.usage().invocations.filter((i) => i.functionKey === 'tick');
    expect(ticks.length).toBeGreaterThanOrEqual(2);
    expect(stored('tick')).toMatchObject({ event: { context: { moduleKey: 'every-five' } } });
  });

  test('an unknown trigger is refused with the names of the known ones', async () => {
    await expect(host.runSchedule('never')).rejects.toThrow('every-five, hourly');
  });
});
