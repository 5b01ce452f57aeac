/**
 * Guarantee: what a person creates or edits in Jira stands in Jira Align a moment later: each mapped type as its
 * counterpart, every mapped field, a parent before its children. What is not mapped is left alone.
 */
import type { PersonInput } from '../../sandbox/jira';
import { useLab } from './support/lab';
import { ANA, BO, IN_ALIGN } from './support/people';
import { addProject } from './support/project';

const lab = useLab();

describe('creating an issue creates its item', () => {
  test.each([
    ['Epic', 'feature'],
    ['Story', 'story'],
    ['Bug', 'defect'],
  ] as const)('%s becomes %s', async (type, alignType) => {
    const project = await lab.newProject();
    const { key } = lab.jira.world.create(BO, {
      project: project.key,
      type,
      summary: `A new ${type}`,
    });
    await lab.settle();

    expect(await lab.link(key)).toMatchObject({ alignType, status: 'in-step' });
    const { fields } = await lab.item(key);
    expect(fields.title).toBe(`A new ${type}`);
    expect(fields.primaryProgramId ?? fields.programId).toBe(project.programId);
  });

  test('a sub-task becomes a task under the item of its story', async () => {
    const project = await lab.newProject();
    const story = lab.jira.world.create(BO, {
      project: project.key,
      type: 'Story',
      summary: 'Parent story',
    });
    await lab.settle();
    const task = lab.jira.world.create(BO, {
      project: project.key,
      type: 'Sub-task',
      summary: 'Child task',
      parent: story.key,
    });
    await lab.settle();
    const item = await lab.item(task.key);
    expect(item.type).toBe('task');
    expect(item.fields.storyId).toBe((await lab.item(story.key)).id);
  });

  test('with all its fields in the one request that creates it', async () => {
    const project = await lab.newProject();
    const epic = lab.jira.world.create(ANA, {
      project: project.key,
      type: 'Epic',
      summary: 'The epic',
    });
    await lab.settle();
    lab.forgetRequests();
    const story = lab.jira.world.create(ANA, {
      project: project.key,
      type: 'Story',
      summary: 'Everything at once',
      description: 'As a **buyer**',
      labels: ['ux', 'q1'],
      points: 5,
      assignee: BO,
      parent: epic.key,
    });
    await lab.settle();
    const { fields } = await lab.item(story.key);
    expect(fields).toMatchObject({
      title: 'Everything at once',
      description: '<p>As a <strong>buyer</strong></p>',
      state: 1,
      ownerId: IN_ALIGN.bo,
      tags: 'q1,ux',
      effortPoints: 5,
      featureId: (await lab.item(epic.key)).id,
      createdBy: IN_ALIGN.app,
      lastUpdatedDate: null,
    });
    const writes = lab.align.requests.filter(({ method }) => method !== 'GET');
    expect(writes.map(({ method }) => method)).toEqual(['POST']);
  });

  test('before its children, when all of them are created in one go', async () => {
    const project = await lab.newProject();
    const create = (type: string, parent?: string) =>
      lab.jira.world.create(BO, {
        project: project.key,
        type,
        summary: `One of a family: ${type}`,
        ...(parent === undefined ? {} : { parent }),
      }).key;
    const epic = create('Epic');
    const story = create('Story', epic);
    const task = create('Sub-task', story);
    await lab.settle();
    expect((await lab.item(story)).fields.featureId).toBe((await lab.item(epic)).id);
    expect((await lab.item(task)).fields.storyId).toBe((await lab.item(story)).id);
    for (const type of ['feature', 'story', 'task'] as const) {
      const made = lab.align.world.items(type);
      const titles = made.map(({ fields }) => fields.title);
      expect(titles.filter((title) => String(title).startsWith('One of a family'))).toHaveLength(1);
    }
  });

  test('and the parents that were there before the mapping, when a child is touched', async () => {
    const { id, key } = addProject(lab.site);
    const epic = lab.jira.world.create(BO, { project: key, type: 'Epic', summary: 'Old epic' });
    const story = lab.jira.world.create(BO, {
      project: key,
      type: 'Story',
      summary: 'Old story',
      parent: epic.key,
    });
    await lab.settle();
    const { mapping } = await lab.site.admin('getMapping', { projectId: id });
    if (mapping === null) throw new Error('no mapping suggested');
    await lab.site.admin('saveMapping', mapping);

    lab.jira.world.edit(BO, story.key, { points: 2 });
    await lab.settle();
    const { fields } = await lab.item(story.key);
    expect(fields).toMatchObject({ effortPoints: 2, title: 'Old story' });
    expect(fields.featureId).toBe((await lab.item(epic.key)).id);
  });
});

