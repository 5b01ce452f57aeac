/**
 * Guarantee: while Jira answers with errors, limits or not at all, what comes from Jira Align is neither lost nor
 * written twice; an imported item whose creation got no answer leads to one issue.
 */
import { useLab } from './support/lab';
import { APP, BO, IN_ALIGN } from './support/people';
import type { Project } from './support/project';
import { waitFor } from './support/wait-for';

const lab = useLab();

const CREATE = { method: 'POST', path: /\/rest\/api\/3\/issue$/ };

function newItem(project: Project, title: string): number {
  const fields = {
    title,
    programId: project.programId,
    description: '<p>From Align</p>',
    state: 2,
  };
  return lab.align.world.create('story', fields, IN_ALIGN.kai).id;
}

const creations = () =>
  lab.jira.requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/issue'))
    .length;

const issuesOf = (project: Project) => lab.jira.world.issues(project.key);

/** Runs the upkeep, which finds new items, without waiting for what is delayed. */
async function sweep(): Promise<void> {
  await lab.site.host.runSchedule('upkeep');
  await lab.site.host.idle();
}

describe('an imported item', () => {
  test('whose creation took effect without an answer becomes one issue, found by its mark', async () => {
    const project = await lab.newProject();
    const itemId = newItem(project, 'Answer lost');
    lab.jira.faults.next(CREATE, { dropAfterEffect: true });
    await sweep();
    await waitFor(() => creations() === 1);
    await lab.site.host.idle();
    lab.passMinutes(3);
    await lab.settle();
    lab.passMinutes(-3);
    expect(creations()).toBe(1);
    const [issue, ...others] = issuesOf(project);
    expect(others).toEqual([]);
    expect(issue).toMatchObject({
      summary: 'Answer lost',
      description: 'From Align',
      status: 'In Progress',
      creator: APP,
    });
    expect(await lab.link(issue?.key ?? '')).toMatchObject({
      alignId: itemId,
      status: 'in-step',
      webLink: 'present',
    });
    const history = await lab.history({ issueId: issue?.id ?? '' });
    expect(history[0]).toMatchObject({ outcome: 'adopted', person: { name: 'Kai Lund' } });
  });

  test('whose creation never arrived is created by a later attempt', async () => {
    const project = await lab.newProject();
    newItem(project, 'Never arrived');
    lab.jira.faults.next(CREATE, { dropBeforeEffect: true });
    await sweep();
    await waitFor(() => creations() === 1);
    await lab.site.host.idle();
    expect(issuesOf(project)).toEqual([]);
    lab.passMinutes(3);
    await lab.settle();
    lab.passMinutes(-3);
    expect(issuesOf(project).map(({ summary }) => summary)).toEqual(['Never arrived']);
  });

  test('is given time to appear in the search after its last try as well', async () => {
    const project = await lab.newProject();
    newItem(project, 'Late in the index');
    lab.jira.faults.next(CREATE, { status: 502 });
    lab.jira.faults.next(CREATE, { dropAfterEffect: true });
    await sweep();
    await waitFor(() => creations() === 1);
    await lab.site.host.idle();
    lab.jira.world.search.lagMs = 60_000;
    lab.passMinutes(3);
    await waitFor(() => creations() === 2);
    // The index does not know the issue yet, and many attempts look at it.
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(creations()).toBe(2);
    lab.jira.world.search.lagMs = 0;
    lab.passMinutes(3);
    await lab.settle();
    lab.passMinutes(-6);
    expect(creations()).toBe(2);
    expect(issuesOf(project)).toHaveLength(1);
  });

  test('is not paired a second time by events of its own issue while it is being made', async () => {
    const project = await lab.newProject();
    newItem(project, 'Edited at once');
    lab.jira.faults.next(CREATE, { dropAfterEffect: true });
    await sweep();
    await waitFor(() => issuesOf(project).length === 1);
    const [issue] = issuesOf(project);
    lab.jira.world.edit(BO, issue?.key ?? '', { summary: 'Edited by Bo' });
    await lab.site.host.idle();
    lab.passMinutes(3);
    await lab.settle();
    await lab.poll();
    lab.passMinutes(-3);
    expect(issuesOf(project)).toHaveLength(1);
    const stories = lab.align.world
      .items('story')
      .filter(({ fields }) => fields.programId === project.programId);
    expect(stories).toHaveLength(1);
    expect(await lab.link(issue?.key ?? '')).toMatchObject({ alignId: stories[0]?.id });
  });

  test('whose creation Jira puts off with 429 is created as soon as Jira allows', async () => {
    const project = await lab.newProject();
    newItem(project, 'A little later');
    lab.jira.faults.next(CREATE, { status: 429, headers: { 'Retry-After': '5' }, times: 2 });
    await lab.site.host.runSchedule('upkeep');
    await lab.settleInTime();
    expect(creations()).toBe(3);
    expect(issuesOf(project)).toHaveLength(1);
  });

  test('for which the account lacks Create Issues waits with that reason, and is created afterwards', async () => {
    const project = await lab.newProject();
    lab.jira.world.permissions.revoke(project.key, 'CREATE_ISSUES', APP);
    const itemId = newItem(project, 'Not allowed yet');
    await lab.upkeep();
    const [parked] = await lab.parked();
    expect(parked).toMatchObject({ alignId: itemId, problem: { code: 'JIRA_FORBIDDEN' } });
    expect(parked?.problem.remedy).toMatch(/permission/);
    lab.jira.world.permissions.grant(project.key, 'CREATE_ISSUES', APP);
    await lab.upkeep();
    expect(issuesOf(project).map(({ summary }) => summary)).toEqual(['Not allowed yet']);
    expect(await lab.parked()).toEqual([]);
  });
});

