/**
 * Guarantee: an item that Jira Align's own connector keeps is left alone until the mapping takes such items over. Then
 * a backfill links it to the issue that it names and to no other, and no issue gets a double on the way.
 */
import { refusal } from './support/ask';
import { backfill, itemsOf, projectWith, start, viewOf, type Before } from './support/backfill';
import { useLab } from './support/lab';
import { ADA, IN_ALIGN } from './support/people';
import type { Project } from './support/project';

const lab = useLab();
const TITLE = 'One-page checkout';
const TAKE_OVER = { adoptForeign: true };
const BY_KEY = { matchByKey: true };

const story = (fields: Record<string, unknown>) =>
  lab.align.world.create('story', { title: 'Named differently', ...fields }, IN_ALIGN.kai);

/** A project with one story, and what Align has for it. */
const projectWithStory = (
  inAlign: (key: string, programId: number) => void,
  changes: Partial<Project['mapping']> = TAKE_OVER,
) =>
  projectWith(
    lab,
    (add: (issue: Before) => { key: string }, { programId }) =>
      inAlign(add({ type: 'Story', summary: TITLE }).key, programId),
    changes,
  );

const only = ({ key }: Project) => {
  const [issue] = lab.jira.world.issues(key);
  if (issue === undefined) throw new Error('The project has no issue.');
  return issue;
};

test('the item that has the key is linked, whatever its title, and the history says how', async () => {
  let id = 0;
  const project = await projectWithStory((externalKey, programId) => {
    id = story({ programId, externalKey, jiraProjectKey: externalKey.split('-')[0] }).id;
    story({ programId, title: TITLE });
  });
  const preview = await lab.site.admin('previewBackfill', {
    ...{ projectId: project.id, matchByTitle: true, includeAlign: false },
    ...BY_KEY,
  });
  expect(preview).toMatchObject({ wouldLink: 1, toLink: [{ key: only(project).key }] });
  expect(lab.writes()).toEqual([]);
  expect(await backfill(lab, project, BY_KEY)).toMatchObject({ linked: 1, created: 0 });
  expect((await lab.item(only(project).key)).id).toBe(id);
  const [first] = await lab.history({ issueId: only(project).id });
  expect(first).toMatchObject({ code: 'LINKED_BY_KEY', person: { id: ADA } });
});

test.each<[string, Partial<Project['mapping']>, object]>([
  ['the mapping leaves such items alone', {}, BY_KEY],
  ['nobody asks for it', TAKE_OVER, {}],
])('keys are not compared when %s', async (_, changes, choices) => {
  const project = await projectWithStory(
    (externalKey, programId) => void story({ programId, externalKey }),
    changes,
  );
  expect(await backfill(lab, project, choices)).toMatchObject({ linked: 0, created: 1 });
});

test.each<[string, (key: string, programId: number) => void]>([
  [
    'two of them',
    (externalKey, programId) => {
      story({ programId, externalKey });
      story({ programId, externalKey });
    },
  ],
  ['one of another program', (externalKey) => void story({ programId: 101, externalKey })],
  ['one with a longer key', (key, programId) => void story({ programId, externalKey: `${key}0` })],
])('%s is not taken', async (_, inAlign) => {
  const project = await projectWithStory(inAlign);
  expect(await backfill(lab, project, BY_KEY)).toMatchObject({ linked: 0, created: 1 });
});

test('an item that names another issue of the project is not taken for its title', async () => {
  const project = await projectWithStory((key, programId) => {
    story({ programId, title: TITLE, externalKey: `${key}0` });
  });
  expect(await backfill(lab, project, BY_KEY)).toMatchObject({ linked: 0, created: 1 });
});

test('an item that only waits for its issue is linked by its title', async () => {
  const project = await projectWithStory((key, programId) => {
    story({ programId, title: TITLE, jiraProjectKey: key.split('-')[0] });
  });
  expect(await backfill(lab, project, BY_KEY)).toMatchObject({ linked: 1, created: 0 });
});

test('where the API does not search for keys the backfill stops with a remedy, and creates nothing', async () => {
  const project = await projectWithStory(
    (externalKey, programId) => void story({ programId, externalKey }),
  );
  const before = itemsOf(lab, project).length;
  lab.align.faults.next({ method: 'GET', path: /Stories$/ }, { status: 400, times: 9 });
  const choices = { projectId: project.id, matchByTitle: false, includeAlign: false, ...BY_KEY };
  const error = await refusal(lab.site, 'previewBackfill', choices);
  expect(error).toMatchObject({ code: 'INVALID_INPUT', field: 'matchByKey' });
  await start(lab, project, choices);
  await lab.settle();
  expect(await viewOf(lab, project)).toMatchObject({
    ...{ status: 'paused', created: 0, handedOn: 0 },
    problem: { code: 'KEYS_NOT_SEARCHABLE' },
  });
  expect(itemsOf(lab, project)).toHaveLength(before);
});

describe('an item without an issue that another connector keeps', () => {
  const created = async (fields: Record<string, unknown>, changes: Partial<Project['mapping']>) => {
    const project = await lab.newProject(changes);
    const item = story({ programId: project.programId, ...fields });
    await lab.poll();
    const code = (await lab.parked()).find(({ alignId }) => alignId === item.id)?.problem.code;
    return { issues: lab.jira.world.issues(project.key).length, code };
  };

  test('gets none while the mapping leaves such items alone', async () => {
    const outcome = await created({ jiraProjectKey: 'SQ' }, {});
    expect(outcome).toEqual({ issues: 0, code: 'ALIGN_ITEM_FOREIGN' });
  });

  test('gets one when the mapping takes them over', async () => {
    const outcome = await created({ jiraProjectKey: 'SQ' }, TAKE_OVER);
    expect(outcome).toEqual({ issues: 1, code: undefined });
  });

  test('gets no second one where it names an issue of the project', async () => {
    const project = await lab.newProject(TAKE_OVER);
    const item = story({ programId: project.programId, externalKey: `${project.key}-77` });
    await lab.poll();
    expect(lab.jira.world.issues(project.key)).toEqual([]);
    expect((await lab.parked()).find(({ alignId }) => alignId === item.id)).toMatchObject({
      problem: { code: 'ALIGN_ITEM_HAS_ISSUE' },
    });
  });
});