describe('editing an issue edits its item', () => {
  test.each<[string, PersonInput, Record<string, unknown>]>([
    ['title', { summary: 'Renamed' }, { title: 'Renamed' }],
    ['labels', { labels: ['b', 'a'] }, { tags: 'a,b' }],
    ['no labels', { labels: [] }, { tags: '' }],
    ['points', { points: 8 }, { effortPoints: 8 }],
    ['no points', { points: null }, { effortPoints: null }],
    ['owner', { assignee: ANA }, { ownerId: IN_ALIGN.ana }],
    ['no owner', { assignee: null }, { ownerId: null }],
    ['no description', { description: null }, { description: '<p></p>' }],
  ])('%s', async (_, input, expected) => {
    const project = await lab.newProject();
    const { key } = lab.jira.world.create(BO, {
      project: project.key,
      type: 'Story',
      summary: 'Before',
      description: 'Before',
      labels: ['old'],
      points: 1,
      assignee: BO,
    });
    await lab.settle();
    lab.forgetRequests();
    lab.jira.world.edit(BO, key, input);
    await lab.settle();
    expect((await lab.item(key)).fields).toMatchObject(expected);
    expect(lab.writes()).toHaveLength(1);
  });

  test('state, at every status of the workflow', async () => {
    const project = await lab.newProject();
    const { key } = lab.jira.world.create(BO, {
      project: project.key,
      type: 'Story',
      summary: 'Walks through the workflow',
    });
    await lab.settle();
    for (const [status, state] of [
      ['In Progress', 2],
      ['In Review', 3],
      ['Done', 5],
      ['To Do', 1],
    ] as const) {
      lab.jira.world.transition(BO, key, status);
      await lab.settle();
      expect((await lab.item(key)).fields.state).toBe(state);
    }
  });

  test('parent, to another one and to none', async () => {
    const project = await lab.newProject();
    const create = (type: string, summary: string, parent?: string) =>
      lab.jira.world.create(BO, {
        project: project.key,
        type,
        summary,
        ...(parent === undefined ? {} : { parent }),
      }).key;
    const first = create('Epic', 'First epic');
    const second = create('Epic', 'Second epic');
    const story = create('Story', 'Moves house', first);
    await lab.settle();
    lab.jira.world.edit(BO, story, { parent: second });
    await lab.settle();
    expect((await lab.item(story)).fields.featureId).toBe((await lab.item(second)).id);
    lab.jira.world.edit(BO, story, { parent: null });
    await lab.settle();
    expect((await lab.item(story)).fields.featureId).toBeNull();
  });

  test('the description with its structure, as HTML that Jira Align shows', async () => {
    const project = await lab.newProject();
    const { key } = lab.jira.world.create(BO, {
      project: project.key,
      type: 'Bug',
      summary: 'Rich',
      description: `## Steps

1. Put *two* items in the cart
2. Open \`/checkout\`

| Price | Tax |
| --- | --- |
| 333 | 10 % |

See [the study](https://acme.example/study?a=1&b=2) & "quotes" <b>not a tag</b>.`,
    });
    await lab.settle();
    const { description } = (await lab.item(key)).fields;
    expect(description).toContain('<h2>Steps</h2>');
    expect(description).toMatch(/<ol><li>.*<em>two<\/em>.*<\/li><li>.*<code>\/checkout<\/code>/);
    expect(description).toMatch(/<table>.*<th>.*Price.*<td>.*333/s);
    expect(description).toContain('<a href="https://acme.example/study?a=1&amp;b=2">the study</a>');
    expect(description).toContain('&lt;b&gt;not a tag&lt;/b&gt;');
  });
});

describe('nothing happens', () => {
  test('to an issue of a type that is not mapped, and its panel says so', async () => {
    const project = await lab.newProject();
    lab.forgetRequests();
    const { id, key } = lab.jira.world.create(BO, {
      project: project.key,
      type: 'Task',
      summary: 'Of an unmapped type',
    });
    await lab.settle();
    expect(lab.writes()).toEqual([]);
    expect(await lab.link(key)).toBeUndefined();
    expect(await panel(id, project.id, '10004')).toMatchObject({
      status: 'not-mapped',
      link: null,
    });
  });

  test('to an issue of a project that is not mapped, without a single request', async () => {
    const project = addProject(lab.site);
    lab.forgetRequests();
    const { id, key } = lab.jira.world.create(BO, {
      project: project.key,
      type: 'Story',
      summary: 'Not mapped',
    });
    await lab.settle();
    expect([...lab.jira.requests, ...lab.align.requests]).toEqual([]);
    expect(lab.site.host.usage().queue.pushed).toBe(0);
    expect(await lab.link(key)).toBeUndefined();
    expect(await panel(id, project.id, '10001')).toMatchObject({ status: 'not-mapped' });
  });

  test('to an issue of a project whose sync is switched off, until it is on again', async () => {
    const project = await lab.newProject();
    const { key } = lab.jira.world.create(BO, {
      project: project.key,
      type: 'Story',
      summary: 'Paused',
    });
    await lab.settle();
    await project.save({ enabled: false });
    lab.jira.world.edit(BO, key, { summary: 'Edited while paused' });
    await lab.settle();
    expect((await lab.item(key)).fields.title).toBe('Paused');
    await project.save({ enabled: true });
    lab.jira.world.edit(BO, key, { points: 1 });
    await lab.settle();
    expect((await lab.item(key)).fields).toMatchObject({
      title: 'Edited while paused',
      effortPoints: 1,
    });
  });

  test('to a field that the mapping switches off or sends the other way', async () => {
    const project = await lab.newProject(({ fields }) => ({
      fields: {
        ...fields,
        labels: { direction: 'off', policy: 'newest' },
        points: { direction: 'to-jira', policy: 'newest' },
      },
    }));
    const { key } = lab.jira.world.create(BO, {
      project: project.key,
      type: 'Story',
      summary: 'Half mapped',
    });
    await lab.settle();
    lab.jira.world.edit(BO, key, { labels: ['x'], points: 3, summary: 'Half mapped, edited' });
    await lab.settle();
    const { fields } = await lab.item(key);
    expect(fields).toMatchObject({ title: 'Half mapped, edited', effortPoints: null });
    expect(fields.tags ?? '').toBe('');
  });
});

async function panel(issueId: string, projectId: string, typeId: string): Promise<unknown> {
  const answer = await lab.site.host.invokeResolver(
    'issue-panel',
    'getTwin',
    {},
    {
      accountId: BO,
      extension: {
        type: 'jira:issueContext',
        project: { id: projectId },
        issue: { id: issueId, typeId },
      },
    },
  );
  return (answer as { data: unknown }).data;
}
