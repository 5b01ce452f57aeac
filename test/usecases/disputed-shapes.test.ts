/**
 * Guarantee: whichever way a live Jira Align settles what public material leaves open, the basic story holds: one
 * pair has one item, edits go both ways, and afterwards it is quiet.
 */
import type { AlignShapes } from '../../sandbox/align';
import { DEFAULT_SHAPES } from '../../sandbox/align/shapes';
import { useLab } from './support/lab';
import { ANA, BO, IN_ALIGN } from './support/people';

const lab = useLab();
beforeEach(() => lab.reconnect());

const DESCRIPTION = `Some **bold** and *italic* text with [a link](https://acme.example/a?b=1&c=2).

- one
- two

| A | B |
| --- | --- |
| 1 | 2 |`;

async function basicStory(): Promise<void> {
  const project = await lab.newProject();
  const epic = lab.jira.world.create(BO, {
    project: project.key,
    type: 'Epic',
    summary: 'The epic',
    description: DESCRIPTION,
    assignee: ANA,
  });
  const story = lab.jira.world.create(BO, {
    project: project.key,
    type: 'Story',
    summary: 'The story',
    description: DESCRIPTION,
    parent: epic.key,
    points: 3,
  });
  const others = ['Bug', 'Sub-task'].map((type) =>
    lab.jira.world.create(BO, {
      project: project.key,
      type,
      summary: `The ${type}`,
      ...(type === 'Sub-task' ? { parent: story.key } : {}),
    }),
  );
  await lab.settle();
  const keys = [epic, story, ...others].map(({ key }) => key);
  const before = await Promise.all(keys.map((key) => lab.item(key)));
  expect(before[1]?.fields.featureId).toBe(before[0]?.id);
  expect(before[3]?.fields.storyId).toBe(before[1]?.id);
  expect(before[0]?.fields.primaryProgramId).toBe(project.programId);

  lab.jira.world.edit(BO, story.key, { summary: 'Renamed in Jira' });
  await lab.settle();
  expect((await lab.item(story.key)).fields.title).toBe('Renamed in Jira');

  const edit = { state: 2, effortPoints: 8 };
  lab.align.world.edit('story', before[1]?.id ?? 0, edit, IN_ALIGN.ana);
  await lab.poll();
  expect(lab.jira.world.view(story.key)).toMatchObject({ status: 'In Progress', points: 8 });

  const created = lab.align.world.create(
    'feature',
    { title: 'Born in Align', primaryProgramId: project.programId },
    IN_ALIGN.kai,
  );
  await lab.upkeep();
  const issues = lab.jira.world.issues(project.key);
  expect(issues.map(({ summary }) => summary).sort()).toEqual(
    ['Born in Align', 'Renamed in Jira', 'The Bug', 'The Sub-task', 'The epic'].sort(),
  );

  // From here on it must be quiet, and there must be nothing that is there twice.
  await lab.upkeep();
  lab.forgetRequests();
  await lab.poll();
  await lab.upkeep();
  for (const { id } of issues) await lab.site.admin('resync', { issueId: id });
  await lab.settle();
  expect(lab.writes()).toEqual([]);
  expect(await lab.parked()).toEqual([]);
  const ofProgram = (['feature', 'story', 'defect'] as const).flatMap((type) =>
    lab.align.world
      .items(type)
      .filter(({ fields }) => (fields.primaryProgramId ?? fields.programId) === project.programId),
  );
  expect(ofProgram.map(({ id }) => id).sort()).toEqual(
    [...before.slice(0, 3).map(({ id }) => id), created.id].sort(),
  );
  expect(lab.jira.world.issues(project.key)).toHaveLength(5);
  const { description } = (await lab.item(epic.key)).fields;
  expect(description).toContain('<table>');
  expect(lab.jira.world.view(epic.key).description).toBe(epic.description);
}

const VARIANTS: { [K in keyof AlignShapes]: AlignShapes[K][] } = {
  createAnswers: ['object', 'id', 'id-string', 'empty-with-location'],
  links: ['writable', 'ignored', 'refused'],
  patchMediaTypes: ['json', 'json-patch', 'both'],
  recycled: ['null-or-1', 'boolean'],
  auditLog: [true, false],
  lastUpdatedDate: ['always', 'sometimes-null'],
  errors: ['problem-details', 'empty', 'text'],
  filterOnCreatedBy: [true, false],
  htmlRewrite: [true, false],
  programField: ['primaryProgramId', 'programId', 'both'],
  lifecycleWrites: ['writable', 'refused'],
  deletion: ['recycles', 'refused'],
};

const DEVIATIONS = Object.entries(VARIANTS).flatMap(([shape, values]) =>
  values
    .filter((value) => value !== DEFAULT_SHAPES[shape as keyof AlignShapes])
    .map((value) => ({ [shape]: value })),
);

test.each([{}, ...DEVIATIONS])('the basic story holds with %j', async (shapes) => {
  Object.assign(lab.align.shapes, shapes);
  await basicStory();
});

describe('a creation finds the form the site takes, from whatever its refusals say', () => {
  const combinations = VARIANTS.errors.flatMap((errors) =>
    VARIANTS.programField.flatMap((programField) =>
      VARIANTS.links.map((links) => ({ errors, programField, links })),
    ),
  );
  test.each(combinations)('%j', async (shapes) => {
    Object.assign(lab.align.shapes, shapes);
    const project = await lab.newProject();
    const { key } = lab.jira.world.create(BO, {
      project: project.key,
      type: 'Epic',
      summary: 'Finds its form',
    });
    await lab.settle();
    expect((await lab.item(key)).fields.primaryProgramId).toBe(project.programId);
    expect(await lab.parked()).toEqual([]);
  });
});

describe('View in Jira', () => {
  const onStories = () =>
    lab.align.requests.filter(
      ({ method, path, body }) =>
        method !== 'GET' && path.includes('/Stories') && JSON.stringify(body).includes('browse'),
    ).length;

  test.each(['ignored', 'refused'] as const)(
    'is tried on a site where links are %s until that is known, and then no more',
    async (links) => {
      lab.align.shapes.links = links;
      const project = await lab.newProject();
      const create = async (summary: string) => {
        const { key, id } = lab.jira.world.create(BO, {
          project: project.key,
          type: 'Story',
          summary,
        });
        await lab.settle();
        return { key, id };
      };
      const first = await create('First');
      lab.jira.world.edit(BO, first.key, { summary: 'First, edited' });
      await lab.settle();
      expect(await lab.site.admin('getConnection', {})).toMatchObject({
        viewInJira: 'not-supported',
      });
      expect(await lab.link(first.key)).toMatchObject({
        status: 'in-step',
        webLink: 'present',
        viewInJira: 'not-supported',
        problem: null,
      });
      lab.forgetRequests();
      const second = await create('Second');
      lab.jira.world.edit(BO, first.key, { summary: 'First, edited again' });
      await lab.site.admin('resync', { issueId: second.id });
      await lab.settle();
      expect(onStories()).toBe(0);
      expect(await lab.link(second.key)).toMatchObject({ status: 'in-step', problem: null });
      expect((await lab.item(first.key)).fields.title).toBe('First, edited again');
    },
  );

  test('is known to be taken once it was read back', async () => {
    const project = await lab.newProject();
    const { key } = lab.jira.world.create(BO, {
      project: project.key,
      type: 'Story',
      summary: 'Writable',
    });
    await lab.settle();
    lab.jira.world.edit(BO, key, { points: 1 });
    await lab.settle();
    expect(await lab.site.admin('getConnection', {})).toMatchObject({ viewInJira: 'supported' });
  });
});