describe('an edit from Jira Align', () => {
  test.each([
    ['503', { status: 503 }],
    ['a closed connection', { dropBeforeEffect: true }],
    ['a lost answer', { dropAfterEffect: true }],
    ['401, as right after an installation', { status: 401, body: 'Unauthorized' }],
  ])('answered with %s arrives once', async (what, fault) => {
    const project = await lab.newProject();
    const { key, id } = lab.jira.world.create(BO, {
      project: project.key,
      type: 'Story',
      summary: 'Before',
    });
    await lab.settle();
    const item = await lab.item(key);
    lab.align.world.edit('story', item.id, { title: 'After', effortPoints: 3 }, IN_ALIGN.ana);
    lab.jira.faults.next({ method: 'PUT', path: /issue\/\d+$/ }, fault);
    await lab.poll();
    if (what.startsWith('401')) await lab.upkeep();
    expect(lab.jira.world.view(key)).toMatchObject({ summary: 'After', points: 3 });
    const changes = lab.jira.world
      .history(key)
      .flatMap(({ items }) => items)
      .filter(({ fieldId }) => fieldId === 'summary');
    expect(changes).toHaveLength(1);
    expect(await lab.link(key)).toMatchObject({ status: 'in-step', problem: null });
    const effects = (await lab.history({ issueId: id })).filter(({ changes }) =>
      changes.some(({ field, to }) => field === 'title' && to?.text === 'After'),
    );
    expect(effects).toHaveLength(1);
  });

  test('with a status whose transition lost its answer is not moved twice', async () => {
    const project = await lab.newProject();
    const { key } = lab.jira.world.create(BO, {
      project: project.key,
      type: 'Story',
      summary: 'Moves once',
    });
    await lab.settle();
    const item = await lab.item(key);
    lab.align.world.edit('story', item.id, { state: 2 }, IN_ALIGN.ana);
    const move = { method: 'POST', path: /transitions$/ };
    lab.jira.faults.next(move, { dropAfterEffect: true });
    await lab.poll();
    const moves = lab.jira.world
      .history(key)
      .flatMap(({ items }) => items)
      .filter(({ fieldId }) => fieldId === 'status');
    expect(moves.map((change) => change.to)).toEqual(['10101']);
    expect((await lab.item(key)).fields.state).toBe(2);
  });

  test('waits as long as a 429 of Jira says, and counts as no attempt', async () => {
    const project = await lab.newProject();
    const { key, id } = lab.jira.world.create(BO, {
      project: project.key,
      type: 'Story',
      summary: 'Before',
    });
    await lab.settle();
    lab.align.world.edit('story', (await lab.item(key)).id, { title: 'After' }, IN_ALIGN.ana);
    const headers = { 'Retry-After': '120', 'RateLimit-Reason': 'jira-burst-based' };
    lab.jira.faults.next({ method: 'PUT' }, { status: 429, headers, times: 4 });
    const from = Date.now();
    await lab.site.host.runSchedule('poll-align');
    await lab.settleInTime();
    expect(Date.now() - from).toBeGreaterThanOrEqual((4 * 120_000) / 600);
    expect(lab.jira.world.view(key).summary).toBe('After');
    expect((await lab.history({ issueId: id })).map(({ outcome }) => outcome)).toEqual([
      'created',
      'updated',
    ]);
  });
});

test('an edit in Jira is not lost while Jira cannot be read', async () => {
  const project = await lab.newProject();
  const { key } = lab.jira.world.create(BO, {
    project: project.key,
    type: 'Story',
    summary: 'Before',
  });
  await lab.settle();
  lab.jira.faults.next({ method: 'GET', path: /issue\/\d+$/ }, { status: 500, times: 4 });
  lab.jira.world.edit(BO, key, { summary: 'After' });
  await lab.settle();
  expect((await lab.item(key)).fields.title).toBe('After');
  expect(await lab.parked()).toEqual([]);
});

test('an issue that is hidden from the account for a while is not taken for deleted', async () => {
  const project = await lab.newProject();
  const { key, id } = lab.jira.world.create(BO, {
    project: project.key,
    type: 'Story',
    summary: 'Before',
  });
  await lab.settle();
  lab.jira.world.permissions.revoke(project.key, 'BROWSE_PROJECTS', APP);
  lab.jira.world.edit(BO, key, { summary: 'Edited while hidden' });
  await lab.settle();
  expect(await lab.parked()).toMatchObject([
    { issueId: id, problem: { code: 'ISSUE_NOT_VISIBLE' } },
  ]);
  expect((await lab.item(key)).fields.title).toBe('Before');
  lab.jira.world.permissions.grant(project.key, 'BROWSE_PROJECTS', APP);
  await lab.upkeep();
  expect((await lab.item(key)).fields.title).toBe('Edited while hidden');
  expect(await lab.parked()).toEqual([]);
});
