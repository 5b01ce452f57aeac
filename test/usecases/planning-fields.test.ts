/**
 * Guarantee: priority, dates, the flag, the reporter, program increment, sprint, version and team reach the other side
 * under the names that people know, both ways; what has no certain twin there is refused with a reason and a remedy,
 * and holds back nothing else.
 */
import { SPRINT_ID, TEAM_ID } from '../../sandbox/jira/world/fields/default-fields';
import type { ProjectMapping, SystemField } from '../../src/contract';
import { useLab } from './support/lab';
import { BO, IN_ALIGN } from './support/people';
import type { Project } from './support/project';

const lab = useLab();

const START = 'customfield_10015';
const FLAGGED = 'customfield_10021';
const DAY = 86_400_000;
const BOTH = { direction: 'both', policy: 'newest' } as const;

/** The suggested mapping with more fields on. */
const on =
  (...fields: SystemField[]) =>
  (suggested: ProjectMapping): Partial<ProjectMapping> => ({
    fields: {
      ...suggested.fields,
      ...Object.fromEntries(fields.map((field) => [field, BOTH])),
    },
  });

async function newIssue(project: Project, type: string, fields: Record<string, unknown> = {}) {
  const { key } = lab.jira.world.create(BO, {
    project: project.key,
    type,
    summary: 'Plan it',
    fields,
  });
  await lab.settle();
  return key;
}

/** The value that Jira keeps. */
function kept(key: string, fieldId: string): unknown {
  return lab.jira.world.state.issues.find((issue) => issue.key === key)?.values[fieldId] ?? null;
}

async function editItem(key: string, fields: Parameters<typeof lab.align.world.edit>[2]) {
  const { type, id } = await lab.item(key);
  lab.align.world.edit(type, id, fields, IN_ALIGN.ana);
  await lab.poll();
}

const changesOf = async (field: SystemField) =>
  (await lab.history())
    .flatMap(({ changes }) => changes)
    .filter((change) => change.field === field)
    .map(({ origin, from, to, outcome, remedy }) => ({
      origin,
      from: from?.text ?? null,
      to: to?.text ?? null,
      outcome,
      remedy,
    }));

describe('as suggested for a new mapping', () => {
  test('a feature is created with priority, dates, flag and requester, and takes their changes', async () => {
    const project = await lab.newProject();
    const key = await newIssue(project, 'Epic', {
      priority: { id: '1' },
      duedate: '2027-03-31',
      [START]: '2027-01-04',
      [FLAGGED]: [{ value: 'Impediment' }],
    });
    expect((await lab.item(key)).fields).toMatchObject({
      priority: 1,
      isBlocked: 1,
      requesterId: IN_ALIGN.bo,
    });
    const { fields } = await lab.item(key);
    expect(String(fields.targetCompletionDate).slice(0, 10)).toBe('2027-03-31');
    expect(String(fields.startInitiationDate).slice(0, 10)).toBe('2027-01-04');

    lab.jira.world.edit(BO, key, { priority: 'Low', fields: { [FLAGGED]: null, [START]: null } });
    await lab.settle();
    expect((await lab.item(key)).fields).toMatchObject({
      priority: 4,
      isBlocked: 0,
      startInitiationDate: null,
    });
  });

  test('changes in Jira Align reach Jira, a date as its day whatever time it carries', async () => {
    const project = await lab.newProject();
    const key = await newIssue(project, 'Epic');
    await editItem(key, {
      priority: 2,
      isBlocked: 1,
      targetCompletionDate: '2027-05-01T00:00:00Z',
      startInitiationDate: '2027-04-01T23:30:00Z',
    });
    expect(lab.jira.world.view(key)).toMatchObject({ priority: 'High', duedate: '2027-05-01' });
    expect(kept(key, START)).toBe('2027-04-01');
    expect(kept(key, FLAGGED)).toHaveLength(1);
  });

  test('Lowest and Low are both Low in Jira Align, and neither is changed into the other', async () => {
    const project = await lab.newProject();
    const key = await newIssue(project, 'Epic', { priority: { id: '5' } });
    expect((await lab.item(key)).fields.priority).toBe(4);
    await editItem(key, { title: 'Something else' });
    expect(lab.jira.world.view(key)).toMatchObject({
      summary: 'Something else',
      priority: 'Lowest',
    });
  });
});

test('a reporter that the screen does not take is reported, and the rest is written', async () => {
  const project = await lab.newProject(on('reporter'));
  const key = await newIssue(project, 'Epic');
  lab.jira.world.screens.remove(project.key, 'reporter');
  await editItem(key, { requesterId: IN_ALIGN.ana, title: 'Renamed' });
  expect(lab.jira.world.view(key)).toMatchObject({ summary: 'Renamed', reporter: BO });
  const last = (await changesOf('reporter')).at(-1);
  expect(last).toMatchObject({ outcome: 'refused', remedy: expect.stringMatching(/reporter/i) });
});

