/**
 * Guarantee: every request that the app makes, in a scenario that reaches all of its paths, is one that the vendors'
 * documents know: operation, parameters and body. Every Jira operation is within the scopes of the manifest, and every
 * request carries what it must: the trace of the app's own writes, the token in its documented form.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { PAYMENTS, SERVICE_ACCOUNT } from '../../sandbox/set-up';
import { ALIGN_SITE } from '../../sandbox/site';
import { ask } from '../usecases/support/ask';
import { Lab } from '../usecases/support/lab';
import { ANA, BO, IN_ALIGN, MIA } from '../usecases/support/people';
import { addProject } from '../usecases/support/project';
import { waitFor } from '../usecases/support/wait-for';
import { alignSpecIsThere, requestProblems as alignProblems } from './align-spec';
import {
  jiraOperation,
  jiraScopes,
  jiraSpecIsThere,
  requestProblems as jiraProblems,
} from './jira-spec';
import { startRecordedSite, type Recordings } from './recorded-site';

if (!jiraSpecIsThere || !alignSpecIsThere) {
  process.stderr.write(
    "SKIPPED in part: the vendors' documents are not here; set SPECS_DIR to their folder\n",
  );
}

const lab = new Lab();
let recordings: Recordings;

beforeAll(async () => {
  await lab.start({ withConnector: true }, async (options) => {
    const started = await startRecordedSite(options ?? {});
    recordings = started.recordings;
    return started.site;
  });
  await playEverything();
}, 60_000);
afterAll(() => lab.stop());

/** Reaches every request that the app can make. What it leads to is proved elsewhere. */
async function playEverything(): Promise<void> {
  await setUpAsAnAdmin();
  await syncEveryTypeBothWays();
  await backfill();
  await removeOnBothSides();
  await repairLinks();
  await loseAnswers();
  await meetRefusals();
}

async function setUpAsAnAdmin(): Promise<void> {
  const { site } = lab;
  const auth = {
    kind: 'atlassian',
    email: 'jira-sync@acme.example',
    token: 'sandbox-atlassian-token',
  } as const;
  await site.admin('testConnection', { site: ALIGN_SITE, auth });
  await site.admin('saveConnection', SERVICE_ACCOUNT);
  await site.admin('importConnectorMapping', { projectId: PAYMENTS });
  await site.admin('listProjects', {});
  await site.admin('listProjects', { q: 'Squad' });
  await site.admin('searchJiraPeople', { q: 'mia k' });
  await site.admin('searchAlignPeople', { q: "kai o'lund" });
  await site.admin('savePerson', { version: 0, accountId: MIA, uid: IN_ALIGN.mia });
}

async function syncEveryTypeBothWays(): Promise<void> {
  const project = await lab.newProject(({ types }) => ({
    types: [...types, { issueTypeId: '10004', issueTypeName: 'Task', alignType: 'epic' }],
  }));
  const { world } = lab.jira;
  const create = (type: string, parent?: string) =>
    world.create(BO, {
      project: project.key,
      type,
      summary: `It's a "${type}" & more – 100%`,
      description:
        '## Why\n\n- **bold** [link](https://acme.example)\n\n| a | b |\n| - | - |\n| 1 | 2 |',
      labels: ['one', 'two'],
      assignee: ANA,
      ...(type === 'Sub-task' ? {} : { points: 3 }),
      ...(parent === undefined ? {} : { parent }),
    });
  create('Task');
  const epic = create('Epic');
  const story = create('Story', epic.key);
  const bug = create('Bug');
  const task = create('Sub-task', story.key);
  await lab.settle();
  for (const { key } of [epic, story, bug, task]) {
    world.edit(BO, key, { summary: 'Renamed', description: null, labels: [], assignee: BO });
    world.transition(BO, key, 'In Progress');
  }
  world.edit(BO, story.key, { points: null, parent: null });
  await lab.settle();
  const items = await Promise.all([epic, story, bug, task].map(({ key }) => lab.item(key)));
  for (const item of items) {
    const owner = item.type === 'defect' ? 'assignedTo' : 'ownerId';
    const fields = {
      title: 'From Align',
      description: '<p>x</p>',
      state: 3,
      [owner]: IN_ALIGN.ana,
    };
    lab.align.world.edit(item.type, item.id, fields, IN_ALIGN.kai);
  }
  await lab.poll();
  await lab.upkeep();
  // Somebody of whom nothing is known yet.
  lab.align.world.edit('story', items[1]?.id ?? 0, { ownerId: IN_ALIGN.kai }, IN_ALIGN.kai);
  await lab.poll();
  const feature = lab.align.world.create(
    'feature',
    { title: 'New feature', primaryProgramId: project.programId, ownerId: IN_ALIGN.bo, state: 3 },
    IN_ALIGN.kai,
  );
  const made = lab.align.world.create(
    'story',
    { title: 'New story', programId: project.programId, featureId: feature.id, tags: 'x, y z' },
    IN_ALIGN.kai,
  );
  lab.align.world.create('task', { title: 'New task', storyId: made.id }, IN_ALIGN.kai);
  await lab.poll();
  await lab.upkeep();
  expect(world.issues(project.key)).toHaveLength(8);
  await openThePages({ id: story.id, key: story.key }, project);
}

