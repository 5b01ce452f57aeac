/**
 * Guarantee: only pages of Jira may use the bridge, the app's page gets the policy that @forge/csp
 * makes and the bridge script before its own, and what the host lacks is refused in clear words.
 */
import { CSPInjectionService, CSPProcessingService } from '@forge/csp';
import { load } from 'cheerio/slim';
import type { ForgeHost } from '../../sandbox/host';
import { startFixture } from './fixture-host';
import { buildFixtureWithPage } from './fixture-page';
import { startStub, type Stub, type StubAnswer } from './http-stub';

let jira: Stub;
let host: ForgeHost;
let fixture: Awaited<ReturnType<typeof buildFixtureWithPage>>;
beforeAll(async () => {
  fixture = await buildFixtureWithPage();
  jira = await startStub(({ url, headers }): StubAnswer => {
    if (url.startsWith('/avatar')) {
      return { headers: { 'content-type': 'image/png' }, body: '\u0001\u0002' };
    }
    return { headers: { 'content-type': 'application/json' }, body: JSON.stringify(headers) };
  });
  host = await startFixture({ appDir: fixture.appDir, jiraUrl: jira.url });
});
afterAll(async () => {
  await host.stop();
  await jira.stop();
  fixture.remove();
});
beforeEach(() => jira.seen.splice(0));

const mount = {
  moduleKey: 'panel',
  accountId: '712020:ana-silva',
  colorMode: 'dark',
  locale: 'en-US',
  extension: { type: 'jira:issueContext', issue: { id: '1', key: 'PAY-1' } },
};

interface BridgeAnswer {
  ok?: unknown;
  error?: { name: string; message: string };
}

async function bridge(op: string, payload?: unknown, more: object = {}) {
  const response = await fetch(`${host.url}/bridge`, {
    method: 'POST',
    body: JSON.stringify({ op, mount: { ...mount, ...more }, payload }),
  });
  return { status: response.status, ...((await response.json()) as BridgeAnswer) };
}

test('the bridge answers Jira’s origin and no other', async () => {
  const preflight = async (origin: string) => {
    const headers = { origin, 'access-control-request-method': 'POST' };
    const answer = await fetch(`${host.url}/bridge`, { method: 'OPTIONS', headers });
    return answer.headers.get('access-control-allow-origin');
  };
  expect(await preflight(new URL(jira.url).origin)).toBe(new URL(jira.url).origin);
  expect(await preflight('http://evil.example')).toBeNull();
});

test('a mount gives the whole context of the module and a page of another origin', async () => {
  const { ok } = await bridge('mount');
  expect(ok).toMatchObject({
    title: 'Fixture panel',
    resourceUrl: `${host.uiUrl}/ui/main/index.html`,
    context: {
      accountId: '712020:ana-silva',
      cloudId: '11223344-a1b2-4c3d-8e9f-0123456789ab',
      moduleKey: 'panel',
      siteUrl: jira.url,
      locale: 'en-US',
      environmentType: 'DEVELOPMENT',
      theme: { colorMode: 'dark', light: 'light', dark: 'dark' },
      extension: mount.extension,
      permissions: { scopes: ['storage:app', 'read:jira-work', 'write:jira-work'] },
    },
  });
  expect(new URL(host.uiUrl).origin).not.toBe(new URL(host.url).origin);
});

test('a module that is not there, or shows nothing, cannot be mounted', async () => {
  for (const moduleKey of ['ghost', 'work-consumer']) {
    const { status, error } = await bridge('mount', undefined, { moduleKey });
    expect(status).toBe(400);
    expect(error?.message).toContain(moduleKey);
  }
});

test('invoke runs the resolver, with metadata only when asked for, and keeps its error', async () => {
  const plain = await bridge('invoke', { functionKey: 'request', payload: { a: 1 } });
  expect(plain.ok).toMatchObject({ payload: { a: 1 }, context: { moduleKey: 'panel' } });
  const asked = { functionKey: 'request', metadata: { rateLimitProperties: true } };
  expect((await bridge('invoke', asked)).ok).toMatchObject({ body: { payload: {} }, metadata: {} });
  const failed = await bridge('invoke', { functionKey: 'fail', payload: { word: 'grace' } });
  expect(failed.error).toEqual({ name: 'RangeError', message: 'failed with grace' });
});

test('a payload over 500 KB is refused', async () => {
  const payload = { functionKey: 'request', payload: 'x'.repeat(501 * 1024) };
  expect((await bridge('invoke', payload)).error?.message).toContain('bytes');
});

