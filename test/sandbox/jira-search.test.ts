/**
 * Guarantee: JQL finds what Jira would find among the sandbox's fields, page by page without gaps
 * or repeats, as late as the index is told to be, and says what is wrong with a wrong query.
 */
import { startJira, type JiraStandIn } from '../../sandbox/jira';
import { ANA, BO, call } from './jira-client';

const NOW = Date.UTC(2026, 10, 24, 12);
let clock: number;
let jira: JiraStandIn;
beforeEach(async () => {
  clock = NOW;
  jira = await startJira({ now: () => clock });
});
afterEach(() => jira.stop());

interface Page {
  issues: { id: string; key: string }[];
  isLast: boolean;
  nextPageToken?: string;
}

async function keys(jql: string, as?: string): Promise<string[]> {
  const { status, body } = await call(jira, 'POST', '/search/jql', { jql, fields: ['key'] }, as);
  expect({ status, body }).toMatchObject({ status: 200 });
  return (body as Page).issues.map(({ key }) => key);
}

test.each([
  ['project = PAY ORDER BY key ASC', ['PAY-1', 'PAY-2', 'PAY-3', 'PAY-4', 'PAY-5']],
  ['project in (PAY, MOB) AND issuetype = Epic ORDER BY key', ['MOB-1', 'PAY-1']],
  ['project = "Mobile app" order by created desc', ['MOB-2', 'MOB-1']],
  ['project = 10002 AND type != Epic', ['MOB-2']],
  ['key in (PAY-4, "PAY-1") order by key', ['PAY-1', 'PAY-4']],
  ['parent = PAY-1 order by key', ['PAY-2', 'PAY-3']],
  ['status = "In Progress" ORDER BY id', ['PAY-1', 'PAY-2']],
  ['statusCategory = "To Do" AND project = PAY ORDER BY key', ['PAY-3', 'PAY-4', 'PAY-5']],
  ['project = PAY AND NOT (status = "To Do" OR labels = q1)', ['PAY-2']],
  ['assignee is EMPTY AND project = PAY', ['PAY-3']],
  ['assignee = "Bo Chen" ORDER BY key', ['PAY-2', 'PAY-5']],
  ['labels not in (ux) AND project = PAY', ['PAY-4']],
  ['"Story point estimate" >= 5 ORDER BY key', ['MOB-2', 'PAY-2']],
  ['cf[10016] = 3', ['PAY-3']],
  ['summary ~ "saved card*"', ['PAY-3']],
  ['text ~ vault', ['PAY-3']],
  ['priority = Highest', ['PAY-4']],
  ['project = PAY ORDER BY priority DESC, key ASC', ['PAY-4', 'PAY-1', 'PAY-2', 'PAY-3', 'PAY-5']],
  ['resolution = Unresolved AND project = MOB ORDER BY key', ['MOB-1', 'MOB-2']],
])('%s', async (jql, expected) => {
  expect(await keys(jql)).toEqual(expected);
});

test('keys are compared by their numbers, not as texts', async () => {
  for (let n = 6; n <= 11; n += 1) {
    jira.world.create(ANA, { project: 'PAY', type: 'Task', summary: `Task ${n}` });
  }
  expect(await keys('project = PAY AND key > PAY-9 ORDER BY key')).toEqual(['PAY-10', 'PAY-11']);
  expect(await keys('project = PAY AND key <= PAY-2 ORDER BY key')).toEqual(['PAY-1', 'PAY-2']);
});

test('a count says how many a query finds, for the price of a request', async () => {
  const count = async (jql: string) =>
    (await call(jira, 'POST', '/search/approximate-count', { jql })).body;
  expect(await count('project = PAY')).toEqual({ count: 5 });
  expect(await count('project = PAY AND issuetype = Task')).toEqual({ count: 0 });
  expect(jira.requests.map(({ points }) => points)).toEqual([1, 1]);
  expect((await call(jira, 'POST', '/search/approximate-count', { jql: '' })).status).toBe(400);
});

test('without an order the newest issue comes first', async () => {
  expect(await keys('project = MOB')).toEqual(['MOB-2', 'MOB-1']);
});

test('currentUser() is whoever asks', async () => {
  expect(await keys('assignee = currentUser() ORDER BY key', BO)).toEqual(['PAY-2', 'PAY-5']);
  expect(await keys('assignee = currentUser()', ANA)).toEqual(['PAY-1']);
});

