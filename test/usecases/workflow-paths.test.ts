/**
 * Guarantee: a status is reached by the shortest way that the workflow has. The way is learnt from other issues, with
 * few requests, and where none is known, or a step is not offered or demands something, that is told with its remedy.
 * What was done stays and is nobody's edit, a run that was ended midway is taken up again, and all of it heals.
 */
import { customField } from '../../sandbox/jira';
import type { HistoryRow } from '../../src/contract';
import type { MappingChanges, Project } from './support/project';
import { useLab } from './support/lab';
import { APP, BO, IN_ALIGN } from './support/people';
import { waitFor } from './support/wait-for';

const lab = useLab();

const REQUIRED = 'customfield_10078';
beforeAll(() => lab.jira.world.addField(customField(10078, 'Root cause', 'text')));

const READ = /issue\/\d+\/transitions$/;

async function straight(changes?: MappingChanges): Promise<Project> {
  const project = await lab.newProject(changes);
  lab.jira.world.workflow.straighten(project.key);
  return project;
}

async function newStory(project: Project, more: object = {}) {
  const { key, id } = lab.jira.world.create(BO, {
    project: project.key,
    type: 'Story',
    summary: 'A story',
    ...more,
  });
  await lab.settle();
  return { key, id };
}

/** Stories that people have brought to In Progress and In Review, for the app to learn from. */
async function showTheWay(project: Project): Promise<void> {
  const { world } = lab.jira;
  for (const status of ['In Progress', 'In Review']) {
    const { key } = await newStory(project);
    world.transition(BO, key, 'In Progress');
    if (status === 'In Review') world.transition(BO, key, 'In Review');
  }
  await lab.settle();
}

async function setState(key: string, state: number): Promise<void> {
  lab.align.world.edit('story', (await lab.item(key)).id, { state }, IN_ALIGN.ana);
  await lab.poll();
}

const statusChanges = (history: HistoryRow[]) =>
  history
    .flatMap(({ changes }) => changes)
    .filter(({ field }) => field === 'state')
    .map(({ from, to, outcome }) => [from?.text, to?.text, outcome]);

const moves = (key: string, by = APP) =>
  lab.jira.world
    .history(key)
    .filter(({ authorId }) => authorId === by)
    .flatMap(({ items }) => items)
    .filter(({ fieldId }) => fieldId === 'status')
    .map((change) => change.to);

const reads = () => lab.jira.requests.filter(({ path }) => READ.test(path) || /search/.test(path));

describe('a status several steps away', () => {
  test('is reached step by step, each step stands in the history, and the next issue knows the way', async () => {
    const project = await straight();
    await showTheWay(project);
    const [first, second] = [await newStory(project), await newStory(project)];
    await setState(first.key, 5);
    expect(moves(first.key)).toEqual(['10101', '10102', '10103']);
    expect(lab.jira.world.view(first.key)).toMatchObject({ status: 'Done', resolution: 'Done' });
    expect(statusChanges(await lab.history({ issueId: first.id }))).toEqual(
      expect.arrayContaining([
        ['To Do', 'In Progress', 'applied'],
        ['In Progress', 'In Review', 'applied'],
        ['In Review', 'Done', 'applied'],
      ]),
    );
    expect(await lab.link(first.key)).toMatchObject({ status: 'in-step', problem: null });

    lab.forgetRequests();
    await setState(second.key, 5);
    expect(moves(second.key)).toHaveLength(3);
    const looked = lab.jira.requests.filter(({ path }) => path.endsWith('/search/jql'));
    expect(looked).toEqual([]);

    lab.forgetRequests();
    await lab.poll();
    await lab.upkeep();
    expect(lab.writes()).toEqual([]);
  });

  test('is never reached through a status of finished work when it is not one itself', async () => {
    const project = await straight();
    await showTheWay(project);
    const { key } = await newStory(project);
    // From To Do the only way to In Review is by Done.
    lab.jira.world.workflow.forbid(project.key, 'To Do', 'In Progress');
    lab.jira.world.workflow.allow(project.key, 'To Do', 'Done');
    await setState(key, 3);
    expect(lab.jira.world.view(key).status).toBe('To Do');
    expect(await lab.link(key)).toMatchObject({ problem: { code: 'NO_TRANSITION' } });
  });

  test('that no issue shows the way to is told, moves nothing, and heals once one does', async () => {
    const project = await straight();
    const { key, id } = await newStory(project);
    await setState(key, 5);
    expect(lab.jira.world.view(key).status).toBe('To Do');
    const { problem } = (await lab.link(key)) ?? {};
    expect(problem).toMatchObject({ code: 'NO_TRANSITION' });
    expect(problem?.message).toMatch(/from "To Do".*offers "In Progress"/);
    expect(problem?.message).toMatch(/No issue of this type is in "In Progress"/);
    expect(problem?.remedy).toMatch(/shows the app the way/);

    // What is not known is not asked for again with every event.
    lab.forgetRequests();
    lab.jira.world.edit(BO, key, { summary: 'Edited' });
    await lab.settle();
    expect(reads()).toEqual([]);

    await showTheWay(project);
    lab.passMinutes(7 * 60);
    await lab.upkeep();
    lab.passMinutes(-7 * 60);
    expect(lab.jira.world.view(key).status).toBe('Done');
    expect(await lab.link(key)).toMatchObject({ status: 'in-step', problem: null });
    const told = statusChanges(await lab.history({ issueId: id }));
    expect(told.filter(([, , outcome]) => outcome === 'refused')).toHaveLength(1);
  });
});

