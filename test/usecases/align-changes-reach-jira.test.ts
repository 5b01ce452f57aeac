/**
 * Guarantee: what a person edits or creates in Jira Align reaches Jira with the next poll, once; what a poll cannot
 * see (tasks, whose API knows no program, and what Jira's events did not tell) with the next upkeep.
 */
import type { JsonObject } from '../../sandbox/align/json';
import type { IssueView } from '../../sandbox/jira';
import { useLab } from './support/lab';
import { ANA, APP, BO, IN_ALIGN } from './support/people';
import type { Project } from './support/project';

const lab = useLab();

async function newStory(project: Project, more: object = {}): Promise<string> {
  const { key } = lab.jira.world.create(BO, {
    project: project.key,
    type: 'Story',
    summary: 'Before',
    description: 'Before',
    ...more,
  });
  await lab.settle();
  return key;
}

/** Issues that the app has made of Align items. */
function imported(project: Project): IssueView[] {
  return lab.jira.world.issues(project.key).filter(({ creator }) => creator === APP);
}

describe('an edit in Jira Align is found by the poll and written to Jira', () => {
  test.each<[string, JsonObject, Partial<IssueView>]>([
    ['title', { title: 'Renamed in Align' }, { summary: 'Renamed in Align' }],
    ['description', { description: '<p>Now <b>bold</b></p>' }, { description: 'Now bold' }],
    ['state', { state: 3 }, { status: 'In Review' }],
    ['owner', { ownerId: IN_ALIGN.ana }, { assignee: ANA }],
    ['no owner', { ownerId: null }, { assignee: null }],
    ['tags', { tags: 'two words, plain' }, { labels: ['plain', 'two_words'] }],
    ['points', { effortPoints: 13 }, { points: 13 }],
  ])('%s', async (_, fields, expected) => {
    const project = await lab.newProject();
    const key = await newStory(project, { assignee: BO, labels: ['old'], points: 1 });
    const { id } = await lab.item(key);
    lab.align.world.edit('story', id, fields, IN_ALIGN.ana);
    await lab.poll();
    const after = lab.jira.world.view(key);
    expect({ ...after, labels: [...after.labels].sort() }).toMatchObject(expected);
  });

  test('parent', async () => {
    const project = await lab.newProject();
    const epic = lab.jira.world.create(BO, { project: project.key, type: 'Epic', summary: 'Home' });
    const key = await newStory(project);
    const featureId = (await lab.item(epic.key)).id;
    lab.align.world.edit('story', (await lab.item(key)).id, { featureId }, IN_ALIGN.ana);
    await lab.poll();
    expect(lab.jira.world.view(key).parent).toBe(epic.key);
  });

  test('as rich text in Jira, not as markup', async () => {
    const project = await lab.newProject();
    const key = await newStory(project);
    const description = '<h2>Aim</h2><ul><li>one <strong>bold</strong></li><li>two</li></ul>';
    lab.align.world.edit('story', (await lab.item(key)).id, { description }, IN_ALIGN.ana);
    await lab.poll();
    const document = lab.jira.world.issue(key).values.description as unknown;
    expect(document).toMatchObject({
      type: 'doc',
      content: [
        { type: 'heading', attrs: { level: 2 } },
        { type: 'bulletList', content: [{ type: 'listItem' }, { type: 'listItem' }] },
      ],
    });
  });

  test('and not looked for again by the next poll', async () => {
    const project = await lab.newProject();
    const key = await newStory(project);
    lab.align.world.edit('story', (await lab.item(key)).id, { title: 'Once' }, IN_ALIGN.ana);
    await lab.poll();
    lab.forgetRequests();
    await lab.poll();
    expect(lab.jira.requests).toEqual([]);
    expect(lab.site.host.usage().queue.pushed).toBe(0);
    expect(lab.align.requests.map(({ path }) => path)).toEqual([
      '/rest/align/api/2/Features',
      '/rest/align/api/2/Stories',
      '/rest/align/api/2/Defects',
    ]);
  });
});

