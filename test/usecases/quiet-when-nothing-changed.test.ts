/**
 * Guarantee: a second look makes no write; the app's own writes come back as nothing; events that are repeated, late
 * or out of order lead to the same result; a stale hint costs one storage read and no request.
 */
import type { IssueView } from '../../sandbox/jira';
import { updatedEvent } from './support/issue-event';
import { useLab } from './support/lab';
import { ANA, BO, IN_ALIGN } from './support/people';
import type { Project } from './support/project';

const lab = useLab();

async function family(project: Project): Promise<IssueView[]> {
  const create = (type: string, parent?: string) =>
    lab.jira.world.create(BO, {
      project: project.key,
      type,
      summary: `Quiet ${type}`,
      description: '# Why\n\n- one\n- two :rocket:\n\n`code` and [a link](https://acme.example)',
      labels: ['a', 'b'],
      assignee: ANA,
      ...(type === 'Sub-task' ? {} : { points: 3 }),
      ...(parent === undefined ? {} : { parent }),
    });
  const epic = create('Epic');
  const story = create('Story', epic.key);
  const made = [epic, story, create('Bug'), create('Sub-task', story.key)];
  await lab.settle();
  return made.map(({ key }) => lab.jira.world.view(key));
}

test('a second reconcile of every type makes no write and no entry', async () => {
  const project = await lab.newProject();
  const issues = await family(project);
  const entries = (await lab.history({ projectId: project.id })).length;
  lab.forgetRequests();
  for (const { id } of issues) await lab.site.admin('resync', { issueId: id });
  await lab.settle();
  expect(lab.jira.requests.length).toBeGreaterThan(0);
  expect(lab.align.requests.length).toBeGreaterThanOrEqual(issues.length);
  expect(lab.writes()).toEqual([]);
  expect(await lab.history({ projectId: project.id })).toHaveLength(entries);
});

test('polls and sweeps after a creation find nothing to do', async () => {
  const project = await lab.newProject();
  await family(project);
  lab.align.shapes.lastUpdatedDate = 'always';
  lab.forgetRequests();
  await lab.poll();
  expect(lab.site.host.usage().queue.pushed).toBe(0);
  await lab.upkeep();
  expect(lab.writes()).toEqual([]);
});

test("the app's own write to Align comes back from the poll as no hint", async () => {
  const project = await lab.newProject();
  const [, story] = await family(project);
  lab.jira.world.edit(BO, story?.key ?? '', {
    summary: 'Written by the app',
    description: 'New *text*',
    labels: ['c'],
    points: 8,
    assignee: BO,
  });
  await lab.settle();
  expect((await lab.item(story?.key ?? '')).fields.lastUpdatedBy).toBe(IN_ALIGN.app);
  lab.forgetRequests();
  await lab.poll();
  expect(lab.site.host.usage().queue.pushed).toBe(0);
  expect(lab.jira.requests).toEqual([]);
});

test("the app's own write to Jira comes back as no event, and a look at it makes no write", async () => {
  const project = await lab.newProject();
  const [, story] = await family(project);
  const { id } = await lab.item(story?.key ?? '');
  lab.align.world.edit(
    'story',
    id,
    { title: 'From Align', description: '<div>x <b>y</b></div>', tags: 'two words', state: 2 },
    IN_ALIGN.ana,
  );
  await lab.poll();
  const after = lab.jira.world.view(story?.key ?? '');
  expect(after).toMatchObject({ summary: 'From Align', status: 'In Progress' });
  expect(lab.site.host.usage().queue.pushed).toBeGreaterThan(0);
  lab.forgetRequests();
  // Should an echo slip through both filters of Forge, the baseline alone must hold.
  const { name, payload } = updatedEvent(
    { ...after, updated: after.updated + 60_000 },
    { projectId: project.id, by: ANA, fields: ['summary', 'description', 'labels', 'status'] },
  );
  await lab.site.host.productEvent(name, payload);
  await lab.settle();
  expect(lab.site.host.usage().queue.delivered).toBe(1);
  expect(lab.jira.requests.map(({ method }) => method)).toEqual(['GET']);
  expect(lab.writes()).toEqual([]);
});

