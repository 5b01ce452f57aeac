/**
 * Guarantee: a pair lives through what happens to its two: a removal does on the other side what the mapping says and
 * nothing more, what comes back is paired again, many removals at once are asked about first, a move is followed or
 * parked with its remedy, and nothing that happens during a pause is written before its end or lost.
 */
import { useLab } from './support/lab';
import { ADA, ANA, BO, IN_ALIGN } from './support/people';
import { Project, type MappingChanges } from './support/project';

const lab = useLab();

async function newStory(project: Project, summary = 'Lives') {
  const issue = lab.jira.world.create(BO, { project: project.key, type: 'Story', summary });
  await lab.settle();
  return { issue, item: await lab.item(issue.key) };
}

async function aStory(changes?: MappingChanges) {
  const project = await lab.newProject(changes);
  return { project, ...(await newStory(project)) };
}

const lastOf = async (issueId: string) => (await lab.history({ issueId })).at(-1);

async function hours(count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) {
    lab.passMinutes(60);
    await lab.upkeep();
  }
}

describe('an item is recycled in Jira Align', () => {
  test('its issue is deleted when the mapping says so, once, and the history names who did it', async () => {
    const { project, issue, item } = await aStory({ whenItemRemoved: 'delete' });
    lab.jira.world.permissions.grant(project.key, 'DELETE_ISSUES', '712020:align-connector-app');
    lab.align.world.recycle('story', item.id, IN_ALIGN.kai);
    await lab.poll();
    expect(lab.jira.world.has(issue.key)).toBe(false);
    expect(await lastOf(issue.id)).toMatchObject({
      outcome: 'unlinked',
      code: 'ISSUE_DELETED',
      person: { name: 'Kai Lund' },
      writtenAs: { side: 'jira' },
    });
    lab.forgetRequests();
    await hours(1);
    expect(lab.writes()).toEqual([]);
  });

  test('without the right to delete, the issue stays and the history has the remedy', async () => {
    const { project, issue, item } = await aStory({ whenItemRemoved: 'delete' });
    lab.jira.world.permissions.revoke(project.key, 'DELETE_ISSUES', '712020:align-connector-app');
    lab.align.world.recycle('story', item.id, IN_ALIGN.kai);
    await lab.poll();
    expect(lab.jira.world.links(issue.key)).toEqual([]);
    const last = await lastOf(issue.id);
    expect(last).toMatchObject({ outcome: 'unlinked', code: 'REMOVAL_REFUSED', writtenAs: null });
    expect(last?.remedy).toMatch(/Delete Issues/);
  });

  test('its issue is moved to the status that the mapping names', async () => {
    const { issue, item } = await aStory(({ states }) => ({
      whenItemRemoved: 'transition',
      removedStatusId: states.story?.toJira['2'] ?? null,
    }));
    lab.align.world.recycle('story', item.id, IN_ALIGN.kai);
    await lab.poll();
    expect(lab.jira.world.view(issue.key).status).toBe('In Progress');
    expect(await lastOf(issue.id)).toMatchObject({ code: 'ISSUE_TRANSITIONED' });
    expect((await lab.link(issue.key))?.status).toBe('unlinked');
  });

  test('and restored: the two are paired again and what was edited meanwhile is merged', async () => {
    const { issue, item } = await aStory();
    lab.align.world.recycle('story', item.id, IN_ALIGN.kai);
    await lab.poll();
    lab.jira.world.edit(BO, issue.key, { summary: 'Renamed meanwhile' });
    lab.align.world.restore('story', item.id, IN_ALIGN.kai);
    lab.align.world.edit('story', item.id, { effortPoints: 8 }, IN_ALIGN.kai);
    await lab.poll();
    expect(lab.align.world.item('story', item.id)?.fields).toMatchObject({
      title: 'Renamed meanwhile',
      effortPoints: 8,
    });
    expect(lab.jira.world.links(issue.key)).toHaveLength(1);
    expect(await lab.link(issue.key)).toMatchObject({ status: 'in-step', webLink: 'present' });
    const codes = (await lab.history({ issueId: issue.id })).map(({ code }) => code);
    expect(codes).toContain('RESTORED');
  });

  test('a pair that a person has taken apart stays apart when the item comes back', async () => {
    const { issue, item } = await aStory();
    await lab.site.admin('unlink', { issueId: issue.id });
    lab.align.world.recycle('story', item.id, IN_ALIGN.kai);
    await lab.poll();
    lab.align.world.restore('story', item.id, IN_ALIGN.kai);
    await lab.poll();
    await hours(1);
    expect((await lab.link(issue.key))?.status).toBe('unlinked');
  });
});