describe('a new item in a mapped program becomes an issue', () => {
  beforeEach(() => {
    lab.align.shapes.lastUpdatedDate = 'always';
  });

  test('with every field, its status by transition, and as whom Jira shows it', async () => {
    const project = await lab.newProject();
    const feature = lab.align.world.create(
      'feature',
      { title: 'Parent feature', primaryProgramId: project.programId },
      IN_ALIGN.kai,
    );
    const story = lab.align.world.create(
      'story',
      {
        title: 'Born in Align',
        description: '<p>Hello <b>Jira</b></p>',
        state: 3,
        programId: project.programId,
        ownerId: IN_ALIGN.bo,
        tags: 'one, two',
        effortPoints: 5,
        featureId: feature.id,
      },
      IN_ALIGN.kai,
    );
    await lab.poll();
    const issues = imported(project);
    expect(issues.map(({ summary }) => summary).sort()).toEqual([
      'Born in Align',
      'Parent feature',
    ]);
    const epic = issues.find(({ type }) => type === 'Epic');
    const issue = issues.find(({ type }) => type === 'Story');
    expect(issue).toMatchObject({
      summary: 'Born in Align',
      description: 'Hello Jira',
      status: 'In Review',
      assignee: BO,
      points: 5,
      parent: epic?.key,
      creator: APP,
    });
    expect([...(issue?.labels ?? [])].sort()).toEqual(['one', 'two']);
    expect(await lab.link(issue?.key ?? '')).toMatchObject({
      alignType: 'story',
      alignId: story.id,
      status: 'in-step',
      webLink: 'present',
    });
    expect(lab.jira.world.properties(issue?.key ?? '')).toMatchObject({
      'align.link': { alignType: 'story', alignId: story.id, alignProgram: project.programId },
    });
  });

  test('although Jira Align gives it no lastUpdatedDate before its first edit', async () => {
    lab.align.shapes.lastUpdatedDate = 'sometimes-null';
    const project = await lab.newProject();
    const { fields } = lab.align.world.create(
      'story',
      { title: 'Never updated', programId: project.programId },
      IN_ALIGN.kai,
    );
    expect(fields.lastUpdatedDate).toBeNull();
    await lab.poll();
    expect(imported(project).map(({ summary }) => summary)).toEqual(['Never updated']);
  });

  test('once, however often it is polled, swept and resynced', async () => {
    const project = await lab.newProject();
    const { id } = lab.align.world.create(
      'defect',
      { title: 'Found once', programId: project.programId },
      IN_ALIGN.kai,
    );
    await lab.poll();
    await lab.poll();
    lab.align.world.edit('defect', id, { title: 'Found once, renamed' }, IN_ALIGN.kai);
    await lab.poll();
    await lab.upkeep();
    const issues = imported(project);
    expect(issues.map(({ summary }) => summary)).toEqual(['Found once, renamed']);
    await lab.site.admin('resync', { issueId: issues[0]?.id ?? '' });
    await lab.settle();
    expect(imported(project)).toHaveLength(1);
    expect(
      lab.align.world.items('defect').filter((d) => d.fields.programId === project.programId),
    ).toHaveLength(1);
  });

  test('under its parent, when the child is seen first', async () => {
    const project = await lab.newProject();
    const feature = lab.align.world.create(
      'feature',
      { title: 'Comes late', primaryProgramId: project.programId },
      IN_ALIGN.kai,
    );
    lab.align.world.create(
      'story',
      { title: 'Comes early', programId: project.programId, featureId: feature.id },
      IN_ALIGN.kai,
    );
    lab.align.faults.next({ method: 'GET', path: /\/Features$/ }, { status: 503 });
    await lab.site.host.runSchedule('poll-align');
    await lab.settle();
    await lab.poll();
    const issues = imported(project);
    expect(issues).toHaveLength(2);
    const epic = issues.find(({ type }) => type === 'Epic');
    expect(issues.find(({ type }) => type === 'Story')?.parent).toBe(epic?.key);
  });

  test('not when the mapping does not create issues', async () => {
    const project = await lab.newProject({ createInJira: false });
    lab.align.world.create(
      'story',
      { title: 'Stays in Align', programId: project.programId },
      IN_ALIGN.kai,
    );
    await lab.poll();
    await lab.upkeep();
    expect(imported(project)).toEqual([]);
  });

  test('not when it is older than the mapping: that is for a backfill to decide', async () => {
    // The mapping is saved by an app whose clock is half an hour ahead of Jira Align's.
    lab.passMinutes(30);
    const project = await lab.newProject();
    const { id } = lab.align.world.create(
      'story',
      { title: 'Old hand', programId: project.programId },
      IN_ALIGN.kai,
    );
    await lab.poll();
    await lab.upkeep();
    lab.passMinutes(-30);
    // Nor is a run spent on it at every sweep: a program may have thousands of them.
    expect(lab.align.requests.map(({ path }) => path)).not.toContain(
      `/rest/align/api/2/Stories/${id}`,
    );
    expect(imported(project)).toEqual([]);
  });

  test('not when it belongs to another program', async () => {
    const project = await lab.newProject();
    lab.align.world.create('story', { title: 'Elsewhere', programId: 102 }, IN_ALIGN.kai);
    await lab.poll();
    await lab.upkeep();
    expect(imported(project)).toEqual([]);
  });
});

describe('upkeep finds what the poll cannot see', () => {
  test('a new task, which has no program of its own, as a sub-task of its story', async () => {
    const project = await lab.newProject();
    const key = await newStory(project);
    lab.align.world.create(
      'task',
      { title: 'New task', storyId: (await lab.item(key)).id, state: 2 },
      IN_ALIGN.kai,
    );
    await lab.upkeep();
    expect(imported(project)).toMatchObject([
      { summary: 'New task', type: 'Sub-task', parent: key, status: 'In Progress' },
    ]);
  });

  test('an edit of a task', async () => {
    const project = await lab.newProject();
    const story = await newStory(project);
    const { key } = lab.jira.world.create(BO, {
      project: project.key,
      type: 'Sub-task',
      summary: 'A task',
      parent: story,
    });
    await lab.settle();
    lab.align.world.edit('task', (await lab.item(key)).id, { title: 'Edited' }, IN_ALIGN.ana);
    await lab.upkeep();
    expect(lab.jira.world.view(key).summary).toBe('Edited');
  });

  test('an edit whose Jira event was lost, since upkeep looks at the pairs that rested longest', async () => {
    const project = await lab.newProject();
    const key = await newStory(project);
    // Jira marks what comes through the app as its own, and such events are not delivered.
    lab.jira.world.edit({ accountId: BO, viaApp: true }, key, { summary: 'Nobody told' });
    await lab.settle();
    expect((await lab.item(key)).fields.title).toBe('Before');
    await lab.upkeep();
    expect((await lab.item(key)).fields.title).toBe('Nobody told');
  });
});
