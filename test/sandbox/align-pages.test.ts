// Guarantee: a person without the API, and even without JavaScript, can do in the pages what the
// demo asks of them: find, create, edit, recycle, restore, read the history, go to Jira.
import { load, type CheerioAPI } from 'cheerio';
import { startAlign, type AlignStandIn } from '../../sandbox/align';
import { call } from './align-client';

describe('the Align pages', () => {
  let align: AlignStandIn;
  beforeEach(async () => {
    align = await startAlign({ jiraUrl: () => 'http://127.0.0.1:4001' });
  });
  afterEach(() => align.stop());

  const get = async (path: string, uid = '1204'): Promise<{ status: number; $: CheerioAPI }> => {
    const response = await fetch(align.url + path, { headers: { Cookie: `align-user=${uid}` } });
    return { status: response.status, $: load(await response.text()) };
  };
  const post = (path: string, fields: Record<string, string>, uid = '1204') =>
    fetch(align.url + path, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { Cookie: `align-user=${uid}` },
      redirect: 'manual',
    });
  const rows = ($: CheerioAPI) =>
    $('tbody tr')
      .toArray()
      .map((row) => $(row).find('td').first().text());
  const link = (href: string) => [{ name: 'View in Jira', link: href }];

  it('list the items of each type under a tab of its own', async () => {
    const { $ } = await get('/');
    const tabs = $('nav[aria-label="Work item types"] a');
    expect(tabs.toArray().map((tab) => $(tab).text().trim())).toEqual([
      'Features',
      'Stories',
      'Defects',
      'Tasks',
      'Epics',
      'Capabilities',
    ]);
    for (const tab of tabs.toArray()) {
      const { status, $: page } = await get(String($(tab).attr('href')));
      expect([status, page('[aria-current="page"]').text().trim()]).toEqual([
        200,
        $(tab).text().trim(),
      ]);
    }
    expect($('tbody tr').text()).toContain('Fraud screening');
    expect($('tbody tr').text()).toContain('Ready to Start');
  });

  it('let pages of another origin show the icon, and nothing else', async () => {
    const policyOf = async (path: string) =>
      (await fetch(align.url + path)).headers.get('cross-origin-resource-policy');
    expect(await policyOf('/favicon.ico')).toBe('cross-origin');
    expect(await policyOf('/assets/icon.svg')).toBe('same-origin');
  });

  it.each([
    ['/RequestGrid?FirstTime=True&FeatureID=501', 'Fraud screening'],
    ['/EpicGrid?FirstTime=True&EpicID=41', 'Grow online revenue'],
    ['/EpicGrid?firsttime=true&epicid=41', 'Grow online revenue'],
    ['/item/feature/501', 'Fraud screening'],
  ])('open an item by the deep link %s', async (path, title) => {
    const { status, $ } = await get(path);
    expect([status, $('h1').text()]).toEqual([200, title]);
  });

  it.each(['/StoryGrid', '/DefectGrid', '/TaskGrid', '/CapabilityGrid'])(
    'say so when %s has nothing to show',
    async (path) => {
      expect((await get(path)).$('h2').text()).toMatch(/^No \w+ yet$/);
    },
  );

  it('filter by words, id and program', async () => {
    align.world.create('feature', { title: 'Mobile wallet', primaryProgramId: 102 }, '1204');
    expect(rows((await get('/RequestGrid?q=FRAUD')).$)).toEqual(['501']);
    expect(rows((await get('/RequestGrid?q=502')).$)).toEqual(['502']);
    expect(rows((await get('/RequestGrid?program=102')).$)).toEqual(['502']);
    expect((await get('/RequestGrid?q=nothing')).$('h2').text()).toBe('Nothing matches');
  });

  it.each([
    'http://nowhere.example/',
    '/RequestGrid?FeatureID=9999',
    '/item/feature/x',
    '/item/theme/1',
    '/create/theme',
  ])('answer 404 with a way back at %s', async (path) => {
    const { status, $ } = await get(path.replace('http://nowhere.example', '/nowhere'));
    expect([status, $('h1').text(), $('main a').attr('href')]).toEqual([404, 'Not found', '/']);
  });

  it('lead to the Jira issue of an item, on the Jira that runs beside them', async () => {
    expect((await get('/item/feature/501')).$('.item-actions').text()).toContain('Not linked');
    const links = link('https://acme.atlassian.net/browse/PAY-2');
    align.world.edit('feature', 501, { links }, '1204');
    const button = (await get('/item/feature/501')).$('.item-actions a');
    expect([button.text().trim(), button.attr('href')]).toEqual([
      'View in Jira',
      'http://127.0.0.1:4001/browse/PAY-2',
    ]);
    const inGrid = (await get('/RequestGrid')).$('.out');
    expect(inGrid.text().trim()).toBe('PAY-2');
  });

  it('lead to Jira from the description of a type that has no links', async () => {
    const description = '<p><a href="https://acme.atlassian.net/browse/PAY-4">View in Jira</a></p>';
    const fields = { title: 'Rounding', description, programId: 101 };
    const { id } = align.world.create('defect', fields, '1204');
    const button = (await get(`/item/defect/${id}`)).$('.item-actions a');
    expect(button.attr('href')).toBe('http://127.0.0.1:4001/browse/PAY-4');
  });

  it.each(['javascript:alert(1)//browse/PAY-1', 'https://elsewhere.example/PAY-1', 'PAY-1'])(
    'do not take %s for a Jira issue',
    async (href) => {
      align.world.edit('feature', 501, { links: link(href) }, '1204');
      const { $ } = await get('/item/feature/501');
      expect($('.item-actions').text()).toContain('Not linked');
      expect($('a[href^="javascript"]')).toHaveLength(0);
    },
  );

  it('show a description without what could run in the page', async () => {
    const description =
      '<p onclick="x()">Safe<script>bad()</script><img src="x" onerror="bad()"></p>' +
      '<a href="javascript:bad()">link</a><iframe src="/"></iframe></textarea><script>bad()</script>';
    align.world.edit('feature', 501, { description }, '1204');
    const { $ } = await get('/item/feature/501');
    expect($('main script, main iframe, main [onclick], main [onerror]')).toHaveLength(0);
    expect($('main a[href^="javascript"]')).toHaveLength(0);
    expect($('[data-rich-view]').text()).toContain('Safe');
    const response = await fetch(`${align.url}/item/feature/501`);
    expect(response.headers.get('Content-Security-Policy')).toContain("default-src 'self'");
  });

  it('create an item as the person signed in', async () => {
    const title = 'Split payments';
    const fields = { title, description: 'First line\nSecond <line>', primaryProgramId: '101' };
    const answer = await post(
      '/create/feature',
      { ...fields, points: '5', tags: 'a ,, b' },
      '1201',
    );
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/item/feature/502']);
    expect(align.world.item('feature', 502)?.fields).toMatchObject({
      title,
      description: '<p>First line</p><p>Second &lt;line&gt;</p>',
      createdBy: '1201',
      points: 5,
      tags: 'a, b',
      lastUpdatedDate: null,
    });
  });

  it.each<[string, Record<string, string>]>([
    ['title', { title: ' ' }],
    ['points', { title: 'x', points: 'many' }],
    ['points', { title: 'x', points: '2.5' }],
  ])('say at the field %s what is wrong, and keep what was typed', async (field, fields) => {
    const answer = await post('/create/feature', { ...fields, tags: 'kept' });
    const $ = load(await answer.text());
    expect(answer.status).toBe(400);
    expect($(`#problem-${field}`).text()).not.toBe('');
    expect($(`[name="${field}"]`).attr('value')).toBe(fields[field]);
    expect($('[name="tags"]').attr('value')).toBe('kept');
    expect(align.world.items('feature')).toHaveLength(1);
  });

  it('edit an item; a form sent back as it was filled in changes nothing', async () => {
    const description = '<p onclick="x()">Loose &amp; <b>odd</b></p>\n<p>two</p>';
    align.world.edit('feature', 501, { description }, '1204');
    const { $ } = await get('/item/feature/501');
    const values = $('form[data-item-form] [name]')
      .toArray()
      .map((control): [string, string] => [
        String($(control).attr('name')),
        String($(control).val() ?? ''),
      ]);
    const before = align.world.item('feature', 501);
    expect((await post('/item/feature/501', Object.fromEntries(values), '1201')).status).toBe(303);
    expect(align.world.item('feature', 501)).toEqual(before);

    await post('/item/feature/501', { state: '3', ownerId: '', points: '' }, '1201');
    expect(align.world.item('feature', 501)?.fields).toMatchObject({
      state: 3,
      ownerId: null,
      points: null,
      description,
      lastUpdatedBy: '1201',
    });
  });

  it('make clean HTML of what a browser’s editor leaves behind', async () => {
    const description =
      'bare text<div>a&nbsp;<b>bold</b> <span style="color:red">word</span></div><ul><li>x</li></ul><p><br></p>';
    await post('/item/feature/501', { description });
    expect(align.world.item('feature', 501)?.fields.description).toBe(
      '<p>bare text</p><p>a <strong>bold</strong> word</p><ul><li>x</li></ul>',
    );
  });

  it('recycle and restore, and show the recycle bin', async () => {
    await post('/item/feature/501/recycle', {});
    expect(align.world.item('feature', 501)?.recycled).toBe(true);
    expect(rows((await get('/RequestGrid')).$)).toEqual([]);
    expect(rows((await get('/RequestGrid?recycled=1')).$)).toEqual(['501']);
    const { $ } = await get('/item/feature/501');
    expect($('fieldset').attr('disabled')).toBeDefined();
    await post('/item/feature/501/restore', {});
    expect(rows((await get('/RequestGrid')).$)).toEqual(['501']);
  });

  it('show who changed what, by name and in words', async () => {
    await post('/item/feature/501', { ownerId: 'Bo.Chen', state: '2' }, '1203');
    const operation = { op: 'replace', path: '/description', value: '<p>By <b>machine</b></p>' };
    await call(align, 'PATCH', '/Features/501', [operation]);
    const { $ } = await get('/item/feature/501?tab=audit');
    const lines = $('tbody tr')
      .toArray()
      .map((row) =>
        $(row)
          .find('td')
          .slice(1)
          .toArray()
          .map((cell) => $(cell).text()),
      );
    expect(lines).toEqual([
      [
        'ESExternal System (Jira Sync (service account))',
        'Description',
        'Score every order before capture. Rules for velocity and amount A review queue for the doubtful ones',
        'By machine',
      ],
      ['MKMia Krystof', 'State', 'Ready to Start', 'In Progress'],
      ['MKMia Krystof', 'Owner', 'Kai Lund', 'Bo Chen'],
      ['KLKai Lund', 'Created'],
    ]);
  });

  it('switch the person signed in, back to a page of this site only', async () => {
    const answer = await post('/sign-in', { uid: '1201', back: '/EpicGrid' });
    expect(answer.headers.get('Location')).toBe('/EpicGrid');
    expect(answer.headers.get('Set-Cookie')).toContain('align-user=1201');
    const elsewhere = await post('/sign-in', { uid: 'nobody', back: '//elsewhere.example' });
    expect(elsewhere.headers.get('Location')).toBe('/');
    expect(elsewhere.headers.get('Set-Cookie')).toBeNull();
    expect((await get('/', '1201')).$('summary').text()).toContain('Ana Silva');
  });

  it('are dark or light as the address or the last choice says', async () => {
    expect((await get('/?theme=dark')).$('html').attr('data-theme')).toBe('dark');
    expect((await get('/')).$('html').attr('data-theme')).toBeUndefined();
  });

  it('tell an open page that its item changed', async () => {
    const version = async () => (await fetch(`${align.url}/version/feature/501`)).text();
    const before = await version();
    expect((await get('/item/feature/501')).$('body').attr('data-version')).toBe(before);
    align.world.edit('epic', 41, { title: 'Other' }, '1204');
    expect(await version()).toBe(before);
    align.world.edit('feature', 501, { title: 'Changed' }, '1204');
    expect(await version()).not.toBe(before);
  });
});