test('a stale hint costs one storage read and no request', async () => {
  const project = await lab.newProject();
  const [, story] = await family(project);
  const edited = lab.jira.world.edit(BO, story?.key ?? '', { summary: 'Seen' });
  await lab.settle();
  lab.forgetRequests();
  const { name, payload } = updatedEvent(edited, { projectId: project.id, by: BO });
  await lab.site.host.productEvent(name, payload);
  await lab.settle();
  const usage = lab.site.host.usage();
  expect(usage.invocations.map(({ functionKey }) => functionKey)).toEqual(['on-issue-event']);
  expect(usage.kvs).toEqual({ reads: 1, writes: 0, queries: 0, transactions: 0 });
  expect([...lab.jira.requests, ...lab.align.requests]).toEqual([]);
});

test('an event that is already in the queue when an earlier one has done its work costs one read', async () => {
  const project = await lab.newProject();
  const [, story] = await family(project);
  const { key } = story as IssueView;
  // Both are queued before either is delivered: the first run sees the second edit too.
  lab.jira.world.edit(BO, key, { summary: 'First edit' });
  const later = lab.jira.world.edit(BO, key, { summary: 'Second edit' });
  const { name, payload } = updatedEvent(later, { projectId: project.id, by: BO });
  await Promise.all([1, 2, 3].map(() => lab.site.host.productEvent(name, payload)));
  lab.forgetRequests();
  await lab.settle();
  expect((await lab.item(key)).fields.title).toBe('Second edit');
  const runs = lab.site.host.usage().invocations.filter((i) => i.functionKey === 'reconcile');
  const idle = runs.filter(
    ({ jiraRequests, egressRequests }) => jiraRequests + egressRequests === 0,
  );
  expect(runs.length - idle.length).toBe(1);
  for (const { kvs } of idle) {
    expect(kvs).toEqual({ reads: 1, writes: 0, queries: 0, transactions: 0 });
  }
});

test('repeated and reordered events lead to the same result and the same history', async () => {
  const project = await lab.newProject();
  const [, story] = await family(project);
  const { key, id } = story as IssueView;
  const seen = [story as IssueView];
  for (const change of [{ summary: 'One' }, { points: 5 }, { summary: 'Two' }, { labels: ['z'] }]) {
    seen.push(lab.jira.world.edit(BO, key, change));
  }
  for (const issue of [...seen].reverse().concat(seen)) {
    const { name, payload } = updatedEvent(issue, { projectId: project.id, by: BO });
    await lab.site.host.productEvent(name, payload);
  }
  await lab.settle();
  expect((await lab.item(key)).fields).toMatchObject({ title: 'Two', effortPoints: 5, tags: 'z' });
  const applied = (await lab.history({ issueId: id }))
    .filter(({ outcome }) => outcome === 'updated')
    .flatMap(({ changes }) => changes.map(({ field }) => field));
  expect(applied.filter((field) => field === 'points')).toHaveLength(1);
  expect(applied.filter((field) => field === 'labels')).toHaveLength(1);

  const entries = await lab.history({ issueId: id });
  lab.forgetRequests();
  for (const issue of seen) {
    const { name, payload } = updatedEvent(issue, { projectId: project.id, by: BO });
    await lab.site.host.productEvent(name, payload);
  }
  await lab.settle();
  expect([...lab.jira.requests, ...lab.align.requests]).toEqual([]);
  expect(await lab.history({ issueId: id })).toEqual(entries);
});

test('a repeated event of a creation creates nothing again', async () => {
  const project = await lab.newProject();
  const issue = lab.jira.world.create(BO, {
    project: project.key,
    type: 'Story',
    summary: 'Announced three times',
  });
  const { payload } = updatedEvent(issue, { projectId: project.id, by: BO });
  const created = { ...payload, eventType: 'avi:jira:created:issue' };
  await Promise.all(
    [1, 2].map(() => lab.site.host.productEvent('avi:jira:created:issue', created)),
  );
  await lab.settle();
  const items = lab.align.world.items('story').map(({ fields }) => fields.title);
  expect(items.filter((title) => title === 'Announced three times')).toHaveLength(1);
});

test('an event of a change that is not mapped leads to reads only', async () => {
  const project = await lab.newProject();
  const [, story] = await family(project);
  lab.forgetRequests();
  lab.jira.world.edit(BO, story?.key ?? '', { priority: 'Highest', duedate: '2026-12-24' });
  await lab.settle();
  expect(lab.site.host.usage().queue.delivered).toBe(1);
  expect(lab.writes()).toEqual([]);
});