async function openThePages(
  issue: { id: string; key: string },
  project: { id: string; key: string },
): Promise<void> {
  const panel = {
    accountId: BO,
    module: 'issue-panel',
    extension: { issue: { id: issue.id, typeId: '10001' }, project: { id: project.id } },
  } as const;
  await ask(lab.site, 'getTwin', {}, panel);
  await ask(lab.site, 'resyncIssue', {}, panel);
  const page = {
    accountId: ANA,
    module: 'project-settings',
    extension: { project: { id: project.id, key: project.key } },
  } as const;
  await ask(lab.site, 'getProjectSummary', {}, page);
  await lab.site.admin('listCustomFields', {
    projectId: project.id,
    issueTypeIds: ['10001'],
    alignTypes: ['epic', 'feature', 'story', 'defect', 'task'],
  });
  await lab.site.admin('resync', { issueId: issue.id });
  await lab.site.admin('pollNow', {});
  await lab.settle();
}

async function backfill(): Promise<void> {
  const { id, key, programId } = addProject(lab.site);
  const story = { title: 'On both sides', description: 'x', state: 1, programId };
  lab.align.world.create('story', story, IN_ALIGN.kai);
  lab.align.world.create('story', { ...story, title: 'Only in Align' }, IN_ALIGN.kai);
  for (const [type, summary] of [
    ['Story', 'On both sides'],
    ['Epic', 'Only in Jira'],
    ['Task', 'Not mapped'],
  ] as const) {
    lab.jira.world.create(BO, { project: key, type, summary });
  }
  await lab.settle();
  const { mapping } = await lab.site.admin('getMapping', { projectId: id });
  if (mapping === null) throw new Error('No mapping was suggested.');
  const saved = await lab.site.admin('saveMapping', { ...mapping, adoptForeign: true });
  const request = { projectId: id, matchByTitle: true, matchByKey: true, includeAlign: true };
  await lab.site.admin('previewBackfill', request);
  await lab.site.admin('startBackfill', request);
  await lab.settle();
  expect(await lab.site.admin('getBackfill', { projectId: id })).toMatchObject({ status: 'done' });
  await lab.site.admin('saveMapping', { ...saved, enabled: false });
}

async function removeOnBothSides(): Promise<void> {
  const project = await lab.newProject();
  const create = (summary: string) =>
    lab.jira.world.create(BO, { project: project.key, type: 'Story', summary });
  const [one, other] = [create('Deleted in Jira'), create('Recycled in Align')];
  await lab.settle();
  lab.align.world.recycle('story', (await lab.item(other.key)).id, IN_ALIGN.kai);
  lab.jira.world.delete(ANA, one.key);
  await lab.poll();
}

