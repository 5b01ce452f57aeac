/**
 * Guarantee: the stand-in tells the app of changes with Forge's documented small payloads and
 * nothing more, in order, and says truly whether the app itself caused them.
 */
import { startJira, type JiraStandIn } from '../../sandbox/jira';
import { ANA, APP, BO, call, MIA, paragraph } from './jira-client';

interface Payload {
  issue: { id: string; key: string; fields: Record<string, unknown> };
  changelog?: { items: Record<string, unknown>[] };
  [property: string]: unknown;
}

let jira: JiraStandIn;
let events: { name: string; payload: Payload }[];
beforeEach(async () => {
  events = [];
  jira = await startJira({
    onEvent: (name, payload) => events.push({ name, payload: payload as unknown as Payload }),
  });
});
afterEach(() => jira.stop());

const delivered = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
const names = () => events.map(({ name }) => name);

test('the payload of an edit holds exactly what is documented', async () => {
  jira.world.edit(BO, 'PAY-2', { summary: 'Shorter', description: 'New', points: 8 });
  await delivered();
  expect(names()).toEqual(['avi:jira:updated:issue']);
  const [{ payload } = { payload: {} as Payload }] = events;
  expect(Object.keys(payload).sort()).toEqual([
    'atlassianId',
    'changelog',
    'eventType',
    'issue',
    'selfGenerated',
    'timestamp',
  ]);
  expect(payload).toMatchObject({
    eventType: 'avi:jira:updated:issue',
    atlassianId: BO,
    selfGenerated: false,
    timestamp: expect.stringMatching(/^\d{13}$/),
  });
  expect(Object.keys(payload.issue).sort()).toEqual(['fields', 'id', 'key']);
  expect(Object.keys(payload.issue.fields).sort()).toEqual([
    'assignee',
    'created',
    'creator',
    'issuetype',
    'project',
    'reporter',
    'status',
    'summary',
    'updated',
  ]);
  expect(payload.issue.fields.assignee).toEqual({ accountId: BO });
  expect(payload.changelog?.items.map(({ fieldId }) => fieldId)).toEqual([
    'summary',
    'description',
    'customfield_10016',
  ]);
  expect(Object.keys(payload.changelog?.items[0] ?? {}).sort()).toEqual([
    'field',
    'fieldId',
    'from',
    'fromString',
    'to',
    'toString',
  ]);
});

test('creating, moving and deleting are told too, without a changelog where there is none', async () => {
  const { key } = jira.world.create(ANA, { project: 'MOB', type: 'Bug', summary: 'Crash' });
  jira.world.transition(ANA, key, 'In Progress');
  jira.world.delete(ANA, key);
  await delivered();
  expect(names()).toEqual([
    'avi:jira:created:issue',
    'avi:jira:updated:issue',
    'avi:jira:deleted:issue',
  ]);
  expect(events[0]?.payload).not.toHaveProperty('changelog');
  expect(events[2]?.payload.issue).toMatchObject({ key, fields: { summary: 'Crash' } });
});

test('a new assignee is told twice: as assigned and as updated', async () => {
  jira.world.edit(ANA, 'PAY-3', { assignee: MIA });
  await delivered();
  expect(names()).toEqual(['avi:jira:assigned:issue', 'avi:jira:updated:issue']);
  expect(events[0]?.payload.changelog?.items).toMatchObject([{ from: null, to: MIA }]);
});

test.each([
  ['app', APP],
  [BO, BO],
])('what the REST API does as %s is selfGenerated, and carries the trace', async (as, author) => {
  const trace = { 'X-Atlassian-Webhook-Trace': 'align-42' };
  await call(jira, 'PUT', '/issue/PAY-3', { fields: { summary: 'From Align' } }, as, trace);
  await delivered();
  expect(events[0]?.payload).toMatchObject({
    selfGenerated: true,
    atlassianId: author,
    webhookTraceValue: 'align-42',
  });
});

test('no event without a change, with a refusal, or for a property', async () => {
  await call(jira, 'PUT', '/issue/PAY-3', { fields: { summary: 'Saved cards' } });
  await call(jira, 'PUT', '/issue/PAY-3', { fields: { summary: '' } });
  await call(jira, 'PUT', '/issue/PAY-3/properties/align.link', { alignId: 1 });
  await delivered();
  expect(names()).toEqual([]);
});

test('a deleted story tells of itself, not of the sub-tasks that go with it', async () => {
  jira.world.delete(ANA, 'PAY-2', { deleteSubtasks: true });
  await delivered();
  expect(events.map(({ payload }) => payload.issue.key)).toEqual(['PAY-2']);
});

test('whether web links send events can be switched, as nobody has verified it', async () => {
  const link = (globalId: string) => ({
    globalId,
    object: { url: 'https://a.example', title: 'A' },
  });
  jira.world.putLink(BO, 'PAY-3', link('a'));
  jira.world.quirks.remoteLinkEvents = false;
  jira.world.putLink(BO, 'PAY-3', link('b'));
  await delivered();
  expect(names()).toEqual(['avi:jira:updated:issue']);
  expect(jira.world.history('PAY-3')).toHaveLength(2);
});

test('an event over 200 kB is lost, as on the platform, and the sandbox says so', async () => {
  const said = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  const long = (letter: string) => paragraph(letter.repeat(32_000));
  const wide = { ...paragraph('x'), content: paragraph('漢'.repeat(32_000)).content };
  await call(jira, 'PUT', '/issue/PAY-3', { fields: { description: long('a') } });
  await call(jira, 'PUT', '/issue/PAY-3', { fields: { description: wide } });
  await delivered();
  expect(events).toHaveLength(2);
  for (let number = 0; number < 3; number += 1) {
    const id = 10_060 + number;
    jira.world.addField({
      id: `customfield_${id}`,
      name: `Notes ${number}`,
      kind: 'document',
      schema: { type: 'string', custom: 'textarea', customId: id },
      clauseNames: [`cf[${id}]`],
    });
  }
  const fields = Object.fromEntries(
    ['description', 'customfield_10060', 'customfield_10061', 'customfield_10062'].map((id) => [
      id,
      paragraph('字'.repeat(32_000)),
    ]),
  );
  await call(jira, 'PUT', '/issue/PAY-3', { fields });
  await delivered();
  expect(events).toHaveLength(2);
  expect(said).toHaveBeenCalledWith(expect.stringContaining('is lost'));
  said.mockRestore();
});