describe('an issue is deleted in Jira', () => {
  test.each([
    ['cancel', 'writable', 'recycles', 'ITEM_CANCELLED'],
    ['recycle', 'writable', 'recycles', 'ITEM_RECYCLED'],
    ['recycle', 'writable', 'refused', 'ITEM_RECYCLED'],
    ['cancel', 'refused', 'recycles', 'ITEM_RECYCLED'],
  ] as const)(
    'with the policy to %s, its item is removed (writes %s, deletion %s): %s',
    async (whenIssueDeleted, lifecycleWrites, deletion, code) => {
      Object.assign(lab.align.shapes, { lifecycleWrites, deletion });
      const { issue, item } = await aStory({ whenIssueDeleted });
      lab.jira.world.delete(ANA, issue.key);
      await lab.settle();
      const after = lab.align.world.item('story', item.id);
      expect(code === 'ITEM_CANCELLED' ? after?.fields.isCanceled : after?.recycled).toBe(true);
      expect(await lastOf(issue.id)).toMatchObject({
        outcome: 'unlinked',
        code,
        person: { name: 'Ana Silva' },
        writtenAs: { side: 'align' },
      });
      lab.forgetRequests();
      await lab.poll();
      await hours(1);
      expect(lab.writes()).toEqual([]);
    },
  );

  test.each(['cancel', 'recycle'] as const)(
    'with the policy to %s, a site that takes neither keeps its item, with a remedy',
    async (whenIssueDeleted) => {
      const { issue, item } = await aStory({ whenIssueDeleted });
      lab.align.faults.next({ method: 'PATCH', path: /Stories/ }, { status: 400, times: 9 });
      lab.align.faults.next({ method: 'DELETE', path: /Stories/ }, { status: 405, times: 9 });
      lab.jira.world.delete(ANA, issue.key);
      await lab.settle();
      expect(lab.align.world.item('story', item.id)?.recycled).toBe(false);
      const last = await lastOf(issue.id);
      expect(last).toMatchObject({
        outcome: 'unlinked',
        code: 'REMOVAL_REFUSED',
        person: { name: 'Ana Silva' },
      });
      expect(last?.remedy).toMatch(/Cancel it in Jira Align yourself/);
    },
  );
});

describe('many removals at once', () => {
  async function burst(changes: MappingChanges = {}, count = 8) {
    const project = await lab.newProject(changes);
    const pairs = [];
    for (let n = 1; n <= count; n += 1) pairs.push(await newStory(project, `Story ${n}`));
    return { project, pairs };
  }
  const statuses = async (pairs: { issue: { key: string } }[]) =>
    Promise.all(pairs.map(async ({ issue }) => (await lab.link(issue.key))?.status));

  test('found by a poll pause the project, and the answer applies them', async () => {
    const { project, pairs } = await burst();
    for (const { item } of pairs) lab.align.world.recycle('story', item.id, IN_ALIGN.kai);
    await lab.poll();
    const before = await statuses(pairs);
    expect(before.filter((status) => status === 'unlinked')).toHaveLength(5);
    const { pausedProjects } = await lab.site.admin('getConnection', {});
    expect(pausedProjects).toMatchObject([
      { projectKey: project.key, by: null, removals: 3, problem: { code: 'MASS_REMOVAL' } },
    ]);
    await hours(2);
    expect(await statuses(pairs)).toEqual(before);

    await lab.site.admin('confirmRemovals', { projectId: project.id, apply: true });
    await lab.settle();
    expect(new Set(await statuses(pairs))).toEqual(new Set(['unlinked']));
    expect(await lab.parked()).toEqual([]);
    expect((await lab.site.admin('getConnection', {})).pausedProjects).toEqual([]);
  });

  test('of issues pause the project, and the answer to keep apart removes no item', async () => {
    const { project, pairs } = await burst({ whenIssueDeleted: 'recycle' });
    lab.align.faults.next({ method: 'DELETE', path: /Stories/ }, { status: 405, times: 99 });
    for (const { issue } of pairs) lab.jira.world.delete(ANA, issue.key);
    await lab.settle();
    expect((await lab.parked()).map(({ problem }) => problem.code)).toEqual(
      Array.from({ length: 3 }, () => 'MASS_REMOVAL'),
    );
    expect((await lab.parked())[0]?.nextTryAt).toBeNull();
    lab.forgetRequests();
    await lab.site.admin('confirmRemovals', { projectId: project.id, apply: false });
    await lab.settle();
    expect(lab.writes().filter((write) => write.startsWith('DELETE'))).toEqual([]);
    expect(await lab.parked()).toEqual([]);
    expect(new Set(await statuses(pairs))).toEqual(new Set(['unlinked']));
  });

  test('pass when the mapping lets all of them through', async () => {
    const { pairs } = await burst({ guardShare: 1 });
    for (const { item } of pairs) lab.align.world.recycle('story', item.id, IN_ALIGN.kai);
    await lab.poll();
    expect(new Set(await statuses(pairs))).toEqual(new Set(['unlinked']));
  });
});