test('updated is compared with minutes, relative times and functions', async () => {
  jira.world.edit(ANA, 'PAY-3', { summary: 'Now' });
  expect(await keys('updated >= -10m')).toEqual(['PAY-3']);
  expect(await keys('updated >= "2026-11-24 12:00"')).toEqual(['PAY-3']);
  expect(await keys('updated > "2026/11/24 12:01"')).toEqual([]);
  expect(await keys('updated <= now() AND updated > startOfDay()')).toEqual(['PAY-3']);
  expect(await keys('created < -1d AND updated >= -1h')).toEqual(['PAY-3']);
  expect(await keys('updated >= -30d ORDER BY updated DESC')).toHaveLength(7);
});

test('an entity property is searched by its path', async () => {
  await call(jira, 'PUT', '/issue/PAY-3/properties/align.link', {
    alignId: 501,
    alignType: 'story',
  });
  expect(await keys('issue.property[align.link].alignId = 501')).toEqual(['PAY-3']);
  expect(await keys('issue.property["align.link"].alignType = "story"')).toEqual(['PAY-3']);
  expect(await keys('issue.property[align.link].alignId > 501')).toEqual([]);
});

test('pages follow each other by their token, without gaps or repeats', async () => {
  const seen: string[] = [];
  let nextPageToken: string | undefined;
  let pages = 0;
  do {
    const request = { jql: 'project in (PAY, MOB) ORDER BY key', fields: ['key'], maxResults: 3 };
    const { body } = await call(jira, 'POST', '/search/jql', {
      ...request,
      ...(nextPageToken === undefined ? {} : { nextPageToken }),
    });
    const page = body as Page;
    seen.push(...page.issues.map(({ key }) => key));
    expect(page.isLast).toBe(page.nextPageToken === undefined);
    nextPageToken = page.nextPageToken;
    pages += 1;
  } while (nextPageToken !== undefined);
  expect(pages).toBe(3);
  expect(new Set(seen).size).toBe(7);
  expect(seen).toHaveLength(7);
});

test('without fields an answer holds ids alone', async () => {
  const { body } = await call(jira, 'GET', '/search/jql?jql=key%3DPAY-1');
  expect(body).toEqual({ issues: [{ id: '10201' }], isLast: true });
});

test('an index that lags misses new changes until it catches up, unless told which to reconcile', async () => {
  jira.world.search.lagMs = 5_000;
  jira.world.edit(ANA, 'PAY-3', { summary: 'Fresh words' });
  const { key, id } = jira.world.create(ANA, { project: 'PAY', type: 'Bug', summary: 'Fresh bug' });
  jira.world.delete(ANA, 'PAY-5');
  expect(await keys('summary ~ Fresh')).toEqual([]);
  const reconciled = await call(jira, 'POST', '/search/jql', {
    jql: 'summary ~ Fresh',
    fields: ['key'],
    reconcileIssues: [Number(id)],
  });
  expect((reconciled.body as Page).issues.map((issue) => issue.key)).toEqual([key]);
  expect(await keys('key in (PAY-4)')).toEqual(['PAY-4']);
  clock += 5_000;
  expect(await keys('summary ~ Fresh ORDER BY key')).toEqual(['PAY-3', key]);
});

test.each([
  ['project = NOPE', "The value 'NOPE' does not exist for the field 'project'."],
  ['status = Nope', "The value 'Nope' does not exist for the field 'status'."],
  ['key = PAY-999', "An issue with key 'PAY-999' does not exist for field 'key'."],
  ['nope = 1', "Field 'nope' does not exist or you do not have permission to view it."],
  ['updated > yesterday', "Date value 'yesterday' for field 'updated' is invalid."],
  ['project = PAY status = Done', "Expecting either 'OR' or 'AND' but got 'status'."],
  ['project PAY', "Expecting operator but got 'PAY'."],
  ['project in (PAY', "Expecting ')' but got ''."],
  ['ORDER BY key', 'Unbounded JQL queries are not allowed here.'],
  ['', 'Unbounded JQL queries are not allowed here.'],
])('%j is refused with a reason', async (jql, reason) => {
  const { status, body } = await call(jira, 'POST', '/search/jql', { jql });
  expect(status).toBe(400);
  expect((body as { errorMessages: string[] }).errorMessages[0]).toContain(reason);
});

test('a wrong token, or the token of another query, is refused', async () => {
  const first = await call(jira, 'POST', '/search/jql', { jql: 'project = PAY', maxResults: 1 });
  const { nextPageToken } = first.body as Page;
  const other = { jql: 'project = MOB', nextPageToken };
  expect((await call(jira, 'POST', '/search/jql', other)).status).toBe(400);
  const broken = { jql: 'project = PAY', nextPageToken: 'x' };
  expect((await call(jira, 'POST', '/search/jql', broken)).status).toBe(400);
});