describe('fields of choices', () => {
  test('a sprint is the iteration of its name, both ways, by name in the history', async () => {
    const project = await lab.newProject(on('sprint'));
    const { sprints, iterations } = plan(
      project,
      ['Sprint 1', 'Sprint 2'],
      ['sprint 1', 'Sprint 2'],
    );
    const key = await newIssue(project, 'Story', { [SPRINT_ID]: sprints[0] });
    expect((await lab.item(key)).fields.iterationId).toBe(iterations[0]);

    // Jira tells of a sprint only through the issues that are in it.
    await newIssue(project, 'Story', { [SPRINT_ID]: sprints[1] });
    await editItem(key, { iterationId: iterations[1] ?? null });
    expect(kept(key, SPRINT_ID)).toEqual([String(sprints[1])]);
    expect((await changesOf('sprint')).at(-1)).toMatchObject({
      origin: 'align',
      from: 'Sprint 1',
      to: 'Sprint 2',
      outcome: 'applied',
    });

    await editItem(key, { iterationId: null });
    expect(kept(key, SPRINT_ID)).toBeNull();
  });

  test('a sprint is the only iteration that ends within three days of it', async () => {
    const project = await lab.newProject(on('sprint'));
    const { sprints, iterations } = plan(project, ['Red', 'Blue'], ['2027.1', '2027.2']);
    const key = await newIssue(project, 'Story', { [SPRINT_ID]: sprints[1] });
    expect((await lab.item(key)).fields.iterationId).toBe(iterations[1]);
  });

  test('a sprint without an iteration is refused, and what the mapping then says goes across', async () => {
    const project = await lab.newProject(on('sprint'));
    const { sprints, iterations } = plan(project, ['Bucket'], ['Never heard of'], 40);
    const key = await newIssue(project, 'Story', { [SPRINT_ID]: sprints[0] });
    expect((await lab.item(key)).fields.iterationId).toBeNull();
    const refusal = (await changesOf('sprint')).at(-1);
    expect(refusal).toMatchObject({ outcome: 'refused', to: 'Bucket' });
    expect(refusal?.remedy).toContain('"Bucket"');

    await project.save({ values: { sprint: [{ jira: 'bucket', align: 'Never heard of' }] } });
    lab.jira.world.edit(BO, key, { summary: 'Touched' });
    await lab.settle();
    expect((await lab.item(key)).fields.iterationId).toBe(iterations[0]);
  });

  test('a team goes by its name, both ways', async () => {
    const project = await lab.newProject(on('team'));
    const [red, blue] = ['Red', 'Blue'].map((name, index) => {
      const of = `${name} of ${project.key}`;
      const id = `36885b3c-1bf0-4f85-a357-${project.key.slice(2)}00000000${index}`;
      lab.jira.world.planning.addTeam({ id, name: of });
      const inAlign = project.programId * 10 + index;
      lab.align.world.organisation.put('team', {
        id: inAlign,
        name: of,
        programId: project.programId,
      });
      return { id, inAlign };
    });
    if (red === undefined || blue === undefined) throw new Error('Two teams were made.');
    const key = await newIssue(project, 'Story', { [TEAM_ID]: red.id });
    expect((await lab.item(key)).fields.teamId).toBe(red.inAlign);
    await newIssue(project, 'Story', { [TEAM_ID]: blue.id });
    await editItem(key, { teamId: blue.inAlign });
    expect(kept(key, TEAM_ID)).toBe(blue.id);
  });

  test('versions are release vehicles, as a set, both ways', async () => {
    const project = await lab.newProject(on('fixVersion'));
    const ids = ['1.0', '2.0'].map((name, index) => {
      const id = project.programId * 10 + index;
      lab.align.world.organisation.put('vehicle', { id, title: name });
      return { jira: lab.jira.world.planning.addVersion(project.key, { name }).id, id };
    });
    const [one, two] = ids;
    if (one === undefined || two === undefined) throw new Error('Two versions were made.');
    const key = await newIssue(project, 'Story', { fixVersions: [{ id: one.jira }] });
    expect((await lab.item(key)).fields.releaseVehicleIds).toEqual([one.id]);
    await editItem(key, { releaseVehicleIds: [one.id, two.id] });
    expect(kept(key, 'fixVersions')).toEqual([one.jira, two.jira]);
  });
});

/** Sprints and iterations that end two weeks apart, the iterations so many days after the sprints. */
function plan(project: Project, sprints: string[], iterations: string[], days = 2) {
  const { planning } = lab.jira.world;
  const board = planning.addBoard(project.key, `Board of ${project.key}`);
  const end = (index: number) => Date.parse('2027-01-15T10:00:00Z') + index * 14 * DAY;
  return {
    sprints: sprints.map(
      (name, index) => planning.addSprint(board.id, { name, endDate: end(index) }).id,
    ),
    iterations: iterations.map((title, index) => {
      const id = project.programId * 10 + index;
      const endDate = new Date(end(index) + days * DAY).toISOString();
      const { programId } = project;
      lab.align.world.organisation.put('iteration', { id, title, programId, endDate });
      return id;
    }),
  };
}
