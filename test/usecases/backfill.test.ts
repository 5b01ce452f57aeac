/**
 * Guarantee: a preview writes nothing and says what a backfill would do. A backfill pairs every issue of a mapped type
 * exactly once, parents before children, makes issues of Align's items only when asked to, touches nothing else, and
 * costs little. A second one changes nothing.
 */
import {
  backfill,
  itemsOf,
  projectWith,
  start,
  stories,
  titlesOf,
  viewOf,
} from './support/backfill';
import { refusal } from './support/ask';
import { useLab } from './support/lab';
import { ADA, ANA, BO, IN_ALIGN } from './support/people';

const lab = useLab();

const hierarchy = (add: Parameters<Parameters<typeof projectWith>[1]>[0]) => {
  // Children before their parents, so that the order of the keys does not put it right by chance.
  const bug = add({ type: 'Bug', summary: 'Bug' });
  const story = add({ type: 'Story', summary: 'Story', points: 5, labels: ['ux'], assignee: ANA });
  const task = add({ type: 'Sub-task', summary: 'Sub-task', parent: story.key });
  const epic = add({ type: 'Epic', summary: 'Epic' });
  lab.jira.world.edit(BO, story.key, { parent: epic.key });
  for (let n = 0; n < 3; n += 1) add({ type: 'Task', summary: `Not mapped ${n}` });
  return { bug, story, task, epic };
};

const rowsIn = (space: string) =>
  JSON.stringify((lab.site.host.kvs.dump() as Record<string, unknown>)[space] ?? null);

describe('a preview', () => {
  test('counts and shows what would become of each, and writes nothing anywhere', async () => {
    const project = await projectWith(lab, (add, { programId }) => {
      hierarchy(add);
      lab.align.world.create('story', { title: 'Story', programId }, IN_ALIGN.kai);
      lab.align.world.create('story', { title: 'Only in Align', programId }, IN_ALIGN.kai);
    });
    const before = JSON.stringify(lab.site.host.kvs.dump());
    const preview = await lab.site.admin('previewBackfill', {
      projectId: project.id,
      matchByTitle: true,
      includeAlign: true,
    });
    expect(preview).toMatchObject({
      issues: 4,
      paired: 0,
      skipped: 3,
      alignItems: 2,
      isAtLeast: false,
      wouldLink: 1,
    });
    const shown = (samples: typeof preview.toCreate) =>
      samples.map(({ title, alignType }) => `${title}: ${alignType}`).sort();
    expect(shown(preview.toCreate)).toEqual(['Bug: defect', 'Epic: feature', 'Sub-task: task']);
    expect(shown(preview.toLink)).toEqual(['Story: story']);
    expect(shown(preview.notMapped)).toEqual([
      'Not mapped 0: null',
      'Not mapped 1: null',
      'Not mapped 2: null',
    ]);
    expect(JSON.stringify(lab.site.host.kvs.dump())).toBe(before);
    // Jira's searches are POSTs because their questions are long.
    const writes = lab.writes().filter((write) => !/search\/(jql|approximate-count)$/.test(write));
    expect(writes).toEqual([]);
    expect(await viewOf(lab, project)).toMatchObject({ status: 'none', total: 0 });
  });

  test('counts no Align items that are not asked for, and shows nothing when everything is paired', async () => {
    const project = await projectWith(lab, hierarchy);
    await backfill(lab, project);
    const choices = { matchByTitle: true, includeAlign: false };
    const preview = await lab.site.admin('previewBackfill', { projectId: project.id, ...choices });
    expect(preview).toMatchObject({
      issues: 4,
      paired: 4,
      alignItems: null,
      toCreate: [],
      toLink: [],
    });
  });

  test('asks for a mapping that is switched on', async () => {
    const project = await lab.newProject({ enabled: false });
    const choices = { projectId: project.id, matchByTitle: true, includeAlign: false };
    for (const call of ['previewBackfill', 'startBackfill'] as const) {
      expect(await refusal(lab.site, call, choices)).toMatchObject({ code: 'NOT_FOUND' });
    }
  });
});

