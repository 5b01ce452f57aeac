/**
 * Guarantee: the Jira stand-in reads, writes and remembers what a site plans with (sprints, fix
 * versions, dates, flags, teams) and every type of custom field, in the shapes of REST v3.
 */
import { customField, startJira, type JiraStandIn } from '../../sandbox/jira';
import { CHECKOUT_TEAM } from '../../sandbox/jira/world/seed-planning';
import { ANA, BO, call, paragraph } from './jira-client';

let jira: JiraStandIn;
beforeEach(async () => {
  jira = await startJira();
});
afterEach(() => jira.stop());

const edit = (fields: Record<string, unknown>) => call(jira, 'PUT', '/issue/PAY-3', { fields });

async function read(field: string) {
  const { body } = await call(jira, 'GET', `/issue/PAY-3?fields=${field}`);
  return (body as { fields: Record<string, unknown> }).fields[field];
}

const lastItems = () => jira.world.history('PAY-3').at(-1)?.items;

async function writes(field: string, sent: unknown, gives: unknown, item: object) {
  expect((await edit({ [field]: sent })).status).toBe(204);
  expect(await read(field)).toEqual(gives);
  expect(lastItems()).toEqual([expect.objectContaining({ fieldId: field, ...item })]);
  const history = jira.world.history('PAY-3').length;
  expect((await edit({ [field]: sent })).status).toBe(204);
  expect(jira.world.history('PAY-3')).toHaveLength(history);
  expect((await edit({ [field]: null })).status).toBe(204);
  expect([null, []]).toContainEqual(await read(field));
}

test('an issue is in one open sprint: written as a number, read as a list', () =>
  writes(
    'customfield_10020',
    1,
    [
      expect.objectContaining({
        id: 1,
        name: 'Payments sprint 7',
        state: 'active',
        boardId: 1,
        startDate: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
        endDate: expect.any(String),
      }),
    ],
    { field: 'Sprint', from: '', fromString: '', to: '1', toString: 'Payments sprint 7' },
  ));

test('an issue keeps the sprints that are over when it goes to the next one', async () => {
  await edit({ customfield_10020: 1 });
  const sprint = jira.world.state.sprints.find(({ id }) => id === 1);
  if (sprint) sprint.state = 'closed';
  expect((await edit({ customfield_10020: 1 })).status).toBe(400);
  expect((await edit({ customfield_10020: 2 })).status).toBe(204);
  expect(await read('customfield_10020')).toMatchObject([{ id: 1 }, { id: 2, state: 'future' }]);
  expect(lastItems()).toMatchObject([{ from: '1', to: '1, 2' }]);
});

test('dates, the flag and the team', async () => {
  const day = { toString: '2026-12-01 00:00:00.0' };
  await writes('customfield_10015', '2026-12-01', '2026-12-01', { field: 'Start date', ...day });
  await writes('customfield_10022', '2026-12-01', '2026-12-01', { field: 'Target start', ...day });
  await writes('customfield_10023', '2026-12-01', '2026-12-01', { field: 'Target end', ...day });
  await writes(
    'customfield_10021',
    [{ value: 'Impediment' }],
    [expect.objectContaining({ id: '100210', value: 'Impediment' })],
    { field: 'Flagged', from: '', to: '[100210]', toString: 'Impediment' },
  );
  await writes(
    'customfield_10001',
    CHECKOUT_TEAM,
    expect.objectContaining({ id: CHECKOUT_TEAM, name: 'Checkout' }),
    { field: 'Team', to: CHECKOUT_TEAM, toString: 'Checkout' },
  );
});

test('custom fields of every type', async () => {
  jira.world.addField(customField(10060, 'Severity', 'select', ['Minor', 'Major']));
  jira.world.addField(customField(10061, 'Regions', 'multiselect', ['EU', 'US', 'JP']));
  jira.world.addField(customField(10062, 'Tester', 'user'));
  jira.world.addField(customField(10063, 'Brief', 'url'));
  jira.world.addField(customField(10064, 'Notes', 'paragraph'));
  const major = { id: '100601', value: 'Major' };
  await writes('customfield_10060', { value: 'Major' }, expect.objectContaining(major), {
    from: null,
    to: '100601',
    toString: 'Major',
  });
  await writes(
    'customfield_10061',
    [{ value: 'US' }, { id: '100610' }],
    [expect.objectContaining({ value: 'EU' }), expect.objectContaining({ value: 'US' })],
    { to: '[100610, 100611]', toString: 'EU,US' },
  );
  await writes('customfield_10062', { accountId: BO }, expect.objectContaining({ accountId: BO }), {
    to: BO,
    toString: 'Bo Chen',
  });
  const url = 'https://acme.example/brief';
  await writes('customfield_10063', url, url, { to: null, toString: url });
  await writes('customfield_10064', paragraph('Why'), paragraph('Why'), { toString: 'Why' });
});

