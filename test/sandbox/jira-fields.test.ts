/**
 * Guarantee: the Jira stand-in refuses what Jira refuses, with Jira's words, and changes nothing
 * when it does.
 */
import { customField, startJira, type JiraStandIn } from '../../sandbox/jira';
import { ANA, BO, call, MIA, paragraph } from './jira-client';

let jira: JiraStandIn;
beforeEach(async () => {
  jira = await startJira();
  // The sandbox tells the log which node of a document Jira would not name.
  jest.spyOn(console, 'warn').mockImplementation(() => undefined);
});
afterEach(async () => {
  jest.restoreAllMocks();
  await jira.stop();
});

const STORY = { project: { key: 'PAY' }, issuetype: { name: 'Story' }, summary: 'New' };

async function refusal(fields: Record<string, unknown>, key = 'PAY-2') {
  const before = jira.world.issue(key);
  const { status, body } = await call(jira, 'PUT', `/issue/${key}`, { fields });
  expect(status).toBe(400);
  expect(jira.world.issue(key)).toEqual(before);
  return body;
}

const onField = (field: string, text: string) => ({ errorMessages: [], errors: { [field]: text } });
const notOnScreen = (field: string) =>
  onField(
    field,
    `Field '${field}' cannot be set. It is not on the appropriate screen, or unknown.`,
  );

test.each([
  [{ summary: '' }, onField('summary', 'You must specify a summary of the issue.')],
  [{ summary: null }, onField('summary', 'You must specify a summary of the issue.')],
  [
    { summary: 'a\nb' },
    onField('summary', 'The summary is invalid because it contains newline characters.'),
  ],
  [{ summary: 'x'.repeat(256) }, onField('summary', 'Summary must be less than 255 characters.')],
  [{ labels: ['a b'] }, onField('labels', "The label 'a b' contains spaces which is invalid.")],
  [{ labels: 'a' }, onField('labels', 'Operation value must be an array')],
  [
    { description: 'text' },
    onField(
      'description',
      'Operation value must be an Atlassian Document (see the Atlassian Document Format)',
    ),
  ],
  [
    { description: { type: 'doc', version: 2, content: [] } },
    onField(
      'description',
      'Operation value must be an Atlassian Document (see the Atlassian Document Format)',
    ),
  ],
  [
    { description: { type: 'doc', version: 1, content: [{ type: 'blink' }] } },
    onField('description', 'INVALID_INPUT'),
  ],
  [{ customfield_10016: '5' }, onField('customfield_10016', 'Operation value must be a number')],
  [{ priority: { id: '99' } }, onField('priority', "Priority with id '99' does not exist.")],
  [
    { assignee: { accountId: 'nobody' } },
    onField('assignee', 'Specify a valid value for assignee'),
  ],
  [
    { parent: { key: 'PAY-3' } },
    onField('parent', 'Given parent work item does not belong to appropriate hierarchy.'),
  ],
  [{ status: { id: '10103' } }, notOnScreen('status')],
  [{ resolution: { id: '10000' } }, notOnScreen('resolution')],
  [{ customfield_99999: 1 }, notOnScreen('customfield_99999')],
])('an edit with %j is refused and changes nothing', async (fields, body) => {
  await expect(refusal(fields)).resolves.toEqual(body);
});

test('every refused field is named at once, and the good ones are not written either', async () => {
  const fields = { summary: 'Good', labels: ['a b'], status: { id: '10101' } };
  await expect(refusal(fields)).resolves.toMatchObject({
    errors: { labels: expect.any(String), status: expect.any(String) },
  });
});

test('a field that is not on the screen of the project is refused on create and on edit', async () => {
  const reporter = { reporter: { accountId: ANA } };
  const created = await call(jira, 'POST', '/issue', {
    fields: { ...STORY, project: { key: 'MOB' }, ...reporter },
  });
  expect(created).toMatchObject({ status: 400, body: notOnScreen('reporter') });
  await expect(refusal(reporter, 'MOB-2')).resolves.toEqual(notOnScreen('reporter'));
  const inPay = await call(jira, 'PUT', '/issue/PAY-2', { fields: reporter });
  expect(inPay.status).toBe(204);
});

test('a summary of 255 characters with emoji and right-to-left text is kept as it is', async () => {
  const summary = `${'שלום 🚀 '.repeat(20)}x`.trim();
  await call(jira, 'PUT', '/issue/PAY-2', { fields: { summary } });
  expect(jira.world.view('PAY-2').summary).toBe(summary);
});

test.each([
  [{ project: { id: -100 } }, onField('project', 'Specify a valid project ID or key')],
  [{ issuetype: undefined }, onField('issuetype', 'issue type is required')],
  [{ summary: undefined }, onField('summary', 'You must specify a summary of the issue.')],
  [
    { issuetype: { name: 'Sub-task' } },
    onField('parent', 'Issue type is a sub-task but parent issue key or id not specified.'),
  ],
])('creating with %j is refused and creates nothing', async (change, body) => {
  const before = jira.world.issues().length;
  const answer = await call(jira, 'POST', '/issue', { fields: { ...STORY, ...change } });
  expect(answer).toMatchObject({ status: 400, body });
  expect(jira.world.issues()).toHaveLength(before);
});

