// Guarantee: an injected fault strikes exactly the requests it was meant for, and the difference
// between "failed before the effect" and "failed after the effect" is real.
import { serve, type HttpBindings } from '@hono/node-server';
import type { AddressInfo } from 'node:net';
import { Hono } from 'hono';
import { faultMiddleware, Faults } from '../../sandbox/faults';

describe('faults over real HTTP', () => {
  const faults = new Faults();
  let effects = 0;
  let url = '';
  let close: () => Promise<void>;

  beforeAll(async () => {
    const app = new Hono<{ Bindings: HttpBindings }>();
    app.use(faultMiddleware(faults));
    app.all('*', (c) => {
      effects += 1;
      return c.json({ effects });
    });
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
    await new Promise((resolve) => server.once('listening', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    close = () => new Promise((resolve) => server.close(() => resolve()));
  });
  beforeEach(() => {
    effects = 0;
    faults.clear();
  });
  afterAll(() => close());

  const get = (path = '/x') => fetch(url + path, { redirect: 'manual' });

  it('answers with the given status, headers and body without reaching the server', async () => {
    faults.next({}, { status: 503, headers: { 'Retry-After': '7' }, body: '<html>down</html>' });
    const answer = await get();
    expect([answer.status, answer.headers.get('retry-after'), await answer.text()]).toEqual([
      503,
      '7',
      '<html>down</html>',
    ]);
    expect(effects).toBe(0);
  });

  it('can answer a redirect, and a status that allows no body', async () => {
    faults.next({}, { status: 302, headers: { Location: 'https://elsewhere.example/' } });
    faults.next({}, { status: 204, body: 'ignored' });
    const redirect = await get();
    expect([redirect.status, redirect.headers.get('location')]).toEqual([
      302,
      'https://elsewhere.example/',
    ]);
    expect((await get()).status).toBe(204);
  });

  it('drops the connection before the effect', async () => {
    faults.next({}, { dropBeforeEffect: true });
    await expect(get()).rejects.toThrow('fetch failed');
    expect(effects).toBe(0);
  });

  it('drops the connection after the effect', async () => {
    faults.next({}, { dropAfterEffect: true });
    await expect(get()).rejects.toThrow('fetch failed');
    expect(effects).toBe(1);
    expect(await (await get()).json()).toEqual({ effects: 2 });
  });

  it('delays an answer that is otherwise whole', async () => {
    faults.next({}, { delayMs: 120 });
    const start = performance.now();
    expect((await get()).status).toBe(200);
    expect(performance.now() - start).toBeGreaterThanOrEqual(110);
  });

  it('strikes only the method and path it names, as many times as asked', async () => {
    faults.next({ method: 'post', path: /^\/orders/g }, { status: 500, times: 2 });
    expect((await get('/orders')).status).toBe(200);
    const post = () => fetch(`${url}/orders?x=1`, { method: 'POST' });
    expect([(await post()).status, (await post()).status, (await post()).status]).toEqual([
      500, 500, 200,
    ]);
  });

  it('strikes in the order of registration', async () => {
    faults.next({}, { status: 500 });
    faults.next({}, { status: 429 });
    expect([(await get()).status, (await get()).status]).toEqual([500, 429]);
  });

  it('refuses a fault with no outcome or with two', () => {
    expect(() => faults.next({}, {})).toThrow('needs a status');
    expect(() => faults.next({}, { status: 500, dropAfterEffect: true })).toThrow('one of');
  });
});
