/**
 * Guarantee: when one side is deleted the other stays as it is, without its link; the history names who did it; and
 * neither is created again by whatever comes later.
 */
import { updatedEvent } from './support/issue-event';
import { useLab } from './support/lab';
import { ANA, BO, IN_ALIGN } from './support/people';
import type { Project } from './support/project';

const lab = useLab();

async function newStory(project: Project) {
  const issue = lab.jira.world.create(BO, {
    project: project.key,
    type: 'Story',
    summary: 'To be removed',
  });
  await lab.settle();
  return { issue, item: await lab.item(issue.key) };
}

const storiesOf = (project: Project) =>
  lab.align.world.items('story').filter(({ fields }) => fields.programId === project.programId);

async function everythingThatMayComeLater(): Promise<void> {
  await lab.poll();
  await lab.upkeep();
  await lab.upkeep();
}

describe('an issue is deleted in Jira', () => {
  test('its item stays, no longer leads to it, and the history names who deleted it', async () => {
    const project = await lab.newProject();
    const { issue, item } = await newStory(project);
    lab.jira.world.delete(ANA, issue.key);
    await lab.settle();
    const after = lab.align.world.item('story', item.id);
    expect(after).toMatchObject({ recycled: false, fields: { title: 'To be removed', links: [] } });
    const [last] = (await lab.history({ issueId: issue.id })).slice(-1);
    expect(last).toMatchObject({
      outcome: 'unlinked',
      code: 'JIRA_ISSUE_DELETED',
      direction: 'to-align',
      person: { side: 'jira', id: ANA, name: 'Ana Silva' },
      hint: { source: 'jira-event' },
    });
    expect(await lab.link(issue.key)).toMatchObject({ status: 'unlinked' });
  });

  test('its item becomes no new issue, even when it is edited afterwards', async () => {
    const project = await lab.newProject();
    const { issue, item } = await newStory(project);
    lab.jira.world.delete(ANA, issue.key);
    await lab.settle();
    lab.align.world.edit('story', item.id, { title: 'Lives on' }, IN_ALIGN.kai);
    await everythingThatMayComeLater();
    expect(lab.jira.world.issues(project.key)).toEqual([]);
    expect(storiesOf(project)).toHaveLength(1);
    expect(await lab.parked()).toEqual([]);
  });

  test('a late or repeated event of it changes nothing', async () => {
    const project = await lab.newProject();
    const { issue, item } = await newStory(project);
    lab.jira.world.delete(ANA, issue.key);
    await lab.settle();
    const before = await lab.history({ issueId: issue.id });
    lab.forgetRequests();
    const late = updatedEvent({ ...issue, updated: Date.now() }, { projectId: project.id, by: BO });
    await lab.site.host.productEvent(late.name, late.payload);
    const deleted = 'avi:jira:deleted:issue';
    await lab.site.host.productEvent(deleted, { ...late.payload, eventType: deleted });
    await lab.settle();
    expect([...lab.jira.requests, ...lab.align.requests]).toEqual([]);
    expect(await lab.history({ issueId: issue.id })).toEqual(before);
    expect(lab.align.world.item('story', item.id)?.recycled).toBe(false);
  });

  test('a deletion that an event claims, but that is not true, is not believed', async () => {
    const project = await lab.newProject();
    const { issue } = await newStory(project);
    const { payload } = updatedEvent(issue, { projectId: project.id, by: BO });
    const deleted = 'avi:jira:deleted:issue';
    await lab.site.host.productEvent(deleted, { ...payload, eventType: deleted });
    await lab.settle();
    expect(await lab.link(issue.key)).toMatchObject({ status: 'in-step', webLink: 'present' });
  });

  test('an issue that never had an item leaves no trace', async () => {
    const project = await lab.newProject();
    const { id, key } = lab.jira.world.create(BO, {
      project: project.key,
      type: 'Task',
      summary: 'Not mapped',
    });
    await lab.settle();
    lab.jira.world.delete(ANA, key);
    await lab.settle();
    expect(await lab.history({ issueId: id })).toEqual([]);
  });
});