test('a required field must be filled in; system and custom fields are worded differently', async () => {
  jira.world.screens.require('PAY', 'duedate');
  const system = await call(jira, 'POST', '/issue', { fields: STORY });
  expect(system.body).toEqual({ errorMessages: ["Field 'duedate' is required"], errors: {} });
  jira.world.screens.require('PAY', 'duedate', false);
  jira.world.addField(customField(10050, 'Squad', 'text'));
  jira.world.screens.require('PAY', 'customfield_10050');
  const custom = await call(jira, 'POST', '/issue', { fields: STORY });
  expect(custom.body).toEqual(onField('customfield_10050', 'Squad is required.'));
  const filled = await call(jira, 'POST', '/issue', {
    fields: { ...STORY, customfield_10050: 'Red' },
  });
  expect(filled.status).toBe(201);
});

test('labels are added and removed without touching the others', async () => {
  await call(jira, 'PUT', '/issue/PAY-1', {
    update: { labels: [{ add: 'new' }, { remove: 'q1' }] },
  });
  expect(jira.world.view('PAY-1').labels).toEqual(['new', 'ux']);
});

test('a field cannot be both in fields and in update', async () => {
  const answer = await call(jira, 'PUT', '/issue/PAY-1', {
    fields: { labels: [] },
    update: { labels: [{ add: 'x' }] },
  });
  expect(answer.body).toEqual(
    onField('labels', "Field 'labels' cannot appear in both 'fields' and 'update'"),
  );
});

test('a body that is not JSON, or not an object, is a clear 400; a missing type is 415', async () => {
  const put = (body: string, type: string) =>
    fetch(`${jira.url}/rest/api/3/issue/PAY-1`, {
      method: 'PUT',
      headers: { 'x-forge-as': 'app', 'Content-Type': type },
      body,
    });
  expect((await put('{', 'application/json')).status).toBe(400);
  expect((await put('[]', 'application/json')).status).toBe(400);
  expect((await put('{}', 'text/plain')).status).toBe(415);
});

test('status and resolution move together, only through transitions the workflow has', async () => {
  const move = (id: string) =>
    call(jira, 'POST', '/issue/PAY-3/transitions', { transition: { id } });
  expect(await move('41')).toMatchObject({
    status: 400,
    body: { errorMessages: ["Transition id '41' is not valid for this issue."] },
  });
  expect((await move('21')).status).toBe(204);
  expect((await move('41')).status).toBe(204);
  expect(jira.world.view('PAY-3')).toMatchObject({ status: 'Done', resolution: 'Done' });
  const done = await call(jira, 'GET', '/issue/PAY-3?fields=resolutiondate,resolution');
  expect(done.body).toMatchObject({
    fields: {
      resolution: { name: 'Done' },
      resolutiondate: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+\+0000$/),
    },
  });
  await move('11');
  expect(jira.world.view('PAY-3')).toMatchObject({ status: 'To Do', resolution: null });
});

test('a transition without a screen takes no fields', async () => {
  const answer = await call(jira, 'POST', '/issue/PAY-3/transitions', {
    transition: { id: '21' },
    fields: { summary: 'x' },
  });
  expect(answer).toMatchObject({ status: 400, body: notOnScreen('summary') });
  expect(jira.world.view('PAY-3').status).toBe('To Do');
});

test('a document comes back exactly as it was sent', async () => {
  const description = {
    ...paragraph('a'),
    content: [
      { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Why' }] },
      { type: 'panel', attrs: { panelType: 'info' }, content: paragraph('b').content },
      {
        type: 'paragraph',
        content: [{ type: 'mention', attrs: { id: MIA, text: '@Mia', accessLevel: '' } }],
      },
    ],
  };
  await call(jira, 'PUT', '/issue/PAY-1', { fields: { description } });
  const read = await call(jira, 'GET', '/issue/PAY-1?fields=description');
  expect(read.body).toMatchObject({ fields: { description } });
});

test('an issue type changes within its level of the hierarchy only', async () => {
  const change = (name: string) =>
    call(jira, 'PUT', '/issue/PAY-3', { fields: { issuetype: { name } } });
  expect((await change('Task')).status).toBe(204);
  expect((await change('Epic')).status).toBe(400);
  expect(jira.world.view('PAY-3').type).toBe('Task');
});

test('a person in the browser is held to the same rules', () => {
  expect(() => jira.world.edit(BO, 'PAY-2', { summary: 'a\nb' })).toThrow(/newline/);
  expect(() => jira.world.transition(BO, 'PAY-3', 'Done')).toThrow(/No transition to 'Done'/);
});
