/**
 * Guarantee: what ends or moves an issue in Jira happens in the stand-in too: moves between
 * projects, conversions, archiving, a project in the trash; and the app hears what Jira documents.
 */
import { startJira, type JiraStandIn } from '../../sandbox/jira';
import { ADA, ANA, BO, call, MIA } from './jira-client';

let jira: JiraStandIn;
let events: { name: string; payload: Record<string, unknown> }[];
beforeEach(async () => {
  events = [];
  jira = await startJira({ onEvent: (name, payload) => events.push({ name, payload }) });
});
afterEach(() => jira.stop());

const delivered = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));

async function found(jql: string) {
  const { body } = await call(jira, 'POST', '/search/jql', { jql, fields: ['key'] });
  return (body as { issues: { key: string }[] }).issues.map(({ key }) => key);
}

test('a moved issue gets a new key, keeps its id, and is found by the old key still', async () => {
  const { id } = jira.world.issue('PAY-2');
  expect(jira.world.move(ANA, 'PAY-2', 'MOB')).toMatchObject({ id, key: 'MOB-3', project: 'MOB' });
  const old = await call(jira, 'GET', '/issue/PAY-2?fields=project,fixVersions');
  expect(old.body).toMatchObject({
    id,
    key: 'MOB-3',
    fields: { project: { key: 'MOB' }, fixVersions: [] },
  });
  expect(jira.world.view('PAY-5')).toMatchObject({ key: 'MOB-4', parent: 'MOB-3' });
  expect((await found('project = MOB')).sort()).toEqual(['MOB-1', 'MOB-2', 'MOB-3', 'MOB-4']);
  const page = await fetch(`${jira.url}/browse/PAY-2`, { redirect: 'manual' });
  expect(page.headers.get('location')).toBe('/browse/MOB-3');
});

test('a move is told as issue_moved, with the key and the project in the changelog', async () => {
  jira.world.move(ANA, 'PAY-3', 'MOB');
  await delivered();
  expect(events.map(({ name }) => name)).toEqual(['avi:jira:updated:issue']);
  expect(events[0]?.payload).toMatchObject({
    jiraEventTypeName: 'issue_moved',
    issue: { key: 'MOB-3' },
    changelog: {
      items: [
        { field: 'project', from: '10001', to: '10002' },
        { field: 'Key', fromString: 'PAY-3', toString: 'MOB-3' } as object,
      ],
    },
  });
});

test('a move needs its permission, another project, and a type that project has', () => {
  expect(() => jira.world.move(ANA, 'PAY-2', 'PAY')).toThrow(/in this project already/);
  expect(() => jira.world.move(ANA, 'PAY-5', 'MOB')).toThrow(/with its parent only/);
  const { key } = jira.world.create(MIA, { project: 'MOB', type: 'Initiative', summary: 'Wide' });
  expect(() => jira.world.move(ANA, key, 'PAY')).toThrow(/issue type selected is invalid/);
  jira.world.permissions.revoke('PAY', 'MOVE_ISSUES', BO);
  expect(() => jira.world.move(BO, 'PAY-2', 'MOB')).toThrow(/permission to move/);
  expect(jira.world.view('PAY-2').key).toBe('PAY-2');
});

test('an epic belongs to an initiative, where a project has them', async () => {
  const { key } = jira.world.create(MIA, { project: 'MOB', type: 'Initiative', summary: 'Wide' });
  expect(jira.world.edit(MIA, 'MOB-1', { parent: key }).parent).toBe(key);
  expect(() => jira.world.edit(MIA, 'MOB-2', { parent: key })).toThrow(/hierarchy/);
  const pay = await call(jira, 'GET', '/issuetype/project?projectId=10001&level=2');
  expect(pay.body).toEqual([]);
  const mob = await call(jira, 'GET', '/issuetype/project?projectId=10002&level=2');
  expect(mob.body).toMatchObject([{ name: 'Initiative', hierarchyLevel: 2 }]);
  expect(() =>
    jira.world.create(ANA, { project: 'PAY', type: 'Initiative', summary: 'x' }),
  ).toThrow(/valid issue type/);
});