const get = (restPath: string) => ({
  product: 'jira',
  restPath,
  fetchRequestInit: { method: 'GET', headers: [['accept', 'application/json']], body: null },
});

test('requestJira of a page goes to Jira as the person', async () => {
  const { ok } = await bridge('fetchProduct', get('/rest/api/3/myself'));
  const { status, body, isAttachment } = ok as Record<string, unknown>;
  expect({ status, isAttachment }).toEqual({ status: 200, isAttachment: false });
  expect(JSON.parse(String(body))).toMatchObject({
    accept: 'application/json',
    'x-forge-as': 'user',
    'x-forge-account-id': '712020:ana-silva',
  });
});

test('a file comes back as base64 and goes out as multipart', async () => {
  const picture = (await bridge('fetchProduct', get('/avatar'))).ok as Record<string, unknown>;
  expect(picture).toMatchObject({ isAttachment: true, body: 'AQI=' });
  const file = Buffer.from('file content').toString('base64');
  const fields = {
    file: `data:text/plain;base64,${file}`,
    __fileName: 'a.txt',
    __fileType: 'text/plain',
  };
  await bridge('fetchProduct', {
    product: 'jira',
    restPath: '/rest/api/3/issue/PAY-1/attachments',
    isMultipartFormData: true,
    fetchRequestInit: { method: 'POST', headers: [], body: JSON.stringify(fields) },
  });
  const sent = jira.seen.at(-1);
  expect(sent?.headers['content-type']).toContain('multipart/form-data');
  expect(sent?.body).toContain('filename="a.txt"');
  expect(sent?.body).toContain('file content');
});

test('a page cannot reach another product or another host', async () => {
  const confluence = await bridge('fetchProduct', { ...get('/wiki'), product: 'confluence' });
  expect(confluence.error?.message).toContain('confluence');
  const away = await bridge('fetchProduct', get('//evil.example/x'));
  expect(away.error?.message).toContain('not a path of Jira');
});

test('an operation that the sandbox lacks is answered 501 and logged loudly', async () => {
  const { status, error } = await bridge('fetchRemote', {});
  expect(status).toBe(501);
  expect(error).toMatchObject({ name: 'BridgeAPIError' });
  expect(host.logs().join('\n')).toMatch(/!!! .*fetchRemote/);
});

test('a page gets the policy of @forge/csp, unchanged but for the report address', async () => {
  const page = await fetch(`${host.url}/ui/main/index.html`);
  const policy = page.headers.get('content-security-policy')?.split('; ') ?? [];
  const html = await page.text();
  const details = new CSPProcessingService({ info: () => undefined }, load).getCspDetails(html, {
    external: { fetch: { backend: [{ address: '*.jiraalign.com' }] } },
  });
  const hostname = new URL(jira.url).origin;
  const expected = new CSPInjectionService()
    .getInjectableCSP({ existingCSPDetails: details, microsEnv: 'prod', hostname })
    .filter((directive) => !directive.startsWith('report-uri'));
  expect(policy).toEqual(expected);
  expect(policy.join()).not.toContain('unsafe-inline');
  expect(policy.find((d) => d.startsWith('frame-ancestors'))).toContain(hostname);
});

test('the bridge script is the first thing in the head', async () => {
  const html = await (await fetch(`${host.url}/ui/main/`)).text();
  const first = load(html)('head').children().first();
  expect(first.attr('src')).toBe('/bridge-frame.js');
  const script = await fetch(`${host.url}/bridge-frame.js`);
  expect(await script.text()).toContain('__bridge');
});

test('only files of a declared resource are served', async () => {
  const status = async (file: string) => (await fetch(`${host.url}${file}`)).status;
  expect(await status('/ui/main/main.js')).toBe(200);
  expect(await status('/ui/ghost/index.html')).toBe(404);
  expect(await status('/ui/main/%2e%2e%2f%2e%2e%2fmanifest.yml')).toBe(404);
  expect(await status('/ui/main/..%2f..%2fmanifest.yml')).toBe(404);
});

test('the theme has light and dark of the Atlassian tokens', async () => {
  const css = await (await fetch(`${host.url}/theme.css`)).text();
  expect(css).toMatch(/data-color-mode="?light/);
  expect(css).toMatch(/data-color-mode="?dark/);
  expect(css).toContain('--ds-surface');
});