describe.each(['boolean', 'null-or-1'] as const)(
  'an item is recycled in Jira Align (isRecycled as %s)',
  (recycled) => {
    beforeEach(() => {
      lab.align.shapes.recycled = recycled;
    });

    test('its issue stays, without web link and mark, and the history names who did it', async () => {
      const project = await lab.newProject();
      const { issue, item } = await newStory(project);
      lab.align.world.recycle('story', item.id, IN_ALIGN.kai);
      await lab.poll();
      expect(lab.jira.world.view(issue.key)).toMatchObject({ summary: 'To be removed' });
      expect(lab.jira.world.links(issue.key)).toEqual([]);
      expect(lab.jira.world.properties(issue.key)).toEqual({});
      const [last] = (await lab.history({ issueId: issue.id })).slice(-1);
      expect(last).toMatchObject({
        outcome: 'unlinked',
        code: 'ALIGN_ITEM_REMOVED',
        direction: 'to-jira',
        person: { side: 'align', id: IN_ALIGN.kai, name: 'Kai Lund' },
      });
    });

    test('its issue gets no new item, even when it is edited afterwards', async () => {
      const project = await lab.newProject();
      const { issue, item } = await newStory(project);
      lab.align.world.recycle('story', item.id, IN_ALIGN.kai);
      await lab.poll();
      lab.jira.world.edit(BO, issue.key, { summary: 'Lives on' });
      await lab.settle();
      await everythingThatMayComeLater();
      await lab.site.admin('resync', { issueId: issue.id });
      await lab.settle();
      expect(storiesOf(project).map(({ id }) => id)).toEqual([item.id]);
      expect(lab.jira.world.links(issue.key)).toEqual([]);
      expect(lab.align.world.item('story', item.id)?.fields.title).toBe('To be removed');
    });
  },
);

test('an item that is deleted for good is found by the next look at its issue', async () => {
  const project = await lab.newProject();
  const { issue, item } = await newStory(project);
  lab.align.world.delete('story', item.id);
  lab.jira.world.edit(BO, issue.key, { summary: 'Edited after that' });
  await lab.settle();
  await everythingThatMayComeLater();
  expect(await lab.link(issue.key)).toMatchObject({ status: 'unlinked' });
  expect(lab.jira.world.links(issue.key)).toEqual([]);
  expect(storiesOf(project)).toEqual([]);
});

test('a recycled item of a program becomes no issue', async () => {
  const project = await lab.newProject();
  const { id } = lab.align.world.create(
    'story',
    { title: 'Born and gone', programId: project.programId },
    IN_ALIGN.kai,
  );
  lab.align.world.recycle('story', id, IN_ALIGN.kai);
  await everythingThatMayComeLater();
  expect(lab.jira.world.issues(project.key)).toEqual([]);
});

test('while links cannot be removed for the moment, the unlinking waits and then ends', async () => {
  const project = await lab.newProject();
  const { issue, item } = await newStory(project);
  lab.jira.faults.next({ method: 'DELETE', path: /remotelink/ }, { status: 503, times: 2 });
  lab.align.world.recycle('story', item.id, IN_ALIGN.kai);
  await lab.poll();
  expect(lab.jira.world.links(issue.key)).toEqual([]);
  const unlinked = (await lab.history({ issueId: issue.id })).filter(
    ({ outcome }) => outcome === 'unlinked',
  );
  expect(unlinked).toHaveLength(1);
});

test('a sub-task that is deleted with its story, of which Jira sends no event, is shown to be gone', async () => {
  const project = await lab.newProject();
  const { issue } = await newStory(project);
  const task = lab.jira.world.create(BO, {
    project: project.key,
    type: 'Sub-task',
    summary: 'Goes with its story',
    parent: issue.key,
  });
  await lab.settle();
  const item = await lab.item(task.key);
  lab.jira.world.delete(ANA, issue.key, { deleteSubtasks: true });
  await lab.settle();
  await everythingThatMayComeLater();
  expect(lab.align.world.item('task', item.id)?.recycled).toBe(false);
  const row = await lab.link(task.key);
  expect(row?.problem ?? { code: row?.status }).toMatchObject({ code: 'ISSUE_NOT_VISIBLE' });
  expect(row?.problem?.remedy).toMatch(/unlink/);
});

test('a person takes a pair apart: both sides stay, the links go, and nothing pairs them again', async () => {
  const project = await lab.newProject();
  const { issue, item } = await newStory(project);
  expect(await lab.site.admin('unlink', { issueId: issue.id })).toEqual({ unlinked: true });
  expect(lab.jira.world.links(issue.key)).toEqual([]);
  expect(lab.align.world.item('story', item.id)?.fields.links).toEqual([]);

  lab.jira.world.edit(BO, issue.key, { summary: 'Goes its own way' });
  lab.align.world.edit('story', item.id, { title: 'So does this' }, IN_ALIGN.kai);
  await everythingThatMayComeLater();
  expect(lab.jira.world.view(issue.key).summary).toBe('Goes its own way');
  expect(lab.align.world.item('story', item.id)?.fields.title).toBe('So does this');
  expect(
    lab.align.world.items('story').filter(({ fields }) => fields.programId === project.programId),
  ).toHaveLength(1);

  const [entry] = (await lab.history({ issueId: issue.id })).filter(
    ({ code }) => code === 'UNLINKED_BY_PERSON',
  );
  expect(entry?.person?.name).toBe('Ada Okafor');
  expect((await lab.link(issue.key))?.status).toBe('unlinked');
});

test('unlinking what is not paired is refused with a remedy', async () => {
  await expect(lab.site.admin('unlink', { issueId: '999999' })).rejects.toThrow(/NOT_FOUND/);
});