describe('a backfill', () => {
  test('pairs everything that is mapped exactly once, under its parent, and touches nothing else', async () => {
    const made: Partial<ReturnType<typeof hierarchy>> = {};
    const project = await projectWith(lab, (add) => void Object.assign(made, hierarchy(add)));
    const view = await backfill(lab, project);
    expect(view).toMatchObject({
      status: 'done',
      by: { id: ADA },
      total: 4,
      done: 4,
      created: 4,
      linked: 0,
      skipped: 0,
      handedOn: 0,
      problem: null,
    });
    const [epic, story, bug] = (['feature', 'story', 'defect'] as const).map(
      (type) => itemsOf(lab, project, type)[0],
    );
    expect(titlesOf(itemsOf(lab, project))).toEqual(['Story']);
    expect([epic?.fields.title, bug?.fields.title]).toEqual(['Epic', 'Bug']);
    expect(story?.fields).toMatchObject({
      featureId: epic?.id,
      effortPoints: 5,
      tags: 'ux',
      ownerId: IN_ALIGN.ana,
    });
    const tasks = lab.align.world
      .items('task')
      .filter(({ fields }) => fields.storyId === story?.id);
    expect(titlesOf(tasks)).toEqual(['Sub-task']);
    const issues = lab.jira.world.issues(project.key);
    for (const { key, type } of issues) {
      const links = lab.jira.world.links(key);
      const { 'align.link': mark } = lab.jira.world.properties(key);
      expect([key, links.length, mark !== undefined]).toEqual([
        key,
        type === 'Task' ? 0 : 1,
        type !== 'Task',
      ]);
    }
  });

  test('says in the history who started it, and whose the issues are', async () => {
    const project = await projectWith(lab, stories(1));
    await backfill(lab, project);
    const history = await lab.history({ projectId: project.id });
    expect(history.map(({ code, person }) => [code, person?.id])).toEqual(
      expect.arrayContaining([
        ['BACKFILL_STARTED', ADA],
        ['CREATED', BO],
      ]),
    );
  });

  test('a second time creates nothing and writes nothing', async () => {
    const project = await projectWith(lab, hierarchy);
    await backfill(lab, project);
    const pairs = rowsIn('entity:pair');
    lab.forgetRequests();
    const view = await backfill(lab, project, { includeAlign: true });
    expect(view).toMatchObject({ status: 'done', created: 0, linked: 0, handedOn: 0 });
    const writes = lab.writes().filter((write) => !/search\/(jql|approximate-count)$/.test(write));
    expect(writes).toEqual([]);
    expect(rowsIn('entity:pair')).toBe(pairs);
    await lab.poll();
    expect(lab.jira.world.issues(project.key)).toHaveLength(7);
  });

  test('after a new installation finds the items again that the issues are marked with', async () => {
    const marks: [issueId: string, mark: unknown][] = [];
    const project = await projectWith(lab, (add, { programId }) => {
      const { id } = add({ type: 'Story', summary: 'Renamed since' });
      const item = lab.align.world.create('story', { title: 'Before', programId }, IN_ALIGN.app);
      const mark = { alignType: 'story', alignId: item.id, alignProgram: programId };
      marks.push([id, mark]);
    });
    for (const [id, mark] of marks) {
      const address = `${lab.jira.url}/rest/api/3/issue/${id}/properties/align.link`;
      await fetch(address, {
        method: 'PUT',
        headers: { 'x-forge-as': 'app', 'Content-Type': 'application/json' },
        body: JSON.stringify(mark),
      });
    }
    expect(await backfill(lab, project)).toMatchObject({ linked: 1, created: 0 });
    expect(itemsOf(lab, project)).toHaveLength(1);
  });

  test('is refused while another of the project is under way', async () => {
    const project = await projectWith(lab, stories(3));
    await start(lab, project);
    const choices = { projectId: project.id, matchByTitle: false, includeAlign: false };
    const error = await refusal(lab.site, 'startBackfill', choices);
    expect(error).toMatchObject({ code: 'CONFLICT' });
    expect(error.remedy).not.toBe('');
    await lab.settle();
    expect(itemsOf(lab, project)).toHaveLength(3);
  });

  test('is for Jira admins alone', async () => {
    const project = await projectWith(lab, stories(1));
    const choices = { projectId: project.id, matchByTitle: true, includeAlign: true };
    for (const call of ['previewBackfill', 'startBackfill'] as const) {
      const error = await refusal(lab.site, call, choices, { accountId: ANA });
      expect(error.code).toBe('FORBIDDEN');
    }
    for (const call of ['get', 'pause', 'resume', 'cancel'] as const) {
      const of = { projectId: project.id };
      const error = await refusal(lab.site, `${call}Backfill`, of, { accountId: ANA });
      expect(error.code).toBe('FORBIDDEN');
    }
    await lab.settle();
    expect(itemsOf(lab, project)).toEqual([]);
  });
});

