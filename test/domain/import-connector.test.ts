/**
 * Guarantee: a draft drawn up from the vendor's connector takes what certainly means the same on both sides, leaves
 * everything else as it was, and says of every part of it whether it was taken or left, and why.
 */
import type { ImportNote, MappingOptions } from '../../src/contract';
import { importConnector, type ConnectorConfiguration } from '../../src/domain/import-connector';
import type { ConnectorPriority, ConnectorState } from '../../src/domain/ports/align-connector';
import { validateMapping } from '../../src/domain/validate-mapping';
import { mappingOf } from './arbitrary-mapping';

const BASE = mappingOf('story', {
  enabled: true,
  states: { story: { toAlign: { '1': 4, '2': 2, '4': 3 }, toJira: { 2: '2' } } },
});
const status = (id: string, name: string) => ({ id, name, category: 'new' as const });
const issueType = (id: string, statuses: MappingOptions['issueTypes'][number]['statuses']) => ({
  id,
  name: id,
  subtask: false,
  hierarchyLevel: 0,
  statuses,
  suggestedStates: {} as MappingOptions['issueTypes'][number]['suggestedStates'],
});
const OPTIONS = {
  saved: true,
  programs: [
    { id: 101, title: 'Payments' },
    { id: 102, title: 'Mobile' },
  ],
  issueTypes: [
    issueType('20001', [status('1', 'Open'), status('2', 'Doing'), status('4', 'Done')]),
    issueType('20002', [status('7', 'Idea')]),
  ],
};

const state = (more: Partial<ConnectorState>): ConnectorState => ({
  ...{ type: 'story', number: 3, statusId: '1', statusName: 'Open', state: 1, stateName: null },
  ...more,
});
const priority = (more: Partial<ConnectorPriority>): ConnectorPriority => ({
  ...{ type: 'feature', number: 2, jiraName: 'High', alignId: 1, alignName: null },
  ...more,
});
const of = (programId: number | null) => ({ projectId: '10000', projectKey: 'PAY', programId });
const configured = (
  mappings: Partial<ConnectorConfiguration['mappings']>,
  projects = [of(101)],
): ConnectorConfiguration => ({
  projects,
  mappings: { toAlign: [], toJira: [], priorities: [], ...mappings },
});
const imported = (configuration: ConnectorConfiguration | null, base = BASE, saved = true) =>
  importConnector({ base, options: { ...OPTIONS, saved }, configuration });
const note = (notes: readonly ImportNote[], code: ImportNote['code'], alignType?: string) =>
  notes.find((one) => one.code === code && (alignType ?? one.alignType) === one.alignType);

test('without a connector for the project the draft is what it was', () => {
  const { draft, notes } = imported(null);
  expect(draft).toEqual(BASE);
  expect(notes.map(({ code }) => code)).toEqual(['NOT_CONNECTED_THERE']);
});

test('states are taken in both directions, each from its own rows, and the rest stays', () => {
  const { draft, notes } = imported(
    configured({
      toAlign: [state({ state: 1 }), state({ statusId: '4', statusName: 'Done', state: 5 })],
      toJira: [state({ statusId: '4', state: 5 })],
    }),
  );
  expect(draft.states.story).toEqual({
    toAlign: { '1': 1, '2': 2, '4': 5 },
    toJira: { 2: '2', 5: '4' },
  });
  expect(note(notes, 'STATES_TAKEN', 'story')).toMatchObject({ count: 3 });
  expect(note(notes, 'STATES_NONE', 'feature')).toBeDefined();
  expect(() => validateMapping(draft)).not.toThrow();
});

test('a status that the type does not have is named and not taken, even under a known name', () => {
  const gone = [
    state({ statusId: '99', statusName: 'Frozen' }),
    state({ statusId: '7', statusName: 'Open' }),
  ];
  const { draft, notes } = imported(configured({ toAlign: gone, toJira: gone }));
  expect(draft.states).toEqual(BASE.states);
  expect(note(notes, 'STATUSES_GONE')).toMatchObject({ names: ['Frozen', 'Open'] });
});

test('a status without an id is found by its name', () => {
  const row = state({ statusId: null, statusName: ' DONE', state: 5 });
  const { draft } = imported(configured({ toAlign: [row] }));
  expect(draft.states.story?.toAlign['4']).toBe(5);
});