test('a converted issue drops a parent and children that no longer fit', () => {
  jira.world.convert(ANA, 'PAY-3', 'Epic');
  expect(jira.world.view('PAY-3')).toMatchObject({ type: 'Epic', parent: null });
  jira.world.convert(ANA, 'PAY-3', 'Sub-task', 'PAY-2');
  expect(jira.world.view('PAY-3')).toMatchObject({ type: 'Sub-task', parent: 'PAY-2' });
  expect(() => jira.world.convert(ANA, 'PAY-2', 'Epic')).toThrow(/has subtasks/);
  expect(() => jira.world.convert(ANA, 'PAY-4', 'Sub-task')).toThrow(/parent issue key/);
  jira.world.convert(ANA, 'PAY-1', 'Task');
  expect(jira.world.view('PAY-2').parent).toBeNull();
});

test.each(['not-found', 'read-only'] as const)(
  'an archived issue is in no search and cannot be changed (%s)',
  async (shape) => {
    jira.world.quirks.archivedIssues = shape;
    jira.world.archive(ANA, 'PAY-3');
    const reading = { 'not-found': 404, 'read-only': 200 }[shape];
    expect((await call(jira, 'GET', '/issue/PAY-3')).status).toBe(reading);
    const edit = await call(jira, 'PUT', '/issue/PAY-3', { fields: { summary: 'x' } });
    expect(edit.status).toBe({ 'not-found': 404, 'read-only': 400 }[shape]);
    expect(await found('project = PAY')).not.toContain('PAY-3');
    jira.world.restore(ANA, 'PAY-3');
    expect(jira.world.view('PAY-3').summary).toBe('Saved cards');
    expect(await found('project = PAY')).toContain('PAY-3');
    expect((await call(jira, 'GET', '/issue/PAY-3')).status).toBe(200);
  },
);

test('a project in the trash takes its issues with it, and no issue event comes', async () => {
  jira.world.trashProject(ADA, 'PAY');
  await delivered();
  for (const path of ['/issue/PAY-1', '/issue/10201', '/project/PAY', '/project/PAY/versions']) {
    expect((await call(jira, 'GET', path)).status).toBe(404);
  }
  const projects = await call(jira, 'GET', '/project/search');
  expect(projects.body).toMatchObject({ values: [{ key: 'MOB' }] });
  expect((await call(jira, 'POST', '/search/jql', { jql: 'project = PAY' })).status).toBe(400);
  const fetched = await call(jira, 'POST', '/issue/bulkfetch', { issueIdsOrKeys: ['10201'] });
  expect(fetched.body).toMatchObject({ issues: [], issueErrors: [{ id: '10201' }] });
  expect(() => jira.world.restoreProject(BO, 'PAY')).toThrow(/permission/);
  jira.world.restoreProject(ADA, 'PAY');
  await delivered();
  expect((await call(jira, 'GET', '/issue/PAY-1')).status).toBe(200);
  expect(events.map(({ name }) => name)).toEqual([
    'avi:jira:softdeleted:project',
    'avi:jira:restored:project',
  ]);
  expect(events[0]?.payload).toMatchObject({ project: { id: '10001', key: 'PAY' } });
});

test('the menu of the issue moves and converts', async () => {
  const post = (path: string, form: Record<string, string>) =>
    fetch(jira.url + path, {
      method: 'POST',
      headers: { Accept: 'application/json', Origin: jira.url },
      body: new URLSearchParams(form),
    }).then((answer) => answer.json());
  expect(await post('/browse/PAY-3/convert', { type: 'Task', parent: '' })).toEqual({
    next: '/browse/PAY-3',
  });
  expect(await post('/browse/PAY-3/move', { project: 'MOB' })).toEqual({ next: '/browse/MOB-3' });
  expect(await post('/browse/MOB-3/move', { project: 'NOPE' })).toMatchObject({
    error: expect.stringContaining('valid project'),
  });
  expect(jira.world.view('MOB-3')).toMatchObject({ type: 'Task', summary: 'Saved cards' });
});