async function repairLinks(): Promise<void> {
  const project = await lab.newProject();
  const issue = lab.jira.world.create(BO, {
    project: project.key,
    type: 'Story',
    summary: 'Loses its links',
  });
  await lab.settle();
  const { id } = await lab.item(issue.key);
  lab.jira.world.deleteLink(BO, issue.key, `system=${ALIGN_SITE}&type=story&id=${id}`);
  lab.align.world.edit('story', id, { links: [] }, IN_ALIGN.ana);
  await lab.settle();
  await lab.upkeep();
  const own = { name: 'Own', link: 'https://acme.example' };
  lab.align.world.edit('story', id, { links: [own] }, IN_ALIGN.ana);
  await lab.upkeep();
}

async function loseAnswers(): Promise<void> {
  const project = await lab.newProject();
  lab.align.faults.next({ method: 'POST' }, { dropAfterEffect: true });
  lab.jira.world.create(BO, { project: project.key, type: 'Story', summary: "Lost 'answer'" });
  await waitFor(() =>
    lab.align.world.items('story').some((s) => s.fields.title === "Lost 'answer'"),
  );
  lab.align.world.create(
    'story',
    { title: 'Lost in Jira', programId: project.programId },
    IN_ALIGN.kai,
  );
  lab.jira.faults.next({ method: 'POST', path: /\/issue$/ }, { dropAfterEffect: true });
  await lab.site.host.runSchedule('poll-align');
  await waitFor(() => lab.jira.world.issues(project.key).length === 2);
  await lab.site.host.idle();
  lab.passMinutes(5);
  await lab.settle();
}

async function meetRefusals(): Promise<void> {
  Object.assign(lab.align.shapes, {
    links: 'refused',
    patchMediaTypes: 'json-patch',
    programField: 'programId',
  });
  const project = await lab.newProject();
  const epic = lab.jira.world.create(BO, {
    project: project.key,
    type: 'Epic',
    summary: 'Refused',
  });
  await lab.settle();
  lab.jira.world.edit(BO, epic.key, { summary: 'Patched all the same' });
  await lab.settle();
  lab.jira.world.screens.remove(project.key, 'labels');
  lab.align.world.edit(
    'feature',
    (await lab.item(epic.key)).id,
    { tags: 'a', state: 2 },
    IN_ALIGN.ana,
  );
  await lab.poll();
}

const called = (requests: Recordings['jira']) =>
  new Set(requests.map(({ method, path: p }) => `${method} ${p.replace(/\d+/g, '{id}')}`));

test('the scenario reaches every operation that the app knows', () => {
  expect([...called(recordings.jira)].sort()).toEqual(
    [
      'DELETE /rest/api/{id}/issue/{id}/properties/align.link',
      'DELETE /rest/api/{id}/issue/{id}/remotelink',
      'GET /rest/api/{id}/field',
      'GET /rest/api/{id}/issue/createmeta/{id}/issuetypes/{id}',
      'GET /rest/api/{id}/issue/{id}',
      'GET /rest/api/{id}/issue/{id}/remotelink',
      'GET /rest/api/{id}/issue/{id}/transitions',
      'GET /rest/api/{id}/issuetype/project',
      'GET /rest/api/{id}/mypermissions',
      'GET /rest/api/{id}/myself',
      'GET /rest/api/{id}/project/search',
      'GET /rest/api/{id}/project/{id}',
      'GET /rest/api/{id}/project/{id}/statuses',
      'GET /rest/api/{id}/search/jql',
      'GET /rest/api/{id}/serverInfo',
      'GET /rest/api/{id}/user',
      'GET /rest/api/{id}/user/search',
      'POST /rest/api/{id}/issue',
      'POST /rest/api/{id}/issue/{id}/remotelink',
      'POST /rest/api/{id}/issue/{id}/transitions',
      'POST /rest/api/{id}/issue/bulkfetch',
      'POST /rest/api/{id}/issue/properties/multi',
      'POST /rest/api/{id}/search/approximate-count',
      'POST /rest/api/{id}/search/jql',
      'PUT /rest/api/{id}/issue/{id}',
      'PUT /rest/api/{id}/issue/{id}/properties/align.link',
    ].sort(),
  );
  const types = ['Defects', 'Epics', 'Features', 'Stories', 'Tasks'];
  const base = '/rest/align/api/{id}';
  const align = called(recordings.align);
  for (const type of types) {
    expect(align).toContain(`GET ${base}/${type}`);
    expect(align).toContain(`GET ${base}/${type}/{id}`);
    expect(align).toContain(`GET ${base}/${type}/{id}/editmeta`);
    expect(align).toContain(`POST ${base}/${type}`);
  }
  for (const type of types.filter((each) => each !== 'Epics')) {
    expect(align).toContain(`PATCH ${base}/${type}/{id}`);
  }
  expect(align).toContain(`GET ${base}/Users`);
  expect(align).toContain(`GET ${base}/Programs`);
});