describe('a way that ends midway for one issue', () => {
  test('leaves it where it came to, which is nobody else’s edit, says so once, and heals', async () => {
    // With Jira winning, a status that were taken for a person's edit would go to Align.
    const project = await straight(({ fields }) => ({
      fields: { ...fields, state: { direction: 'both', policy: 'jira' } },
    }));
    await showTheWay(project);
    const { key, id } = await newStory(project);
    lab.jira.world.workflow.forbid(project.key, 'In Review', 'Done', id);
    await setState(key, 5);
    expect(lab.jira.world.view(key).status).toBe('In Review');
    const { problem, jiraStatus } = (await lab.link(key)) ?? {};
    expect(jiraStatus).toBe('In Review');
    expect(problem).toMatchObject({ code: 'NO_TRANSITION' });
    expect(problem?.message).toMatch(
      /from "In Review" to "Done".*offers "In Progress".*moved from "To Do" as far as there/,
    );
    const told = [
      ['To Do', 'In Progress', 'applied'],
      ['In Progress', 'In Review', 'applied'],
      ['In Review', 'Accepted', 'refused'],
    ];
    const [entry] = (await lab.history({ issueId: id })).slice(-1);
    expect(statusChanges([entry as HistoryRow])).toEqual(told);
    expect(entry).toMatchObject({ outcome: 'partial', direction: 'to-jira' });

    await lab.poll();
    await lab.upkeep();
    lab.jira.world.edit(BO, key, { summary: 'Edited' });
    await lab.settle();
    expect((await lab.item(key)).fields.state).toBe(5);
    expect(moves(key)).toEqual(['10101', '10102']);
    const refused = statusChanges(await lab.history({ issueId: id })).filter(
      ([, , outcome]) => outcome === 'refused',
    );
    expect(refused).toHaveLength(1);

    lab.jira.world.workflow.allow(project.key, 'In Review', 'Done', id);
    await lab.upkeep();
    expect(lab.jira.world.view(key).status).toBe('Done');
    expect(await lab.link(key)).toMatchObject({ status: 'in-step', problem: null });
  });

  test.each(['newest', 'jira'] as const)(
    'because the app’s process ended is taken up again from there (%s wins)',
    async (policy) => {
      const project = await straight(({ fields }) => ({
        fields: { ...fields, state: { direction: 'both', policy } },
      }));
      await showTheWay(project);
      const { key, id } = await newStory(project);
      const item = await lab.item(key);
      lab.align.world.edit('story', item.id, { state: 5 }, IN_ALIGN.ana);
      // The read before the second step does not come back in time.
      const path = new RegExp(`/issue/${id}/transitions$`);
      lab.jira.faults.next({ method: 'GET', path }, { delayMs: 1 });
      lab.jira.faults.next({ method: 'GET', path }, { delayMs: 2_000 });
      const polled = lab.poll();
      await waitFor(() => lab.jira.world.view(key).status === 'In Progress');
      lab.killApp();
      await polled;
      await lab.upkeep();
      expect(lab.jira.world.view(key).status).toBe('Done');
      expect((await lab.item(key)).fields.state).toBe(5);
      expect(moves(key)).toEqual(['10101', '10102', '10103']);
      expect(await lab.link(key)).toMatchObject({ status: 'in-step', problem: null });
    },
  );

  test('because Jira did not answer is taken up again from there', async () => {
    const project = await straight();
    await showTheWay(project);
    const { key } = await newStory(project);
    const step = { method: 'POST', path: READ };
    lab.jira.faults.next(step, { delayMs: 1 });
    lab.jira.faults.next(step, { status: 503 });
    lab.jira.faults.next(step, { dropAfterEffect: true });
    await setState(key, 5);
    expect(moves(key)).toEqual(['10101', '10102', '10103']);
    expect((await lab.item(key)).fields.state).toBe(5);
    expect(await lab.link(key)).toMatchObject({ status: 'in-step', problem: null });
  });
});

