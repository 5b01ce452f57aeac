/**
 * Guarantee: two issues are linked and unlinked as in Jira, each shows the other from its side, and
 * the app hears of it.
 */
import { startJira, type JiraStandIn } from '../../sandbox/jira';
import { ANA, BO, call } from './jira-client';

let jira: JiraStandIn;
let events: { name: string; payload: Record<string, unknown> }[];
beforeEach(async () => {
  events = [];
  jira = await startJira({ onEvent: (name, payload) => events.push({ name, payload }) });
});
afterEach(() => jira.stop());

const delivered = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
const blocks = (source: string, destination: string) => ({
  type: { name: 'Blocks' },
  inwardIssue: { key: source },
  outwardIssue: { key: destination },
});

async function links(key: string) {
  const { body } = await call(jira, 'GET', `/issue/${key}?fields=issuelinks`);
  return (body as { fields: { issuelinks: { id: string }[] } }).fields.issuelinks;
}

test('the inward issue blocks the outward one, and each shows the other', async () => {
  expect((await call(jira, 'POST', '/issueLink', blocks('PAY-2', 'PAY-3'))).status).toBe(201);
  const [link] = await links('PAY-2');
  expect(link).toMatchObject({ type: { outward: 'blocks' }, outwardIssue: { key: 'PAY-3' } });
  expect(link).not.toHaveProperty('inwardIssue');
  expect(await links('PAY-3')).toMatchObject([{ id: link?.id, inwardIssue: { key: 'PAY-2' } }]);
  const whole = await call(jira, 'GET', `/issueLink/${link?.id}`);
  expect(whole.body).toMatchObject({
    inwardIssue: { key: 'PAY-2' },
    outwardIssue: { key: 'PAY-3' },
  });
  await delivered();
  expect(events.at(-1)).toMatchObject({
    name: 'avi:jira:created:issuelink',
    payload: {
      id: link?.id,
      sourceIssueId: jira.world.issue('PAY-2').id,
      destinationIssueId: jira.world.issue('PAY-3').id,
      sourceProjectId: '10001',
      issueLinkType: { name: 'Blocks' },
    },
  });
  expect(jira.world.history('PAY-3').at(-1)?.items).toMatchObject([
    { field: 'Link', to: 'PAY-2', toString: 'This issue is blocked by PAY-2' } as object,
  ]);
});

test('the same link twice is one link', async () => {
  await call(jira, 'POST', '/issueLink', blocks('PAY-2', 'PAY-3'));
  await call(jira, 'POST', '/issueLink', blocks('PAY-2', 'PAY-3'));
  expect(await links('PAY-2')).toHaveLength(1);
});

test('a removed link is gone from both sides', async () => {
  const { id } = jira.world.linkIssues(ANA, 'Blocks', 'PAY-2', 'PAY-3');
  expect((await call(jira, 'DELETE', `/issueLink/${id}`)).status).toBe(204);
  expect([await links('PAY-2'), await links('PAY-3')]).toEqual([[], []]);
  expect((await call(jira, 'DELETE', `/issueLink/${id}`)).status).toBe(404);
  await delivered();
  expect(events.at(-1)?.name).toBe('avi:jira:deleted:issuelink');
});

test('links without updates of their issues, if a site should be so', async () => {
  jira.world.quirks.issueLinkUpdates = false;
  jira.world.linkIssues(ANA, 'Blocks', 'PAY-2', 'PAY-3');
  await delivered();
  expect(events.map(({ name }) => name)).toEqual(['avi:jira:created:issuelink']);
});

test('a deleted issue takes its links with it', async () => {
  jira.world.linkIssues(ANA, 'Blocks', 'PAY-4', 'PAY-3');
  jira.world.delete(ANA, 'PAY-4');
  expect(await links('PAY-3')).toEqual([]);
});

test.each([
  [blocks('PAY-2', 'PAY-2'), 400],
  [blocks('PAY-2', 'PAY-99'), 404],
  [{ ...blocks('PAY-2', 'PAY-3'), type: { name: 'Loves' } }, 404],
])('%j is refused and links nothing', async (body, status) => {
  expect((await call(jira, 'POST', '/issueLink', body)).status).toBe(status);
  expect(jira.world.state.issueLinks).toEqual([]);
});

test('nobody links without the permission', async () => {
  jira.world.permissions.revoke('PAY', 'LINK_ISSUES', BO);
  const answer = await call(jira, 'POST', '/issueLink', blocks('PAY-2', 'PAY-3'), BO);
  expect(answer.status).toBe(404);
});