describe('a pause', () => {
  test('of everything writes nothing; what happened meanwhile is found, deletions too', async () => {
    const { project, issue, item } = await aStory();
    const other = await newStory(project, 'To be deleted');
    const view = await lab.site.admin('pauseAll', {});
    expect(view.paused).toMatchObject({ by: { id: ADA } });
    lab.forgetRequests();
    lab.jira.world.edit(BO, issue.key, { summary: 'Edited in the pause' });
    lab.align.world.edit('story', item.id, { effortPoints: 3 }, IN_ALIGN.kai);
    lab.jira.world.delete(ANA, other.issue.key);
    await lab.settle();
    await lab.poll();
    await hours(2);
    expect(lab.writes()).toEqual([]);
    expect((await lab.link(other.issue.key))?.status).toBe('parked');

    expect((await lab.site.admin('resumeAll', {})).paused).toBeNull();
    await lab.settle();
    expect((await lab.link(other.issue.key))?.status).toBe('unlinked');
    await lab.poll();
    await hours(1);
    expect(lab.align.world.item('story', item.id)?.fields.title).toBe('Edited in the pause');
    expect(await lab.link(issue.key)).toMatchObject({ status: 'in-step' });
    const codes = (await lab.history()).map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['SYNC_PAUSED', 'SYNC_RESUMED']));
  });

  test('of one project keeps a deletion until it ends, also when it is only switched off', async () => {
    const { project, issue } = await aStory();
    const second = await newStory(project, 'Deleted when switched off');
    await lab.site.admin('pauseProject', { projectId: project.id });
    lab.jira.world.delete(ANA, issue.key);
    await lab.settle();
    expect(await lab.parked()).toMatchObject([{ problem: { code: 'SYNC_PAUSED' } }]);
    await lab.site.admin('resumeProject', { projectId: project.id });
    await lab.settle();
    expect((await lab.link(issue.key))?.status).toBe('unlinked');

    await project.save({ enabled: false });
    lab.jira.world.delete(ANA, second.issue.key);
    await lab.settle();
    expect((await lab.link(second.issue.key))?.status).toBe('parked');
    await project.save({ enabled: true });
    await hours(1);
    expect((await lab.link(second.issue.key))?.status).toBe('unlinked');
  });
});

describe('an issue is moved', () => {
  async function twoProjects(changes: (first: Project) => MappingChanges) {
    const { project, issue, item } = await aStory();
    const second = await Project.create(lab.site, changes(project));
    return { project, second, issue, item };
  }

  test('to a project of the same program: the pair follows', async () => {
    const { second, issue, item } = await twoProjects(({ programId }) => ({ programId }));
    const moved = lab.jira.world.move(ADA, issue.key, second.key);
    await lab.settle();
    expect(await lab.link(moved.key)).toMatchObject({ status: 'in-step', alignId: item.id });
    lab.jira.world.edit(BO, moved.key, { summary: 'After the move' });
    await lab.settle();
    const { fields } = await lab.item(moved.key);
    expect(fields.title).toBe('After the move');
    expect(JSON.stringify(fields.links)).toContain(`/browse/${moved.key}`);
    expect(JSON.stringify(fields.links)).not.toContain(`/browse/${issue.key}"`);
    await second.save({ enabled: false });
  });

  test('to a project of another program: the item is moved there', async () => {
    const { second, issue, item } = await twoProjects(() => ({}));
    lab.jira.world.move(ADA, issue.key, second.key);
    await lab.settle();
    expect(lab.align.world.item('story', item.id)?.fields.programId).toBe(second.programId);
    const codes = (await lab.history({ issueId: issue.id })).map(({ code }) => code);
    expect(codes).toContain('ISSUE_MOVED');
    await second.save({ enabled: false });
  });

  test('to a project that is not synced: parked with its remedy, and goes on when it comes back', async () => {
    const { project, second, issue } = await twoProjects(() => ({ enabled: false }));
    const moved = lab.jira.world.move(ADA, issue.key, second.key);
    await lab.settle();
    const [parked] = await lab.parked();
    expect(parked?.problem.code).toBe('ISSUE_MOVED');
    expect(parked?.problem.remedy).toMatch(/Map the new project/);
    const back = lab.jira.world.move(ADA, moved.key, project.key);
    await lab.settle();
    expect(await lab.parked()).toEqual([]);
    expect((await lab.link(back.key))?.status).toBe('in-step');
  });

  test('or converted to a type that is not synced: parked with its remedy', async () => {
    const { issue } = await aStory();
    lab.jira.world.convert(ADA, issue.key, 'Task');
    await lab.settle();
    const [parked] = await lab.parked();
    expect(parked?.problem.code).toBe('TYPE_CHANGED');
    expect(Date.parse(parked?.nextTryAt ?? '')).toBeGreaterThan(Date.now());
    lab.jira.world.convert(ADA, issue.key, 'Story');
    await lab.settle();
    expect(await lab.parked()).toEqual([]);
  });

  test('to another parent: its item follows', async () => {
    const { project, issue, item } = await aStory();
    const epic = lab.jira.world.create(BO, { project: project.key, type: 'Epic', summary: 'New' });
    await lab.settle();
    lab.jira.world.edit(BO, issue.key, { parent: epic.key });
    await lab.settle();
    const feature = await lab.item(epic.key);
    expect(lab.align.world.item('story', item.id)?.fields.featureId).toBe(feature.id);
  });
});

