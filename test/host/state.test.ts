/**
 * Guarantee: what the app stored and what it queued survives a restart of the host, secrets lie apart
 * and unreadable to others, and a damaged file stops the start with its remedy.
 */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { HostLog } from '../../sandbox/host/host-log';
import { Snapshots } from '../../sandbox/host/snapshots';
import { call, startFixture, storage } from './fixture-host';

let stateDir: string;
beforeEach(() => {
  stateDir = mkdtempSync(path.join(tmpdir(), 'forge-state-'));
});
afterEach(() => rmSync(stateDir, { recursive: true, force: true }));

const file = (name: string) => path.join(stateDir, name);

test('values, entities, secrets and waiting events are there after a restart', async () => {
  const first = await startFixture({ stateDir, timeScale: 100 });
  await storage(first, 'set', 'greeting', 'hello');
  await storage(first, 'setEmployee', 'e1', { surname: 'Davis', team: 'red', age: 30 });
  await storage(first, 'setSecret', 'token', 'hush-hush');
  const late = { body: { id: 'late' }, delayInSeconds: 60 };
  const running = { body: { id: 'running', holdMs: 3_000 } };
  await call(first, 'push', { queue: 'work', events: [late, running] });
  await first.stop();

  const second = await startFixture({ stateDir, timeScale: 100 });
  try {
    expect(await storage(second, 'get', 'greeting')).toEqual({ ok: 'hello' });
    expect(await storage(second, 'employee', 'e1')).toMatchObject({ ok: { surname: 'Davis' } });
    expect(await storage(second, 'getSecret', 'token')).toEqual({ ok: 'hush-hush' });
    await second.idle({ includeDelayed: true });
    expect(await storage(second, 'get', 'delivery:late:0')).toHaveProperty('ok');
    expect(await storage(second, 'get', 'delivery:running:0')).toHaveProperty('ok');
  } finally {
    await second.stop();
  }
});

test('secrets are in a file of their own that only the owner can read', async () => {
  const host = await startFixture({ stateDir });
  await storage(host, 'setSecret', 'token', 'hush-hush');
  await storage(host, 'set', 'greeting', 'hello');
  await host.stop();
  expect(readFileSync(file('kvs.json'), 'utf8')).toContain('hello');
  expect(readFileSync(file('kvs.json'), 'utf8')).not.toContain('hush-hush');
  expect(readFileSync(file('secrets.json'), 'utf8')).toContain('hush-hush');
  expect(statSync(file('secrets.json')).mode & 0o077).toBe(0);
});

test('a change reaches the file soon, without a stop', async () => {
  const host = await startFixture({ stateDir });
  try {
    await storage(host, 'set', 'greeting', 'hello');
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(readFileSync(file('kvs.json'), 'utf8')).toContain('hello');
  } finally {
    await host.stop();
  }
});

test('a damaged file stops the start and says what to do', async () => {
  writeFileSync(file('kvs.json'), '{"plain": [');
  await expect(startFixture({ stateDir })).rejects.toThrow(/kvs\.json is not valid JSON.*--reset/);
});

test('a file that cannot be written is told loudly and tried again', () => {
  const log = new HostLog();
  const snapshots = new Snapshots(stateDir, log);
  let readable = false;
  const changed = snapshots.register('part', () => {
    if (!readable) throw new Error('disk full');
    return { saved: true };
  });
  changed();
  snapshots.flush();
  expect(log.all().join()).toMatch(/could not write .*part\.json: Error: disk full/);
  readable = true;
  snapshots.flush();
  expect(JSON.parse(readFileSync(file('part.json'), 'utf8'))).toEqual({ saved: true });
});