test("the name of a state comes before its number, and one that Align's API lacks is named", () => {
  const { draft, notes } = imported(
    configured({
      toAlign: [
        state({ state: 77, stateName: 'accepted' }),
        state({ statusId: '2', state: 42, stateName: 'Parking lot' }),
      ],
    }),
  );
  expect(draft.states.story?.toAlign).toEqual({ '1': 5, '2': 2, '4': 3 });
  expect(note(notes, 'STATES_UNKNOWN')).toMatchObject({ names: ['Parking lot'] });
});

test('of two statuses for one state the first is taken, and the state is named', () => {
  const { draft, notes } = imported(
    configured({ toJira: [state({ state: 3 }), state({ statusId: '2', state: 3 })] }),
  );
  expect(draft.states.story?.toJira['3']).toBe('1');
  expect(note(notes, 'STATES_TWICE')).toMatchObject({ names: ['Dev Complete'] });
});

test('a type that nothing is mapped to gets no states', () => {
  const types = BASE.types.filter(({ alignType }) => alignType !== 'feature');
  const rows = [state({ type: 'feature', number: 2 })];
  const { draft, notes } = imported(configured({ toAlign: rows }), { ...BASE, types });
  expect(draft.states.feature).toBeUndefined();
  expect(note(notes, 'TYPE_NOT_MAPPED', 'feature')).toBeDefined();
});

test('rows of a level that the app does not know are left, and the level is named once', () => {
  const rows = [state({ type: null, number: 9 }), state({ type: null, number: 9 })];
  const priorities = [priority({ type: null, number: null })];
  const { draft, notes } = imported(configured({ toAlign: rows, priorities }));
  expect(draft.states).toEqual(BASE.states);
  expect(draft.values).toEqual(BASE.values);
  expect(note(notes, 'LEVELS_UNKNOWN')).toMatchObject({ names: ['9', '?'] });
});

test('priorities become pairs of names before those that were there', () => {
  const base = {
    ...BASE,
    values: {
      priority: [
        { jira: 'high', align: 'Low' },
        { jira: 'Trivial', align: 'Low' },
      ],
    },
  };
  const priorities = [
    priority({}),
    priority({ jiraName: 'Odd', alignId: 4, alignName: 'medium' }),
    priority({ jiraName: 'Strange', alignId: 17, alignName: 'Someday' }),
    priority({ jiraName: null, alignId: 2 }),
    priority({ jiraName: 'x'.repeat(256) }),
  ];
  const { draft, notes } = imported(configured({ priorities }), base);
  expect(draft.values.priority).toEqual([
    { jira: 'High', align: 'Critical' },
    { jira: 'Odd', align: 'Medium' },
    { jira: 'Trivial', align: 'Low' },
  ]);
  expect(note(notes, 'PRIORITIES_TAKEN')).toMatchObject({ count: 2 });
  expect(note(notes, 'PRIORITIES_NOT_TAKEN')?.names.slice(0, 2)).toEqual(['Strange', '2']);
});

test('of several programs the first that can be seen is taken, and all are named', () => {
  const { draft, notes } = imported(configured({}, [of(555), of(102), of(101)]));
  expect(draft).toMatchObject({ programId: 102, programName: 'Mobile' });
  expect(note(notes, 'SEVERAL_PROGRAMS')).toMatchObject({ names: ['555', 'Mobile', 'Payments'] });
});

test.each([
  ['none at all', null, []],
  ['one that cannot be seen', 555, ['555']],
])('with %s as its program the draft keeps its own', (_, programId, names) => {
  const { draft, notes } = imported(configured({}, [of(programId)]));
  expect(draft.programId).toBe(BASE.programId);
  expect(note(notes, 'PROGRAM_NOT_TAKEN')).toMatchObject({ names });
});

test('a project that is not mapped yet stays switched off; one that is keeps its switch', () => {
  for (const configuration of [null, configured({})]) {
    const fresh = imported(configuration, BASE, false);
    expect(fresh.draft.enabled).toBe(false);
    expect(note(fresh.notes, 'SYNC_IS_OFF')).toBeDefined();
    expect(imported(configuration, { ...BASE, enabled: false }).draft.enabled).toBe(false);
    expect(imported(configuration).draft.enabled).toBe(true);
  }
});