describe('a transition with a screen', () => {
  const screen = (project: Project, fields: Record<string, boolean> | null) => {
    const { workflow } = lab.jira.world;
    workflow.setScreen(project.key, workflow.idTo('Done'), fields);
  };

  test.each([
    ['the one named Done', null, 'Done'],
    ['the one that the mapping names', "Won't Do", "Won't Do"],
  ])('that demands a resolution gets %s', async (_what, resolution, expected) => {
    const project = await lab.newProject({ resolution });
    screen(project, { resolution: true });
    const { key } = await newStory(project);
    await setState(key, 5);
    expect(lab.jira.world.view(key)).toMatchObject({ status: 'Done', resolution: expected });
  });

  test('that does not offer the resolution of the mapping is told, and heals with the mapping', async () => {
    const project = await lab.newProject({ resolution: 'Shipped' });
    screen(project, { resolution: true });
    const { key } = await newStory(project);
    await setState(key, 5);
    const { problem } = (await lab.link(key)) ?? {};
    expect(problem).toMatchObject({ code: 'TRANSITION_FIELD_REQUIRED' });
    expect(problem?.message).toMatch(/"Shipped", only "Done", "Won't Do", "Duplicate"/);
    await project.save({ resolution: 'Duplicate' });
    await lab.upkeep();
    expect(lab.jira.world.view(key)).toMatchObject({ status: 'Done', resolution: 'Duplicate' });
    expect(await lab.link(key)).toMatchObject({ status: 'in-step', problem: null });
  });

  test('that demands a field which nothing is known of is not taken; the field on the issue heals it', async () => {
    const project = await lab.newProject();
    const { key } = await newStory(project);
    screen(project, { [REQUIRED]: true });
    lab.forgetRequests();
    await setState(key, 5);
    expect(lab.jira.world.view(key).status).toBe('To Do');
    expect(lab.writes().filter((write) => write.includes('transitions'))).toEqual([]);
    const { problem } = (await lab.link(key)) ?? {};
    expect(problem).toMatchObject({ code: 'TRANSITION_FIELD_REQUIRED' });
    expect(problem?.message).toMatch(
      /The transition "Done" from "To Do" to "Done" demands "Root cause"/,
    );
    expect(problem?.remedy).toMatch(/Fill the field in on the issue/);
    lab.jira.world.edit(BO, key, { fields: { [REQUIRED]: 'Haste' } });
    await lab.upkeep();
    expect(lab.jira.world.view(key).status).toBe('Done');
    expect(await lab.link(key)).toMatchObject({ status: 'in-step', problem: null });
  });

  test('that demands a mapped field gets what the item has', async () => {
    const project = await lab.newProject();
    const points = project.mapping.jiraFields.points ?? '';
    const { key } = await newStory(project);
    screen(project, { [points]: true });
    // Only the screen of the transition has the field.
    lab.jira.world.screens.remove(project.key, points);
    lab.align.world.edit('story', (await lab.item(key)).id, { effortPoints: 8 }, IN_ALIGN.ana);
    await setState(key, 5);
    expect(lab.jira.world.view(key)).toMatchObject({ status: 'Done', points: 8 });
    await lab.upkeep();
    expect(await lab.link(key)).toMatchObject({ status: 'in-step', problem: null });
  });

  test('is left for one without, where another leads to the same status', async () => {
    const project = await lab.newProject();
    const { key } = await newStory(project);
    screen(project, { [REQUIRED]: true });
    lab.jira.world.workflow.add(project.key, 'Close at once', 'Done');
    await setState(key, 5);
    expect(lab.jira.world.view(key).status).toBe('Done');
  });
});

describe('a project that never reopens resolved issues', () => {
  test('keeps an issue done, says so, and follows again once somebody has reopened it', async () => {
    const project = await lab.newProject({ resolvedIsSticky: true });
    const { key, id } = await newStory(project);
    await setState(key, 5);
    await setState(key, 2);
    expect(lab.jira.world.view(key).status).toBe('Done');
    expect(await lab.link(key)).toMatchObject({ problem: { code: 'RESOLVED_IS_STICKY' } });
    await lab.upkeep();
    expect(moves(key)).toEqual(['10103']);
    expect((await lab.item(key)).fields.state).toBe(2);
    const refused = statusChanges(await lab.history({ issueId: id })).filter(
      ([, , outcome]) => outcome === 'refused',
    );
    expect(refused).toHaveLength(1);
    lab.jira.world.transition(BO, key, 'In Progress');
    await lab.settle();
    expect(await lab.link(key)).toMatchObject({ status: 'in-step', problem: null });
    await setState(key, 5);
    expect(lab.jira.world.view(key).status).toBe('Done');
  });

  test('does not leave the finished work on its way, and knows the category of where it leads', async () => {
    // By the mapping In Review counts as finished, by its category it does not.
    const project = await lab.newProject(({ states }) => ({
      resolvedIsSticky: true,
      states: {
        ...states,
        story: {
          toAlign: { ...states.story?.toAlign, '10102': 5 },
          toJira: { ...states.story?.toJira, '3': '10102' },
        },
      },
    }));
    const { key } = await newStory(project);
    await setState(key, 5);
    await setState(key, 3);
    expect(lab.jira.world.view(key).status).toBe('Done');
    expect(await lab.link(key)).toMatchObject({ problem: { code: 'RESOLVED_IS_STICKY' } });
  });
});
