/**
 * Guarantee: an app with the unmodified @forge packages runs in a clean child process as it does on
 * Forge: it knows its invocation and nobody else's, its errors keep their origin, and a function that
 * hangs, crashes or eats the memory costs its process but never the host.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ForgeHost } from '../../sandbox/host';
import { readManifest } from '../../sandbox/host/manifest';
import { timeoutSeconds } from '../../sandbox/host/timeouts';
import { call, startFixture } from './fixture-host';

interface Resolved {
  payload: unknown;
  context: Record<string, unknown>;
}

describe('the runtime of an app', () => {
  let host: ForgeHost;
  beforeAll(async () => {
    host = await startFixture();
  });
  afterAll(() => host.stop());

  test('a resolver gets the payload, the place, and the account of the principal only', async () => {
    const extension = { type: 'jira:issueContext', issue: { id: '1', key: 'PAY-1' } };
    const { payload, context } = (await host.invokeResolver(
      'panel',
      'request',
      { a: 1 },
      {
        accountId: '712020:ana-silva',
        extension: { ...extension, accountId: 'forged' },
      },
    )) as Resolved;
    expect(payload).toEqual({ a: 1 });
    expect(context).toMatchObject({
      accountId: '712020:ana-silva',
      cloudId: '11223344-a1b2-4c3d-8e9f-0123456789ab',
      moduleKey: 'panel',
      installContext: 'ari:cloud:jira::site/11223344-a1b2-4c3d-8e9f-0123456789ab',
      extension,
    });
  });

  test('invocations at the same time never see each other', async () => {
    const people = Array.from({ length: 12 }, (_, i) => `person-${i}`);
    const contexts = await Promise.all(
      people.map((person) => call<Resolved>(host, 'request', { person }, person)),
    );
    expect(contexts.map((c) => c.context.accountId)).toEqual(people);
    expect(contexts.map((c) => c.payload)).toEqual(people.map((person) => ({ person })));
  });

  test('the app knows its identity, its permissions and how much time is left', async () => {
    const about = await call<Record<string, unknown>>(host, 'about');
    expect(about).toMatchObject({
      context: { environmentType: 'DEVELOPMENT', moduleKey: 'page', appVersion: '1.0.0' },
      mayFetchAlign: true,
      mayFetchOther: false,
      hasScope: true,
      heapMB: 256,
    });
    expect(about.remainingMs).toBeGreaterThan(20_000);
    expect(about.remainingMs).toBeLessThanOrEqual(25_000);
  });

  test("the child's environment holds nothing of the host's", async () => {
    process.env.SECRET_OF_THE_HOST = 'x';
    const { env } = await call<{ env: string[] }>(host, 'about');
    expect(env).toEqual(['NODE_ENV', 'TZ']);
    delete process.env.SECRET_OF_THE_HOST;
  });

  test('an error keeps its name and message, and its stack points into the sources', async () => {
    const failed = call(host, 'fail', { word: 'grace' });
    await expect(failed).rejects.toMatchObject({
      name: 'RangeError',
      message: 'failed with grace',
      platform: false,
      stack: expect.stringMatching(/fixture-app\/src\/index\.ts:\d+:\d+/) as string,
    });
  });

  test('what the app prints is kept, with its level and function', async () => {
    await call(host, 'say', { hello: 'world' });
    expect(host.logs()).toContainEqual("[app warn resolver] the app says { hello: 'world' }");
  });

  test('a call of the platform that the host does not know is answered 501 and logged loudly', async () => {
    const answer = await call<{ ok: { status: number; text: string } }>(host, 'unknownCall');
    expect(answer.ok.status).toBe(501);
    expect(answer.ok.text).toContain('confluence');
    expect(await call(host, 'invokeRemote')).toEqual({ ok: 501 });
    const loud = host.logs().filter((line) => line.includes('!!!'));
    expect(loud.some((line) => line.includes('/wiki/x'))).toBe(true);
    expect(loud.some((line) => line.includes('frc'))).toBe(true);
  });

  test('a promise that outlives its invocation is refused, and its rejection ends the process', async () => {
    await call(host, 'forget');
    await expectLog(host, /kvs \/api\/v1\/set was called after its invocation had ended/);
    await expectLog(host, /process is gone: it ended by itself \(exit code 1\)/);
    expect(JSON.stringify(host.kvs.dump())).not.toContain('too-late');
  });

  test('a process that ends fails what runs in it, and the next call runs in a new one', async () => {
    const hanging = call(host, 'hang').catch((error: unknown) => error);
    await call(host, 'request');
    await expect(call(host, 'exit')).rejects.toMatchObject({
      platform: true,
      code: 'FUNCTION_PLATFORM_UNKNOWN_ERROR',
    });
    expect(await hanging).toMatchObject({ platform: true });
    await expect(call(host, 'request', { again: 1 })).resolves.toMatchObject({
      payload: { again: 1 },
    });
  });

  test('a function that needs more memory than the manifest gives ends as out of memory', async () => {
    await expect(call(host, 'exhaust')).rejects.toMatchObject({
      platform: true,
      code: 'FUNCTION_OUT_OF_MEMORY',
    });
    await expect(call(host, 'request')).resolves.toBeDefined();
  }, 60_000);

  test('usage tells every invocation with its time and what it used, and can be reset', async () => {
    host.resetUsage();
    await call(host, 'storage', { method: 'set', args: ['usage', 1] });
    await call(host, 'storage', { method: 'get', args: ['usage'] });
    await call(host, 'storage', { method: 'page', args: ['usage', 10] });
    await call(host, 'fail').catch(() => undefined);
    const { kvs, invocations } = host.usage();
    expect(kvs).toEqual({ reads: 1, writes: 1, queries: 1, transactions: 0 });
    expect(invocations.map((i) => i.outcome)).toEqual(['ok', 'ok', 'ok', 'error']);
    expect(invocations[1]).toMatchObject({ functionKey: 'resolver', kvs: { reads: 1, writes: 0 } });
    expect(invocations[0]?.ms).toBeGreaterThan(0);
    expect(invocations[0]?.cpuMs).toBeGreaterThan(0);
    host.resetUsage();
    expect(host.usage().invocations).toEqual([]);
  });

  test('cold start and bundle size are measured', () => {
    expect(host.coldStart.ms).toBeGreaterThan(0);
    expect(host.coldStart.bundleBytes).toBeGreaterThan(50_000);
  });
});

describe('starting the host', () => {
  test('a bundle that another tool made can be used instead of the sources', async () => {
    const host = await startFixture({ bundle: require.resolve('./ready-bundle.cjs') });
    expect(await call(host, 'anything')).toBe('from the ready bundle');
    await host.stop();
  });

  test('a port that is taken is refused with a remedy', async () => {
    const first = await startFixture();
    const port = Number(new URL(first.url).port);
    await expect(startFixture({ port })).rejects.toThrow(`Port ${port} is taken`);
    await first.stop();
  });

  test('a manifest that names an undeclared function is refused with the names', () => {
    const appDir = mkdtempSync(path.join(tmpdir(), 'forge-manifest-'));
    const manifest = `app: { id: x, runtime: { name: nodejs22.x } }
modules: { consumer: [{ key: c, queue: q, function: ghost }] }`;
    writeFileSync(path.join(appDir, 'manifest.yml'), manifest);
    expect(() => readManifest(appDir)).toThrow('module c names function ghost');
    writeFileSync(path.join(appDir, 'manifest.yml'), 'app: {}');
    expect(() => readManifest(appDir)).toThrow(/manifest\.yml cannot be used/);
    rmSync(appDir, { recursive: true });
  });

  test('an app that throws while it is loaded fails the start with the own words of the app', async () => {
    const bundle = require.resolve('./broken-bundle.cjs');
    await expect(startFixture({ bundle })).rejects.toThrow('this bundle cannot be loaded');
  });
});

describe('time-outs', () => {
  test('only consumers and scheduled triggers have their own; everything else has 25 s', () => {
    const declared = { key: 'f', handler: 'index.f', timeoutSeconds: 300 };
    const plain = { key: 'f', handler: 'index.f' };
    expect(timeoutSeconds('consumer', declared)).toBe(300);
    expect(timeoutSeconds('scheduledTrigger', declared)).toBe(300);
    expect(timeoutSeconds('consumer', plain)).toBe(55);
    expect(timeoutSeconds('jira:adminPage', declared)).toBe(25);
    expect(timeoutSeconds('trigger', plain)).toBe(25);
  });
});

async function expectLog(host: ForgeHost, pattern: RegExp): Promise<void> {
  const deadline = Date.now() + 5_000;
  while (Date.now() < deadline) {
    if (host.logs().some((line) => pattern.test(line))) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`No line matches ${pattern}:\n${host.logs().slice(-10).join('\n')}`);
}
