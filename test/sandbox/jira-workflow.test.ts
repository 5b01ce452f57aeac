/**
 * Guarantee: a workflow of the Jira stand-in may have gaps, several ways to one status, conditions and screens with
 * required fields. REST tells of them, and holds to them.
 */
import { startJira, type JiraStandIn } from '../../sandbox/jira';
import { ANA, call } from './jira-client';

const POINTS = 'customfield_10016';

let jira: JiraStandIn;
beforeEach(async () => {
  jira = await startJira();
});
afterEach(() => jira.stop());

interface Offered {
  id: string;
  name: string;
  to: { name: string };
  hasScreen: boolean;
  isConditional: boolean;
  fields?: Record<string, { required: boolean; allowedValues?: { name: string }[] }>;
}

async function offered(key: string, query = ''): Promise<Offered[]> {
  const { body } = await call(jira, 'GET', `/issue/${key}/transitions${query}`);
  return (body as { transitions: Offered[] }).transitions;
}

const move = (key: string, id: string, fields?: Record<string, unknown>) =>
  call(jira, 'POST', `/issue/${key}/transitions`, { transition: { id }, fields });

test('a straight workflow offers the neighbours only', async () => {
  jira.world.workflow.straighten('PAY');
  const names = async () => (await offered('PAY-3')).map(({ to }) => to.name);
  expect(await names()).toEqual(['In Progress']);
  await move('PAY-3', '21');
  expect(await names()).toEqual(['To Do', 'In Review']);
});

test('a move may be hidden from one issue', async () => {
  const { workflow } = jira.world;
  workflow.forbid('PAY', 'To Do', 'In Review', jira.world.issue('PAY-3').id);
  expect((await offered('PAY-3')).map(({ to }) => to.name)).toEqual(['In Progress']);
  const others = await offered('PAY-4');
  expect(others.find(({ to }) => to.name === 'In Review')).toMatchObject({ isConditional: true });
  expect(others.find(({ to }) => to.name === 'In Progress')).toMatchObject({
    isConditional: false,
  });
});

test('a screen is shown with its fields when they are asked for, and its values are taken', async () => {
  const { workflow } = jira.world;
  const id = workflow.idTo('In Review');
  workflow.setScreen('PAY', id, { resolution: true, [POINTS]: true, labels: false });
  const one = (all: Offered[]) => all.find((transition) => transition.id === id);
  expect(one(await offered('PAY-3'))).toMatchObject({ hasScreen: true });
  expect(one(await offered('PAY-3'))?.fields).toBeUndefined();
  const shown = one(await offered('PAY-3', '?expand=transitions.fields'))?.fields;
  expect(shown).toMatchObject({
    resolution: { required: true },
    [POINTS]: { required: true },
    labels: { required: false },
  });
  expect(shown?.['resolution']?.allowedValues?.map(({ name }) => name)).toContain('Duplicate');

  expect(await move('PAY-3', id, { [POINTS]: 3 })).toMatchObject({
    status: 400,
    body: { errors: { resolution: 'Resolution is required.' } },
  });
  expect(await move('PAY-3', id, { resolution: { name: 'Nope' }, [POINTS]: 3 })).toMatchObject({
    status: 400,
  });
  expect(jira.world.view('PAY-3').status).toBe('To Do');
  const taken = await move('PAY-3', id, { resolution: { name: 'Duplicate' }, [POINTS]: 3 });
  expect(taken.status).toBe(204);
  expect(jira.world.view('PAY-3')).toMatchObject({
    status: 'In Review',
    resolution: 'Duplicate',
    points: 3,
  });
});

test('a required field that the issue has a value in already need not be sent', async () => {
  const { workflow } = jira.world;
  const id = workflow.idTo('In Progress');
  workflow.setScreen('PAY', id, { [POINTS]: true });
  jira.world.edit(ANA, 'PAY-3', { points: null });
  expect((await move('PAY-3', id)).status).toBe(400);
  jira.world.edit(ANA, 'PAY-3', { points: 2 });
  expect((await move('PAY-3', id)).status).toBe(204);
});

test('several transitions may lead to one status', async () => {
  const id = jira.world.workflow.add('PAY', 'Fast track', 'In Review');
  const both = (await offered('PAY-3')).filter(({ to }) => to.name === 'In Review');
  expect(both.map(({ name }) => name)).toEqual(['In Review', 'Fast track']);
  expect((await move('PAY-3', id)).status).toBe(204);
  expect(jira.world.view('PAY-3').status).toBe('In Review');
});

test('a search shows the transitions of what it finds when they are asked for', async () => {
  const jql = encodeURIComponent('key = PAY-3');
  const found = await call(
    jira,
    'GET',
    `/search/jql?jql=${jql}&fields=status&expand=transitions&maxResults=1`,
  );
  expect(found.body).toMatchObject({
    issues: [
      {
        fields: { status: { name: 'To Do' } },
        transitions: [{ to: { name: 'In Progress' } }, { to: { name: 'In Review' } }],
      },
    ],
  });
});
