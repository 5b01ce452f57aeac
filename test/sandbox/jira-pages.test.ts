/**
 * Guarantee: the stand-in's pages show each person what they may see, do what their forms say under
 * the same rules as the REST API, and hand the app's modules to the Forge host.
 */
import { load } from 'cheerio';
import { startJira, type JiraStandIn } from '../../sandbox/jira';
import { ADA, ANA, BO, MIA } from './jira-client';

const HOST = { url: 'http://127.0.0.1:9' };
let jira: JiraStandIn;
let host: { url: string } | undefined;
beforeEach(async () => {
  host = HOST;
  jira = await startJira({ forgeHost: () => host, alignUrl: () => 'http://127.0.0.1:8' });
});
afterEach(() => jira.stop());

const cookie = (as: string) => `jira-sandbox-person=${encodeURIComponent(as)}`;

async function page(path: string, as = ADA) {
  const response = await fetch(`${jira.url}${path}`, { headers: { cookie: cookie(as) } });
  return { status: response.status, $: load(await response.text()) };
}

async function post(path: string, form: Record<string, string>, as = ADA, origin = jira.url) {
  const response = await fetch(`${jira.url}${path}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: cookie(as), accept: 'application/json', origin },
    body: new URLSearchParams(form),
  });
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  return { status: response.status, body: (isJson ? await response.json() : undefined) as unknown };
}

test('the front page lists the projects that the person may browse', async () => {
  jira.world.permissions.revoke('MOB', 'BROWSE_PROJECTS', BO);
  expect((await page('/')).$('main tbody tr')).toHaveLength(2);
  const { $ } = await page('/', BO);
  expect($('main tbody tr')).toHaveLength(1);
  jira.world.permissions.revoke('PAY', 'BROWSE_PROJECTS', BO);
  expect((await page('/', BO)).$('main').text()).toContain('No projects for you here');
});

test('a project lists its issues with type, key, summary, status, assignee and points', async () => {
  const { $ } = await page('/jira/projects/PAY');
  expect($('main tbody tr')).toHaveLength(5);
  const row = $('main tbody tr').filter((_, each) => $(each).text().includes('PAY-2'));
  expect(row.find('svg[aria-label]').attr('aria-label')).toBe('Story');
  expect(row.find('.lozenge').text()).toBe('In Progress');
  expect(row.text()).toMatch(/One-page checkout.*Bo Chen.*Medium.*5/);
});

test('search narrows the list, and an empty result says so', async () => {
  expect((await page('/jira/projects/PAY?q=saved')).$('main tbody tr')).toHaveLength(1);
  const { $ } = await page('/jira/projects/PAY?q=%3Cb%3E');
  expect($('main .empty-state h2').text()).toBe('Nothing matches “<b>”');
});

test('an issue shows its description, fields, children, web links and history', async () => {
  jira.world.putLink(ADA, 'PAY-1', {
    globalId: 'g',
    object: {
      url: 'https://acme.jiraalign.com/x',
      title: 'Feature 601',
      icon: { url16x16: 'https://acme.jiraalign.com/favicon.ico' },
      status: { resolved: true },
    },
  });
  const { $ } = await page('/browse/PAY-1');
  expect($('[data-region="summary"] h1').text()).toBe('Checkout redesign');
  expect($('.adf table th').first().text()).toBe('Measure');
  expect($('.adf a').attr('href')).toBe('https://acme.example/research/checkout');
  expect($('[data-region="children"] .row')).toHaveLength(2);
  const link = $('[data-region="links"] .row');
  expect(link.find('a').hasClass('resolved')).toBe(true);
  expect(link.find('a').attr('href')).toBe('http://127.0.0.1:8/x');
  expect(link.find('a').attr('title')).toBe('https://acme.jiraalign.com/x');
  expect(link.find('img').attr('src')).toBe('http://127.0.0.1:8/favicon.ico');
  const [latest] = $('.history > li').toArray();
  expect($(latest).text()).toContain('Ada Okafor');
  expect($(latest).text()).toContain('added a web link');
  expect($('.history').text()).toContain('created the issue');
});

test('a web link leads to what it says, and nowhere when it is no web address', async () => {
  const hrefs = async (...urls: string[]) => {
    for (const url of urls)
      jira.world.putLink(ADA, 'PAY-3', { globalId: url, object: { url, title: 'x' } });
    const { $ } = await page('/browse/PAY-3');
    return $('[data-region="links"] a')
      .toArray()
      .map((each) => $(each).attr('href'));
  };
  const other = 'https://acme.jiraalign.com.evil.example/';
  expect(await hrefs('https://a.example/?b=c', 'javascript:alert(1)', other)).toEqual([
    'https://a.example/?b=c',
    undefined,
    other,
  ]);
});

test('the status menu offers what the workflow offers this person', async () => {
  const offers = async (as: string) =>
    (await page('/browse/PAY-3', as))
      .$('[data-region="status"] .menu-item .lozenge')
      .toArray()
      .map((each) => load(each).text());
  expect(await offers(BO)).toEqual(['In Progress', 'In Review']);
  jira.world.permissions.revoke('PAY', 'TRANSITION_ISSUES', BO);
  expect(await offers(BO)).toEqual([]);
});

test('each form edits its own field and leaves the others', async () => {
  const forms: [Record<string, string>, Record<string, unknown>][] = [
    [{ summary: 'Checkout, renewed' }, { summary: 'Checkout, renewed' }],
    [{ description: '# Plan\n\n- one' }, { description: 'Plan\none' }],
    [{ labels: 'b, a' }, { labels: ['a', 'b'] }],
    [{ points: '2.5' }, { points: 2.5 }],
    [{ points: '' }, { points: null }],
    [{ assignee: MIA }, { assignee: MIA }],
    [{ assignee: '' }, { assignee: null }],
    [{ parent: '' }, { parent: null }],
    [{ priority: 'Low' }, { priority: 'Low' }],
    [{ duedate: '2026-12-24' }, { duedate: '2026-12-24' }],
  ];
  for (const [form, expected] of forms) {
    const { updated: _, ...before } = jira.world.view('PAY-2');
    expect(await post('/browse/PAY-2/edit', form, BO)).toMatchObject({ status: 200 });
    expect(jira.world.view('PAY-2')).toMatchObject({ ...before, ...expected });
    expect(jira.world.history('PAY-2').at(-1)?.authorId).toBe(BO);
  }
});

test('a description that is saved as it was opened stays exactly what it was', async () => {
  const description = {
    type: 'doc' as const,
    version: 1 as const,
    content: [
      { type: 'paragraph', attrs: { localId: 'a1' }, content: [{ type: 'text', text: 'x' }] },
    ],
  };
  jira.world.edit(ADA, 'PAY-2', { description });
  const { $ } = await page('/browse/PAY-2');
  const before = jira.world.issue('PAY-2');
  await post('/browse/PAY-2/edit', { description: $('textarea').first().text() });
  expect(jira.world.issue('PAY-2')).toEqual(before);
});

test('a refused edit says why, and changes nothing', async () => {
  const answer = await post('/browse/PAY-2/edit', { labels: 'ok', summary: 'x'.repeat(300) });
  expect(answer).toEqual({
    status: 400,
    body: { error: 'Summary must be less than 255 characters.' },
  });
  expect(jira.world.view('PAY-2')).toMatchObject({ labels: ['ux'] });
  expect((await post('/browse/PAY-2/edit', { points: 'many' })).body).toEqual({
    error: 'Story points must be a number.',
  });
});

test('an issue is created, moved and deleted by forms', async () => {
  const created = await post(
    '/jira/projects/PAY/create',
    {
      project: 'MOB',
      type: 'Story',
      summary: 'New',
      description: '',
      parent: '',
      assignee: '',
      points: '3',
    },
    ANA,
  );
  expect(created.body).toEqual({ next: '/browse/MOB-3' });
  expect(jira.world.view('MOB-3')).toMatchObject({ points: 3, creator: ANA, parent: null });
  await post('/browse/MOB-3/transition', { transition: '21' }, ANA);
  expect(jira.world.view('MOB-3').status).toBe('In Progress');
  expect((await post('/browse/MOB-3/delete', {}, ANA)).body).toEqual({
    next: '/jira/projects/MOB',
  });
  expect(jira.world.has('MOB-3')).toBe(false);
});

test('somebody who may not edit sees no forms for it', async () => {
  jira.world.permissions.revoke('PAY', 'EDIT_ISSUES', BO);
  jira.world.permissions.revoke('PAY', 'DELETE_ISSUES', BO);
  const { $ } = await page('/browse/PAY-2', BO);
  expect($('form[action="/browse/PAY-2/edit"]')).toHaveLength(0);
  expect($('[data-opens="delete-dialog"]')).toHaveLength(0);
  expect(await post('/browse/PAY-2/edit', { summary: 'x' }, BO)).toMatchObject({ status: 400 });
});

test('a form from another site is refused', async () => {
  const answer = await post('/browse/PAY-2/edit', { summary: 'x' }, ADA, 'http://evil.example');
  expect(answer.status).toBe(403);
  expect(jira.world.view('PAY-2').summary).toBe('One-page checkout');
});

test.each([
  ['/jira/settings/apps/align-connector', ADA, 'admin-page', { type: 'jira:adminPage' }],
  [
    '/jira/projects/PAY/settings/apps/align-connector',
    ANA,
    'project-settings',
    { type: 'jira:projectSettingsPage', project: { id: '10001', key: 'PAY', type: 'software' } },
  ],
  [
    '/browse/PAY-2',
    BO,
    'issue-panel',
    {
      type: 'jira:issueContext',
      issue: { id: '10202', key: 'PAY-2', type: 'Story', typeId: '10001' },
      project: { id: '10001', key: 'PAY', type: 'software' },
    },
  ],
] as const)('%s mounts its module for the one who acts', async (path, as, moduleKey, extension) => {
  const { status, $ } = await page(path, as);
  expect(status).toBe(200);
  expect(JSON.parse($('[data-app-module]').attr('data-app-module') ?? '')).toEqual({
    moduleKey,
    accountId: as,
    locale: 'en-US',
    extension,
  });
  expect($(`script[src="${HOST.url}/embed.js"]`)).toHaveLength(1);
  expect($(`link[href="${HOST.url}/theme.css"]`)).toHaveLength(1);
});

test('without a host there is a quiet note, and no reference to a host', async () => {
  host = undefined;
  const { $ } = await page('/browse/PAY-2');
  expect($('.issue-side .quiet-note').text()).toContain('The app is not running');
  expect($('script[src*="embed.js"]')).toHaveLength(0);
});

test.each([
  ['/jira/settings/apps/align-connector', ANA, 'Only Jira admins'],
  ['/jira/projects/PAY/settings/apps/align-connector', BO, 'Only admins of Payments'],
  ['/jira/projects/MOB/settings/apps/align-connector', ANA, 'Only admins of Mobile app'],
])('%s tells %s that it is not for them', async (path, as, why) => {
  const { status, $ } = await page(path, as);
  expect(status).toBe(403);
  expect($('main').text()).toContain(why);
  expect($('[data-app-module]')).toHaveLength(0);
});

test('what does not exist, or may not be seen, is a 404 page', async () => {
  jira.world.permissions.revoke('PAY', 'BROWSE_PROJECTS', BO);
  for (const path of ['/browse/PAY-1', '/browse/NOPE-1', '/jira/projects/NOPE', '/nowhere']) {
    const { status, $ } = await page(path, BO);
    expect(status).toBe(404);
    expect($('h1').text()).not.toBe('');
  }
});

test('who acts and the theme are remembered', async () => {
  const response = await fetch(`${jira.url}/?as=${BO}&theme=dark`);
  const cookies = response.headers.getSetCookie().join('; ');
  expect(cookies).toContain(cookie(BO));
  expect(cookies).toContain('jira-sandbox-theme=dark');
  const $ = load(await response.text());
  expect($('html').attr('data-color-mode')).toBe('dark');
  expect($('.person-switch summary').attr('aria-label')).toContain('Bo Chen');
});

test('the version that pages poll moves with the issue, and is 0 once it is gone', async () => {
  const version = async () => {
    const response = await fetch(`${jira.url}/version?issue=10202`);
    return ((await response.json()) as { version: number }).version;
  };
  const before = await version();
  expect(await version()).toBe(before);
  jira.world.putLink(ADA, 'PAY-2', {
    globalId: 'g',
    object: { url: 'https://a.example', title: 'A' },
  });
  expect(await version()).toBeGreaterThan(before);
  jira.world.delete(ADA, 'PAY-2', { deleteSubtasks: true });
  expect(await version()).toBe(0);
});