test('each version that comes or goes is an item of the history', async () => {
  await edit({ fixVersions: [{ name: '1.0' }] });
  const both = await call(jira, 'PUT', '/issue/PAY-3', {
    update: { fixVersions: [{ add: { name: '2.0' } }, { remove: { id: '10001' } }] },
  });
  expect(both.status).toBe(204);
  expect(await read('fixVersions')).toMatchObject([{ id: '10002', name: '2.0', released: false }]);
  const items: object[] = [
    { field: 'Fix Version', from: '10001', fromString: '1.0', to: null },
    { field: 'Fix Version', from: null, to: '10002', toString: '2.0' },
  ];
  expect(lastItems()).toMatchObject(items);
  await edit({ fixVersions: [] });
  expect(await read('fixVersions')).toEqual([]);
});

test.each([
  [{ customfield_10020: 'soon' }, /Number value expected/],
  [{ customfield_10020: 99 }, /does not exist/],
  [{ customfield_10021: [{ value: 'Nope' }] }, /Option value 'Nope' is not valid/],
  [{ customfield_10021: { value: 'Impediment' } }, /not an array/],
  [{ customfield_10001: 'nobody' }, /Team id 'nobody' is not valid/],
  [{ fixVersions: [{ name: '9.9' }] }, /Version name '9.9' is not valid/],
  [{ customfield_10022: 'tomorrow' }, /yyyy-MM-dd/],
])('%j is refused and changes nothing', async (fields, words) => {
  const before = jira.world.issue('PAY-3');
  const { status, body } = await edit(fields);
  expect(status).toBe(400);
  expect(Object.values((body as { errors: Record<string, string> }).errors)[0]).toMatch(words);
  expect(jira.world.issue('PAY-3')).toEqual(before);
});

test('a version of another project is none', async () => {
  const answer = await call(jira, 'PUT', '/issue/MOB-2', {
    fields: { fixVersions: [{ id: '10001' }] },
  });
  expect(answer.status).toBe(400);
});

test('the screens say what can be chosen, and decide still', async () => {
  jira.world.planning.addVersion('PAY', { name: '0.1', archived: true });
  const meta = async () =>
    (await call(jira, 'GET', '/issue/PAY-3/editmeta')).body as {
      fields: Record<string, { allowedValues?: { name?: string; value?: string }[] }>;
    };
  const { fields } = await meta();
  expect(fields.fixVersions?.allowedValues?.map(({ name }) => name)).toEqual(['1.0', '2.0']);
  expect(fields.customfield_10021?.allowedValues).toMatchObject([{ value: 'Impediment' }]);
  jira.world.screens.remove('PAY', 'customfield_10020');
  expect((await meta()).fields).not.toHaveProperty('customfield_10020');
  expect((await edit({ customfield_10020: 1 })).status).toBe(400);
});

test('boards of a project and their sprints, the closed ones first', async () => {
  const boards = await call(jira, 'GET', '/rest/agile/1.0/board?projectKeyOrId=PAY');
  expect(boards.body).toMatchObject({ total: 1, values: [{ id: 1, type: 'scrum' }] });
  jira.world.planning.addSprint(1, { name: 'Payments sprint 6', state: 'closed' });
  const states = async (query: string) => {
    const { body } = await call(jira, 'GET', `/rest/agile/1.0/board/1/sprint${query}`);
    return (body as { values: { state: string }[] }).values.map(({ state }) => state);
  };
  expect(await states('')).toEqual(['closed', 'active', 'future']);
  expect(await states('?state=active')).toEqual(['active']);
  const none = await call(jira, 'GET', '/rest/agile/1.0/board?projectKeyOrId=MOB');
  expect(none.body).toMatchObject({ total: 0 });
});

test('a query finds issues by sprint, version and choice', async () => {
  await edit({ customfield_10020: 2, fixVersions: [{ name: '1.0' }] });
  await edit({ customfield_10021: [{ value: 'Impediment' }] });
  const found = async (jql: string) => {
    const { body } = await call(jira, 'POST', '/search/jql', { jql, fields: ['key'] });
    return (body as { issues: { key: string }[] }).issues.map(({ key }) => key);
  };
  expect(await found('sprint = 2')).toEqual(['PAY-3']);
  expect(await found('fixVersion = "1.0"')).toEqual(['PAY-3']);
  expect(await found('Flagged = Impediment')).toEqual(['PAY-3']);
  expect(await found('cf[10020] = "Payments sprint 7"')).toEqual(['PAY-2']);
});

test('a person fills in the same fields on the issue page', async () => {
  const post = async (form: [string, string][]) =>
    fetch(`${jira.url}/browse/PAY-3/edit`, {
      method: 'POST',
      headers: {
        Accept: 'application/json',
        Origin: jira.url,
        Cookie: `jira-sandbox-person=${encodeURIComponent(ANA)}`,
      },
      body: new URLSearchParams(form),
    });
  const done = await post([
    ['field-customfield_10020', '2'],
    ['field-customfield_10022', '2026-12-01'],
    ['field-fixVersions', ''],
    ['field-fixVersions', '10001'],
    ['field-fixVersions', '10002'],
  ]);
  expect(done.status).toBe(200);
  expect(jira.world.issue('PAY-3').values).toMatchObject({
    customfield_10020: ['2'],
    customfield_10022: '2026-12-01',
    fixVersions: ['10001', '10002'],
  });
  await post([['field-fixVersions', '']]);
  expect(await read('fixVersions')).toEqual([]);
  const page = await (await fetch(`${jira.url}/browse/PAY-3`)).text();
  expect(page).toMatch(/Target start[\s\S]*2026-12-01/);
});