const withJira = jiraSpecIsThere ? test : test.skip;
const withAlign = alignSpecIsThere ? test : test.skip;

withJira("every request to Jira fits the vendor's document", () => {
  const problems = recordings.jira.flatMap(({ method, path: p, query, body }) =>
    jiraProblems(method, p, query, body).map((problem) => `${method} ${p}: ${problem}`),
  );
  expect([...new Set(problems)]).toEqual([]);
});

withAlign('every request to Jira Align fits the reconstructed document', () => {
  const problems = recordings.align.flatMap(({ method, path: p, query, body }) =>
    alignProblems(method, p, query as Record<string, string>, body).map(
      (problem) => `${method} ${p}: ${problem}`,
    ),
  );
  expect([...new Set(problems)]).toEqual([]);
});

withJira(
  'every Jira operation is within the scopes of the manifest, and none is left unused',
  () => {
    const manifest = parse(readFileSync(path.resolve(__dirname, '../../manifest.yml'), 'utf8')) as {
      permissions: { scopes: Record<string, unknown> };
    };
    const granted = Object.keys(manifest.permissions.scopes);
    const used = new Set<string>();
    for (const { method, path: p } of recordings.jira) {
      const operation = `${method} ${jiraOperation(method, p)}`;
      const needed = jiraScopes(method, p);
      expect({ operation, known: needed !== undefined }).toEqual({ operation, known: true });
      const missing = needed?.filter((scope) => !granted.includes(scope));
      expect({ operation, missing }).toEqual({ operation, missing: [] });
      for (const scope of needed ?? []) used.add(scope);
    }
    expect([...used].sort()).toEqual(granted.filter((scope) => scope !== 'storage:app').sort());
  },
);

test("every write to Jira carries the app's trace, and is made as the app", () => {
  for (const { method, headers } of recordings.jira) {
    if (method === 'GET') continue;
    expect(headers).toMatchObject({
      'x-atlassian-webhook-trace': 'align-connector',
      'x-forge-as': 'app',
    });
  }
});

test('every request to Jira Align carries the token in its documented form, and nothing of Jira', () => {
  for (const { headers } of recordings.align) {
    expect(headers.authorization).toMatch(/^bearer user:2001\|\S+$|^Basic \S+$/);
    expect(Object.keys(headers).filter((name) => name.startsWith('x-forge'))).toEqual([]);
    expect(headers.cookie).toBeUndefined();
  }
});

test('an issue is read with no more than its mapped fields', () => {
  const reads = recordings.jira.filter(
    ({ method, path: p }) => method === 'GET' && /\/issue\/\d+$/.test(p),
  );
  expect(new Set(reads.map(({ query }) => query.fields))).toEqual(
    new Set([
      'summary,description,status,assignee,labels,parent,updated,creator,project,issuetype,customfield_10016,reporter,priority,customfield_10015,duedate,customfield_10021',
      'summary,description,status,assignee,labels,parent,updated,creator,project,issuetype',
    ]),
  );
});

test('no request failed in a way that nobody provoked', () => {
  const statuses = (requests: Recordings['jira']) =>
    new Set(requests.map(({ status }) => status).filter((status) => status >= 400));
  expect(statuses(recordings.jira)).toEqual(new Set([400, 404]));
  expect(statuses(recordings.align)).toEqual(new Set([400, 415]));
});
