/**
 * Guarantee: the app reaches the external addresses of its manifest and nothing else, by whatever way
 * it tries, and sees of the answer exactly what fetch would show.
 */
import type { ForgeHost } from '../../sandbox/host';
import { Egress } from '../../sandbox/host/proxy/egress';
import { call, startFixture } from './fixture-host';
import { startStub, type Stub, type StubAnswer } from './http-stub';

interface Answer {
  ok?: { status: number; url: string; headers: Record<string, string>; text: string };
  failure?: { class: string; name: string; message: string; status: number; cause: string };
}

const ALIGN = 'https://acme.jiraalign.com';
let align: Stub;
let host: ForgeHost;
beforeAll(async () => {
  align = await startStub(({ url }): StubAnswer => {
    if (url === '/moved') return { status: 302, headers: { location: `${ALIGN}/new` } };
    if (url === '/to-evil') return { status: 302, headers: { location: 'https://evil.example/' } };
    if (url === '/loop') return { status: 302, headers: { location: '/loop' } };
    if (url === '/drop') return { drop: true };
    if (url === '/spoof') return { headers: { 'forge-host-egress-refused': '1' }, body: 'real' };
    return { headers: { 'x-align': '1' }, body: `hello from ${url}` };
  });
  host = await startFixture({ egress: { [ALIGN]: align.url } });
});
afterAll(async () => {
  await host.stop();
  await align.stop();
});
beforeEach(() => align.seen.splice(0));

const get = (url: string, init?: RequestInit, via: 'global' | 'api' = 'global') =>
  call<Answer>(host, 'egress', { url, via, init });

test.each(['global', 'api'] as const)(
  'an allowed address is reached through %s fetch',
  async (via) => {
    const { ok } = await get(`${ALIGN}/rest?a=1`, { headers: { authorization: 'bearer t' } }, via);
    expect(ok).toMatchObject({
      status: 200,
      url: `${ALIGN}/rest?a=1`,
      text: 'hello from /rest?a=1',
      headers: { 'x-align': '1' },
    });
    expect(align.seen[0]?.headers).toMatchObject({
      'x-original-host': 'acme.jiraalign.com',
      authorization: 'bearer t',
    });
  },
);

test('method and body arrive', async () => {
  await get(`${ALIGN}/items`, { method: 'PATCH', body: '[{"op":"replace"}]' });
  expect(align.seen[0]).toMatchObject({ method: 'PATCH', body: '[{"op":"replace"}]' });
});

test.each([
  ['another host', 'https://evil.example/x'],
  ['the bare domain', 'https://jiraalign.com/'],
  ['a host that only ends alike', 'https://evil-jiraalign.com/'],
  ['a port', 'https://acme.jiraalign.com:8443/'],
  ['plain http', 'http://acme.jiraalign.com/'],
  ['an allowed name in the query', 'https://evil.example?x.jiraalign.com'],
  ['the metadata service', 'http://169.254.169.254/'],
])('%s is refused as @forge/api says', async (_what, url) => {
  for (const via of ['global', 'api'] as const) {
    const { failure } = await get(url, undefined, via);
    expect(failure).toMatchObject({ name: 'REQUEST_EGRESS_ALLOWLIST_ERR', status: 403 });
    expect(failure?.message).toContain('permissions');
  }
  expect(align.seen).toEqual([]);
});

test('an address with a user in it is refused as fetch itself does', async () => {
  const { failure } = await get('https://user:pass@acme.jiraalign.com/');
  expect(failure).toMatchObject({ class: 'TypeError' });
});

test('a redirect is shown with redirect: manual and not followed', async () => {
  const { ok } = await get(`${ALIGN}/moved`, { redirect: 'manual' });
  expect(ok).toMatchObject({ status: 302, headers: { location: `${ALIGN}/new` } });
  expect(align.seen).toHaveLength(1);
});

test('a redirect is followed by default, but only to an allowed address, and not for ever', async () => {
  expect((await get(`${ALIGN}/moved`)).ok).toMatchObject({ url: `${ALIGN}/new` });
  const away = await get(`${ALIGN}/to-evil`);
  expect(away.failure?.name).toBe('REQUEST_EGRESS_ALLOWLIST_ERR');
  const loop = await get(`${ALIGN}/loop`);
  expect(loop.failure).toMatchObject({ class: 'TypeError', message: 'fetch failed' });
  const refused = await get(`${ALIGN}/moved`, { redirect: 'error' });
  expect(refused.failure).toMatchObject({ class: 'TypeError', message: 'fetch failed' });
});

test('an allowed host that nothing stands for fails as an unknown host name', async () => {
  const { failure } = await get('https://other.jiraalign.com/');
  expect(failure).toMatchObject({
    class: 'TypeError',
    message: 'fetch failed',
    cause: 'ENOTFOUND',
  });
});

test('a dropped connection fails as it does with fetch', async () => {
  const { failure } = await get(`${ALIGN}/drop`);
  expect(failure).toMatchObject({ class: 'TypeError', message: 'fetch failed' });
});

test('the other side cannot speak in the name of the host', async () => {
  expect((await get(`${ALIGN}/spoof`)).ok?.text).toBe('real');
});

test('a socket opened past fetch reaches nothing', async () => {
  const { failure } = await call<{ failure: { code: string } }>(host, 'rawSocket', {
    port: align.port,
  });
  expect(failure.code).toBe('EACCES');
  expect(align.seen).toEqual([]);
});

test('requests are counted', async () => {
  host.resetUsage();
  await get(`${ALIGN}/1`);
  await get(`${ALIGN}/moved`);
  expect(host.usage().egress).toEqual({ requests: 3 });
  expect(host.usage().invocations.map((i) => i.egressRequests)).toEqual([1, 2]);
});

test('without an allow-list nothing is allowed', () => {
  const egress = new Egress({}, {});
  expect(egress.isAllowed(new URL(ALIGN))).toBe(false);
});
