/**
 * Guarantee: the configuration of the vendor's own connector becomes a draft of a mapping that nobody has saved, in
 * every shape in which its API may tell it; where the token's user may not see it, the admin is told what to do.
 */
import { refusal } from './support/ask';
import { useLab } from './support/lab';

const lab = useLab({ withConnector: true });
const PAYMENTS = '10001';
const MOBILE = '10002';

const importOf = (projectId: string) => lab.site.admin('importConnectorMapping', { projectId });
const rows = () => {
  const { connector } = lab.align.world;
  if (connector === undefined) throw new Error('The site has no connector.');
  return connector;
};

test('a project that it maps gets its program, states and priorities, and nothing is saved', async () => {
  const before = JSON.stringify(lab.site.host.kvs.dump());
  const { draft, notes } = await importOf(PAYMENTS);
  expect(draft).toMatchObject({ programId: 101, programName: 'Payments', enabled: false });
  const states = { '10100': 1, '10101': 2, '10102': 4, '10103': 5 };
  expect(draft.states.feature?.toAlign).toEqual(states);
  expect(draft.states.story?.toAlign).toEqual(states);
  expect(draft.states.story?.toJira).toMatchObject({ 1: '10100', 4: '10102', 5: '10103' });
  expect(draft.values.priority?.[0]).toEqual({ jira: 'Highest', align: 'Critical' });
  expect(notes.map(({ code }) => code)).toEqual([
    'PROGRAM_TAKEN',
    'STATES_TAKEN',
    'STATES_TAKEN',
    'PRIORITIES_TAKEN',
    'BOARDS_AND_TEAMS',
    'SYNC_IS_OFF',
  ]);
  expect(JSON.stringify(lab.site.host.kvs.dump())).toBe(before);
  expect(lab.writes()).toEqual([]);
});

test('the draft can be saved as it is, and an import into a saved mapping keeps the rest of it', async () => {
  const { draft } = await importOf(PAYMENTS);
  const saved = await lab.site.admin('saveMapping', {
    ...draft,
    programId: 102,
    programName: 'Mobile',
    resolution: 'Fixed',
    states: {},
  });
  const again = await importOf(PAYMENTS);
  expect(again.draft).toMatchObject({
    version: saved.version,
    resolution: 'Fixed',
    programId: 101,
  });
  expect(again.draft.states.story?.toAlign).toEqual(draft.states.story?.toAlign);
});

test('a project that no connector maps keeps what is suggested, and says so', async () => {
  const { draft, notes } = await importOf(MOBILE);
  const { mapping } = await lab.site.admin('getMapping', { projectId: MOBILE });
  expect(draft).toEqual({ ...mapping, enabled: false });
  expect(notes.map(({ code }) => code)).toEqual(['NOT_CONNECTED_THERE', 'SYNC_IS_OFF']);
});

test('ids that come as texts are read, and rows without the properties that count are left', async () => {
  const { statesFromJira, projects } = rows();
  const kept = [...statesFromJira];
  const [project = {}] = projects;
  statesFromJira.splice(
    0,
    statesFromJira.length,
    { workItemTypeId: '3', jiraStatusId: '10100', alignStateId: '2' },
    { workItemTypeId: 3 },
  );
  projects[0] = { ...project, projectKey: 'pay', programId: '101', projectId: '10001' };
  try {
    const { draft } = await importOf(PAYMENTS);
    expect(draft.programId).toBe(101);
    expect(draft.states.story?.toAlign['10100']).toBe(2);
  } finally {
    statesFromJira.splice(0, statesFromJira.length, ...kept);
    projects[0] = project;
  }
});

test('a part that the site does not have is left out of the draft', async () => {
  lab.align.faults.next({ path: /connectors\/3\/priorities$/i }, { status: 404 });
  const { notes } = await importOf(PAYMENTS);
  expect(notes.map(({ code }) => code)).not.toContain('PRIORITIES_TAKEN');
});

test.each([
  ['403 to the list', /connectors$/i, 403],
  ['404 to the list', /connectors$/i, 404],
  ['403 to a part', /mappings\/states$/i, 403],
])('%s says which right is missing', async (_, path, status) => {
  lab.align.faults.next({ path }, { status, times: 9 });
  const error = await refusal(lab.site, 'importConnectorMapping', { projectId: PAYMENTS });
  expect(error).toMatchObject({ code: 'ALIGN_FORBIDDEN' });
  expect(error.remedy).toContain('role that may see connectors');
});
