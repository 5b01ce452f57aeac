/**
 * Guarantee: a backfill links an issue to the one free Align item of its exact title, and to no other; what the two
 * differ in is decided by the policy, and what loses stays in the history.
 */
import { backfill, itemsOf, projectWith, titlesOf } from './support/backfill';
import { useLab } from './support/lab';
import { ADA, IN_ALIGN } from './support/people';
import type { Project } from './support/project';

const lab = useLab();
const TITLE = 'One-page checkout';

const story = (fields: Record<string, unknown>) =>
  lab.align.world.create('story', { title: TITLE, ...fields }, IN_ALIGN.kai);

const projectWithStory = (inAlign: (programId: number) => void, more: { points?: number } = {}) =>
  projectWith(lab, (add, { programId }) => {
    add({ type: 'Story', summary: TITLE, ...more });
    inAlign(programId);
  });

const storyOf = async (project: Project) => {
  const [issue] = lab.jira.world.issues(project.key);
  if (issue === undefined) throw new Error('The project has no issue.');
  return { issue, item: await lab.item(issue.key) };
};

test('the one free item is linked, and the values that lose stay in the history', async () => {
  let id = 0;
  const project = await projectWithStory(
    (programId) => {
      id = story({ programId, effortPoints: 3, description: '<p>From Align</p>' }).id;
    },
    { points: 8 },
  );
  expect(await backfill(lab, project)).toMatchObject({ status: 'done', linked: 1, created: 0 });
  const { issue, item } = await storyOf(project);
  expect(item.id).toBe(id);
  expect(titlesOf(itemsOf(lab, project))).toEqual([TITLE]);
  const points = item.fields.effortPoints;
  expect(issue.points).toBe(points);
  expect(item.fields.description).toBe('<p>From Align</p>');
  const history = await lab.history({ issueId: issue.id });
  expect(history[0]).toMatchObject({ code: 'LINKED_BY_TITLE', person: { id: ADA } });
  const change = history.flatMap(({ changes }) => changes).find(({ field }) => field === 'points');
  expect(JSON.stringify(change)).toContain(points === 8 ? '3' : '8');
  expect(change?.outcome).toBe('overruled');
  lab.forgetRequests();
  await lab.site.admin('resync', { issueId: issue.id });
  await lab.poll();
  expect(lab.writes()).toEqual([]);
});

test.each<[string, (programId: number) => void]>([
  [
    'two of them',
    (programId) => {
      story({ programId });
      story({ programId });
    },
  ],
  ['one of another program', () => void story({ programId: 101 })],
  [
    'one that was removed',
    (programId) => void lab.align.world.recycle('story', story({ programId }).id, IN_ALIGN.kai),
  ],
  [
    "one that belongs to Align's own connector",
    (programId) => void story({ programId, externalKey: 'OLD-1' }),
  ],
  [
    'one whose title only differs in case',
    (programId) => void story({ programId, title: TITLE.toUpperCase() }),
  ],
  [
    'one of another type',
    (programId) =>
      void lab.align.world.create(
        'feature',
        { title: TITLE, primaryProgramId: programId },
        IN_ALIGN.kai,
      ),
  ],
])('%s is not taken: a new item is created', async (_, inAlign) => {
  const project = await projectWithStory(inAlign);
  const before = new Set(lab.align.world.items('story').map(({ id }) => id));
  expect(await backfill(lab, project)).toMatchObject({ status: 'done', linked: 0, created: 1 });
  expect(before.has((await storyOf(project)).item.id)).toBe(false);
});

test('one that is paired already is not taken by a second issue of its title', async () => {
  const project = await projectWith(lab, (add, { programId }) => {
    add({ type: 'Story', summary: TITLE });
    add({ type: 'Story', summary: TITLE });
    story({ programId });
  });
  expect(await backfill(lab, project)).toMatchObject({ linked: 1, created: 1, handedOn: 0 });
  const ids = await Promise.all(
    lab.jira.world.issues(project.key).map(async ({ key }) => (await lab.item(key)).id),
  );
  expect(new Set(ids).size).toBe(2);
});

test('a task is only taken from under the item of its parent', async () => {
  const project = await projectWith(lab, (add, { programId }) => {
    const parent = add({ type: 'Story', summary: TITLE });
    add({ type: 'Sub-task', summary: 'Review', parent: parent.key });
    add({ type: 'Sub-task', summary: 'Deploy', parent: parent.key });
    const [own, other] = [story({ programId }), story({ programId: 101, title: 'Other' })];
    lab.align.world.create('task', { title: 'Review', storyId: own.id }, IN_ALIGN.kai);
    lab.align.world.create('task', { title: 'Deploy', storyId: other.id }, IN_ALIGN.kai);
  });
  expect(await backfill(lab, project)).toMatchObject({ linked: 2, created: 1 });
});

test('titles are not compared when nobody asks for it', async () => {
  const project = await projectWithStory((programId) => void story({ programId }));
  const view = await backfill(lab, project, { matchByTitle: false });
  expect(view).toMatchObject({ linked: 0, created: 1 });
  expect(itemsOf(lab, project)).toHaveLength(2);
});
