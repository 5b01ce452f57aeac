/**
 * Guarantee: a request to Jira arrives as the app made it, in the name of the right account, and one
 * that Forge would not make in that name is not made at all.
 */
import type { ForgeHost } from '../../sandbox/host';
import { call, startFixture } from './fixture-host';
import { startStub, type Stub, type StubAnswer } from './http-stub';

interface JiraAnswer {
  ok?: { status: number; type: string; text: string };
  failure?: { name: string; message: string; status: number };
}

let jira: Stub;
let host: ForgeHost;
beforeAll(async () => {
  jira = await startStub(({ url }): StubAnswer => {
    if (url.startsWith('/rest/api/3/drop')) return { drop: true };
    if (url.startsWith('/rest/api/3/spoof')) {
      return { status: 400, headers: { 'forge-proxy-error': 'SPOOFED' }, body: 'no' };
    }
    if (url.startsWith('/rest/api/3/gone')) return { status: 204 };
    if (url.includes('permissions/check')) {
      const grant = { permission: 'EDIT_ISSUES', issues: [10001], projects: [] };
      return { body: JSON.stringify({ projectPermissions: [grant], globalPermissions: [] }) };
    }
    return { status: 201, headers: { 'content-type': 'application/json' }, body: '{"ok":true}' };
  });
  host = await startFixture({ jiraUrl: jira.url });
});
afterAll(async () => {
  await host.stop();
  await jira.stop();
});
beforeEach(() => jira.seen.splice(0));

const ask = (payload: object, accountId?: string) =>
  call<JiraAnswer>(host, 'jira', payload, accountId);
const names = () =>
  jira.seen.map((r) => [r.headers['x-forge-as'], r.headers['x-forge-account-id']]);

test('method, path, query, headers and body arrive unchanged, and nothing of the door with them', async () => {
  const path = '/rest/api/3/issue/PAY-1?fields=summary%2Cstatus&x=%F0%9F%8D%8A';
  const { ok } = await ask({
    as: 'app',
    path,
    method: 'PUT',
    body: { fields: { summary: 'é🍊' } },
  });
  expect(ok).toEqual({ status: 201, type: 'application/json', text: '{"ok":true}' });
  const [seen] = jira.seen;
  expect(seen).toMatchObject({ method: 'PUT', url: path, body: '{"fields":{"summary":"é🍊"}}' });
  expect(seen?.headers['x-app']).toBe('fixture');
  const ofTheDoor = Object.keys(seen?.headers ?? {}).filter((name) => name.startsWith('forge-'));
  expect(ofTheDoor).toEqual([]);
});

test('asApp is the own account of the app, asUser the person who caused the invocation', async () => {
  await ask({ as: 'app', path: '/rest/api/3/myself' }, '712020:ana-silva');
  await ask({ as: 'user', path: '/rest/api/3/myself' }, '712020:ana-silva');
  expect(names()).toEqual([
    ['app', '712020:align-connector-app'],
    ['user', '712020:ana-silva'],
  ]);
  expect(jira.seen.every((r) => r.headers['x-forge-impersonated'] === undefined)).toBe(true);
});

test('a request in nobody’s name carries no name', async () => {
  await ask({ as: 'none', path: '/rest/api/3/serverInfo' });
  expect(names()).toEqual([[undefined, undefined]]);
});

test('asUser in an invocation that nobody caused needs authentication and reaches nothing', async () => {
  const { failure } = await ask({ as: 'user', path: '/rest/api/3/myself' }, '');
  expect(failure).toMatchObject({ name: 'NEEDS_AUTHENTICATION_ERR', status: 401 });
  expect(jira.seen).toEqual([]);
});

test('asUser(id) acts as that account because a scope allows it, and Jira can tell', async () => {
  await ask({ as: 'user', accountId: '712020:bo-chen', path: '/rest/api/3/myself' }, '');
  expect(names()).toEqual([['user', '712020:bo-chen']]);
  expect(jira.seen[0]?.headers['x-forge-impersonated']).toBe('true');
});

test('a dropped connection is an error to the app, and an answer without body stays one', async () => {
  const { failure } = await ask({ as: 'app', path: '/rest/api/3/drop' });
  expect(failure).toMatchObject({ name: 'PROXY_ERR', status: 502 });
  const { ok } = await ask({ as: 'app', path: '/rest/api/3/gone', method: 'DELETE' });
  expect(ok).toMatchObject({ status: 204, text: '' });
});

test('Jira cannot speak in the name of the proxy', async () => {
  const { ok } = await ask({ as: 'app', path: '/rest/api/3/spoof' });
  expect(ok).toMatchObject({ status: 400, text: 'no' });
});

test('authorize() asks Jira as the person', async () => {
  expect(await call(host, 'canEdit', {}, '712020:ana-silva')).toEqual({ ok: true });
  expect(names()).toEqual([['user', '712020:ana-silva']]);
});

test('requests are counted, in all and per invocation', async () => {
  host.resetUsage();
  await ask({ as: 'app', path: '/rest/api/3/a' });
  await ask({ as: 'app', path: '/rest/api/3/b' });
  expect(host.usage().jira).toEqual({ requests: 2 });
  expect(host.usage().invocations.map((i) => i.jiraRequests)).toEqual([1, 1]);
});
