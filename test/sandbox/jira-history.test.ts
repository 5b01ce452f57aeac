/**
 * Guarantee: every change of an issue leaves its author, its time and both values in the history,
 * and a request that changes nothing leaves no trace.
 */
import { startJira, type JiraStandIn } from '../../sandbox/jira';
import { ANA, APP, BO, call, paragraph } from './jira-client';

let jira: JiraStandIn;
beforeEach(async () => {
  jira = await startJira({ now: () => 1_764_000_000_000 });
});
afterEach(() => jira.stop());

const last = (key: string) => jira.world.history(key).at(-1);

test('each kind of field shows ids and words on both sides', async () => {
  await call(jira, 'PUT', '/issue/PAY-2', {
    fields: {
      summary: 'Checkout on one page',
      description: paragraph('Short'),
      labels: ['b', 'a'],
      assignee: { accountId: ANA },
      priority: { id: '1' },
      parent: null,
      customfield_10016: 8,
    },
  });
  const items = Object.fromEntries(
    (last('PAY-2')?.items ?? []).map((item) => [item.fieldId, item]),
  );
  expect(last('PAY-2')?.authorId).toBe(APP);
  expect(items).toMatchObject({
    summary: { from: null, fromString: 'One-page checkout', toString: 'Checkout on one page' },
    description: { to: null, toString: 'Short' },
    labels: { fromString: 'ux', toString: 'a b' },
    assignee: { from: BO, fromString: 'Bo Chen', to: ANA, toString: 'Ana Silva' },
    priority: { from: '3', fromString: 'Medium', to: '1', toString: 'Highest' },
    parent: { fromString: 'PAY-1', to: null, toString: null },
    customfield_10016: {
      field: 'Story point estimate',
      fieldtype: 'custom',
      fromString: '5',
      toString: '8',
    },
  });
});

test('a move into and out of Done records the resolution before the status', () => {
  jira.world.transition(BO, 'PAY-2', 'Done');
  expect(last('PAY-2')).toMatchObject({
    authorId: BO,
    items: [
      { field: 'resolution', from: null, toString: 'Done' },
      { field: 'status', from: '10101', fromString: 'In Progress', to: '10103', toString: 'Done' },
    ],
  });
  jira.world.transition(BO, 'PAY-2', 'In Review');
  expect(last('PAY-2')?.items).toMatchObject([
    { field: 'resolution', to: null },
    { field: 'status' },
  ]);
});

test('adding and removing a web link is history, replacing it is not', () => {
  const link = { globalId: 'g', object: { url: 'https://acme.example/1', title: 'Feature 1' } };
  const { id } = jira.world.putLink(BO, 'PAY-3', link);
  expect(last('PAY-3')?.items).toMatchObject([
    {
      field: 'RemoteIssueLink',
      from: null,
      to: String(id),
      toString: expect.stringContaining('Feature 1'),
    },
  ]);
  const length = jira.world.history('PAY-3').length;
  jira.world.putLink(BO, 'PAY-3', { ...link, object: { ...link.object, title: 'Feature 2' } });
  expect(jira.world.history('PAY-3')).toHaveLength(length);
  expect(jira.world.links('PAY-3')).toMatchObject([{ id, object: { title: 'Feature 2' } }]);
  jira.world.deleteLink(BO, 'PAY-3', 'g');
  expect(last('PAY-3')?.items).toMatchObject([{ from: String(id), to: null }]);
});

test('an edit to the same values changes neither history nor updated', async () => {
  const before = jira.world.issue('PAY-2');
  const { status } = await call(jira, 'PUT', '/issue/PAY-2', {
    fields: { summary: 'One-page checkout', labels: ['ux'], customfield_10016: 5 },
  });
  expect(status).toBe(204);
  expect(jira.world.issue('PAY-2')).toEqual(before);
});

test('a document with its keys in another order is the same document', async () => {
  const [content] = paragraph('Same').content;
  await call(jira, 'PUT', '/issue/PAY-2', { fields: { description: paragraph('Same') } });
  const before = jira.world.issue('PAY-2');
  const description = {
    content: [{ content: content?.content, type: 'paragraph' }],
    version: 1,
    type: 'doc',
  };
  await call(jira, 'PUT', '/issue/PAY-2', { fields: { description } });
  expect(jira.world.issue('PAY-2').updated).toBe(before.updated);
});

test('properties are no history and leave updated alone', async () => {
  const before = jira.world.issue('PAY-2');
  await call(jira, 'PUT', '/issue/PAY-2/properties/align.link', { alignId: 1 });
  const { updated, history } = jira.world.issue('PAY-2');
  expect({ updated, history }).toEqual({ updated: before.updated, history: before.history });
});

test('updated grows with every change even while the clock stands still', () => {
  const times = ['a', 'b', 'c'].map((summary) => jira.world.edit(BO, 'PAY-2', { summary }).updated);
  expect(new Set(times).size).toBe(3);
  expect([...times].sort((a, b) => a - b)).toEqual(times);
});

test('times have milliseconds and an offset without colon', async () => {
  const { body } = await call(jira, 'GET', '/issue/PAY-2?fields=updated,created');
  const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+0000$/) as string;
  expect(body).toMatchObject({ fields: { updated: time, created: time } });
});

test('the changelog comes page by page, oldest first; embedded it is newest first', async () => {
  jira.world.edit(BO, 'PAY-4', { summary: 'One' });
  jira.world.edit(BO, 'PAY-4', { summary: 'Two' });
  const page = await call(jira, 'GET', '/issue/PAY-4/changelog?startAt=1&maxResults=1');
  expect(page.body).toMatchObject({
    startAt: 1,
    total: 3,
    isLast: false,
    nextPage: expect.stringContaining('startAt=2'),
    values: [{ items: [{ toString: 'One' }] }],
  });
  const issue = await call(jira, 'GET', '/issue/PAY-4?expand=changelog&fields=summary');
  expect(issue.body).toMatchObject({
    changelog: { histories: [{ items: [{ toString: 'Two' }] }, {}, {}] },
  });
});

test('deleting an epic frees its stories; deleting a story asks about its sub-tasks', async () => {
  jira.world.delete(ANA, 'PAY-1');
  expect(jira.world.issue('PAY-2').values.parent).toBeNull();
  const refused = await call(jira, 'DELETE', '/issue/PAY-2');
  expect(refused.status).toBe(400);
  expect((await call(jira, 'DELETE', '/issue/PAY-2?deleteSubtasks=true')).status).toBe(204);
  expect(jira.world.has('PAY-5')).toBe(false);
});
