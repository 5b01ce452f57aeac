/**
 * Guarantee: edits of different fields on both sides both survive. When both sides change the same field, the
 * field's policy decides, and the value that lost stays in the history with its author.
 */
import type { ConflictPolicy, FieldName, HistoryRow } from '../../src/contract';
import type { JsonObject } from '../../sandbox/align/json';
import type { PersonInput } from '../../sandbox/jira';
import { useLab } from './support/lab';
import { ANA, BO, IN_ALIGN } from './support/people';
import type { Project } from './support/project';

const lab = useLab();

async function newStory(project: Project): Promise<{ key: string; id: string; itemId: number }> {
  const { key, id } = lab.jira.world.create(BO, {
    project: project.key,
    type: 'Story',
    summary: 'Agreed title',
    description: 'Agreed text',
    labels: ['agreed'],
    points: 1,
    assignee: BO,
  });
  await lab.settle();
  return { key, id, itemId: (await lab.item(key)).id };
}

/** Edits both sides before the app hears of either, in this order. */
async function editBoth(
  story: { key: string; itemId: number },
  first: 'jira' | 'align',
  { inJira, inAlign }: { inJira: PersonInput; inAlign: JsonObject },
): Promise<void> {
  const inOrder = [
    () => void lab.jira.world.edit({ accountId: BO, viaApp: true }, story.key, inJira),
    () => void lab.align.world.edit('story', story.itemId, inAlign, IN_ALIGN.ana),
  ];
  if (first === 'align') inOrder.reverse();
  for (const edit of inOrder) {
    edit();
    // The newer of two edits is told by their times, so they must differ.
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  await lab.poll();
}

const withPolicy =
  (policy: ConflictPolicy) => (mapping: { fields: Record<FieldName, object> }) => ({
    fields: Object.fromEntries(
      Object.keys(mapping.fields).map((field) => [field, { direction: 'both', policy }]),
    ) as never,
  });

function overruled(history: HistoryRow[]) {
  return history.flatMap(({ changes }) => changes).filter((c) => c.outcome === 'overruled');
}

test('different fields: both edits survive, each written to the other side once', async () => {
  const project = await lab.newProject();
  const story = await newStory(project);
  await editBoth(story, 'jira', {
    inJira: { summary: 'Title from Jira', points: 8 },
    inAlign: { description: '<p>Text from Align</p>', tags: 'align' },
  });
  const issue = lab.jira.world.view(story.key);
  const { fields } = await lab.item(story.key);
  expect(issue).toMatchObject({
    summary: 'Title from Jira',
    description: 'Text from Align',
    labels: ['align'],
    points: 8,
  });
  expect(fields).toMatchObject({
    title: 'Title from Jira',
    description: '<p>Text from Align</p>',
    tags: 'align',
    effortPoints: 8,
  });
  const history = await lab.history({ issueId: story.id });
  expect(overruled(history)).toEqual([]);
  const updates = history.filter(({ outcome }) => outcome === 'updated');
  expect(updates.map(({ direction }) => direction).sort()).toEqual(['to-align', 'to-jira']);
});

test('the same value on both sides: nothing is written, and the history says that they agree', async () => {
  const project = await lab.newProject();
  const story = await newStory(project);
  lab.forgetRequests();
  await editBoth(story, 'jira', {
    inJira: { summary: 'The same idea' },
    inAlign: { title: 'The same idea' },
  });
  expect(lab.writes()).toEqual([]);
  const [last] = (await lab.history({ issueId: story.id })).slice(-1);
  expect(last).toMatchObject({ outcome: 'agreed', direction: 'none' });
});

describe.each<[ConflictPolicy, 'jira' | 'align', 'jira' | 'align']>([
  ['newest', 'jira', 'align'],
  ['newest', 'align', 'jira'],
  ['jira', 'jira', 'jira'],
  ['jira', 'align', 'jira'],
  ['align', 'jira', 'align'],
  ['align', 'align', 'align'],
])('the same field under the policy "%s", edited in %s first: %s wins', (policy, first, winner) => {
  test.each<[FieldName, PersonInput, JsonObject, (jira: boolean) => [unknown, unknown]]>([
    [
      'title',
      { summary: 'From Jira' },
      { title: 'From Align' },
      (jira) => (jira ? ['From Jira', 'From Jira'] : ['From Align', 'From Align']),
    ],
    ['points', { points: 5 }, { effortPoints: 9 }, (jira) => (jira ? [5, 5] : [9, 9])],
    [
      'owner',
      { assignee: null },
      { ownerId: IN_ALIGN.ana },
      (jira) => (jira ? [null, null] : [ANA, IN_ALIGN.ana]),
    ],
  ])('%s', async (field, inJira, inAlign, expected) => {
    const project = await lab.newProject(policy === 'newest' ? {} : withPolicy(policy));
    const story = await newStory(project);
    await editBoth(story, first, { inJira, inAlign });
    const issue = lab.jira.world.view(story.key);
    const { fields } = await lab.item(story.key);
    const inBoth = {
      title: [issue.summary, fields.title],
      points: [issue.points, fields.effortPoints],
      owner: [issue.assignee, fields.ownerId],
    }[field as 'title' | 'points' | 'owner'];
    expect(inBoth).toEqual(expected(winner === 'jira'));

    const lost = overruled(await lab.history({ issueId: story.id }));
    expect(lost).toHaveLength(1);
    expect(lost[0]).toMatchObject({
      field,
      origin: winner === 'jira' ? 'align' : 'jira',
      by:
        winner === 'jira'
          ? { side: 'align', id: IN_ALIGN.ana, name: 'Ana Silva' }
          : { side: 'jira', id: BO, name: 'Bo Chen' },
    });
    if (field === 'title') {
      expect(lost[0]?.from?.text).toBe('Agreed title');
      expect(lost[0]?.to?.text).toBe(winner === 'jira' ? 'From Align' : 'From Jira');
    }
    lab.forgetRequests();
    await lab.poll();
    await lab.site.admin('resync', { issueId: story.id });
    await lab.settle();
    expect(lab.writes()).toEqual([]);
  });
});

test('"newest" goes by the time of the edit of this field in Jira, not of the last edit of the issue', async () => {
  const project = await lab.newProject();
  const story = await newStory(project);
  const asBo = { accountId: BO, viaApp: true };
  const pause = () => new Promise((resolve) => setTimeout(resolve, 5));
  lab.jira.world.edit(asBo, story.key, { summary: 'Older, from Jira' });
  await pause();
  lab.align.world.edit('story', story.itemId, { title: 'Newer, from Align' }, IN_ALIGN.ana);
  await pause();
  lab.jira.world.edit(asBo, story.key, { labels: ['unrelated'] });
  await lab.poll();
  expect(lab.jira.world.view(story.key).summary).toBe('Newer, from Align');
  expect((await lab.item(story.key)).fields).toMatchObject({
    title: 'Newer, from Align',
    tags: 'unrelated',
  });
});

test('status and state are merged like any field', async () => {
  const project = await lab.newProject();
  const story = await newStory(project);
  lab.align.world.edit('story', story.itemId, { state: 2 }, IN_ALIGN.ana);
  await new Promise((resolve) => setTimeout(resolve, 5));
  lab.jira.world.transition({ accountId: BO, viaApp: true }, story.key, 'In Review');
  await lab.poll();
  expect(lab.jira.world.view(story.key).status).toBe('In Review');
  expect((await lab.item(story.key)).fields.state).toBe(3);
  const [lost] = overruled(await lab.history({ issueId: story.id }));
  expect(lost).toMatchObject({ field: 'state', origin: 'align', to: { text: 'In Progress' } });
});