test('an item that is moved to another program is parked with a remedy that names its project', async () => {
  const { project, issue, item } = await aStory();
  const second = await Project.create(lab.site);
  lab.align.world.edit('story', item.id, { programId: second.programId }, IN_ALIGN.kai);
  await lab.poll();
  const [parked] = await lab.parked();
  expect(parked?.problem).toMatchObject({ code: 'ITEM_MOVED' });
  expect(parked?.problem.remedy).toContain(second.key);
  lab.align.world.edit('story', item.id, { programId: project.programId }, IN_ALIGN.kai);
  await hours(1);
  expect(await lab.parked()).toEqual([]);
  expect((await lab.link(issue.key))?.status).toBe('in-step');
  await second.save({ enabled: false });
});

describe('a project is deleted in Jira', () => {
  test('its sync is paused with the reason and goes on when it is restored', async () => {
    const { project, issue, item } = await aStory();
    lab.jira.world.trashProject(ADA, project.key);
    await lab.settle();
    const { pausedProjects } = await lab.site.admin('getConnection', {});
    expect(pausedProjects).toMatchObject([{ problem: { code: 'PROJECT_DELETED' } }]);
    lab.forgetRequests();
    lab.align.world.edit('story', item.id, { title: 'While in the trash' }, IN_ALIGN.kai);
    await lab.poll();
    await hours(1);
    expect(lab.writes()).toEqual([]);
    lab.jira.world.restoreProject(ADA, project.key);
    await lab.settle();
    await lab.poll();
    expect(lab.jira.world.view(issue.key).summary).toBe('While in the trash');
  });

  test('without an event that arrives, the second sweep that misses it pauses it', async () => {
    const { project } = await aStory();
    const path = new RegExp(`/project/${project.id}$`);
    lab.jira.faults.next({ method: 'GET', path }, { status: 404, times: 2 });
    await hours(1);
    expect((await lab.site.admin('getConnection', {})).pausedProjects).toEqual([]);
    await hours(1);
    const { pausedProjects } = await lab.site.admin('getConnection', {});
    expect(pausedProjects).toMatchObject([{ problem: { code: 'PROJECT_NOT_FOUND' } }]);
    await hours(1);
    expect((await lab.site.admin('getConnection', {})).pausedProjects).toEqual([]);
  });
});

test('a refused field heals within the hour when its cause is gone, among many pairs that rest longer', async () => {
  const project = await lab.newProject();
  for (let n = 1; n <= 30; n += 1) {
    lab.jira.world.create(BO, { project: project.key, type: 'Story', summary: `Rests ${n}` });
  }
  await lab.settle();
  const { issue, item } = await newStory(project);
  lab.jira.faults.next(
    { method: 'PUT', path: new RegExp(`/issue/${issue.id}$`) },
    { status: 400, times: 2 },
  );
  lab.align.world.edit('story', item.id, { title: 'Refused at first' }, IN_ALIGN.kai);
  await lab.poll();
  expect(await lab.link(issue.key)).toMatchObject({ status: 'attention' });
  lab.jira.faults.clear();
  await hours(1);
  expect(lab.jira.world.view(issue.key).summary).toBe('Refused at first');
  expect(await lab.link(issue.key)).toMatchObject({ status: 'in-step', problem: null });
});