describe("Align's own items", () => {
  const inAlign = (_: unknown, { programId }: { programId: number }) => {
    const feature = lab.align.world.create(
      'feature',
      { title: 'Feature', primaryProgramId: programId },
      IN_ALIGN.kai,
    );
    const fields = { title: 'Under it', programId, featureId: feature.id };
    const story = lab.align.world.create('story', fields, IN_ALIGN.kai);
    lab.align.world.create('task', { title: 'Task', storyId: story.id }, IN_ALIGN.kai);
    const gone = lab.align.world.create('story', { title: 'Removed', programId }, IN_ALIGN.kai);
    lab.align.world.recycle('story', gone.id, IN_ALIGN.kai);
    const other = lab.align.world.create(
      'story',
      { title: 'Elsewhere', programId: 101 },
      IN_ALIGN.kai,
    );
    lab.align.world.create('task', { title: 'Elsewhere', storyId: other.id }, IN_ALIGN.kai);
  };

  test('become issues when they are included, parents before children', async () => {
    const project = await projectWith(lab, inAlign);
    const view = await backfill(lab, project, { includeAlign: true });
    expect(view).toMatchObject({ status: 'done', created: 3, handedOn: 0 });
    const issues = lab.jira.world.issues(project.key);
    expect(issues.map(({ summary }) => summary)).toEqual(['Feature', 'Under it', 'Task']);
    const [epic, story, task] = issues;
    expect([story?.parent, task?.parent]).toEqual([epic?.key, story?.key]);
  });

  test.each([
    ['they are not included', { includeAlign: false }, {}],
    ['the mapping lets Align create none', { includeAlign: true }, { createInJira: false }],
  ])('stay alone when %s', async (_, choices, changes) => {
    const project = await projectWith(lab, inAlign, changes);
    const view = await backfill(lab, project, choices);
    expect(view).toMatchObject({ status: 'done', done: 0, created: 0 });
    expect(lab.jira.world.issues(project.key)).toEqual([]);
  });
});

test('costs one read and one link for each created pair, and one write in Jira Align', async () => {
  const pairs = 150;
  const project = await projectWith(lab, stories(pairs));
  expect(await backfill(lab, project, { matchByTitle: false })).toMatchObject({ created: pairs });
  const isRead = ({ method, path }: { method: string; path: string }) =>
    method === 'GET' || /search\/(jql|approximate-count)$/.test(path);
  const points = (requests: typeof lab.jira.requests) =>
    requests.reduce((sum, request) => sum + request.points, 0);
  const { requests } = lab.jira;
  /** Looking at each pass once, who asks, and who the one owner is. */
  const constant = 30;
  expect(points(requests.filter(isRead))).toBeLessThanOrEqual(1.1 * pairs + constant);
  expect(points(requests.filter((request) => !isRead(request)))).toBeLessThanOrEqual(
    1.03 * pairs + 2,
  );
  const writes = lab.align.requests.filter(({ method }) => method !== 'GET').length;
  expect(writes).toBeLessThanOrEqual(1.2 * pairs);
  expect(lab.align.requests.length - writes).toBeLessThanOrEqual(constant);
});
