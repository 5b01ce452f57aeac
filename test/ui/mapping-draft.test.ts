/**
 * Guarantee: each step of a person who edits a mapping changes what it is about and nothing else, keeps what the
 * person chose before, and takes suggestions for states from the back end alone.
 */
import {
  nextDraft,
  statusesOf,
  usedAlignTypes,
  withoutLeftovers,
  type DraftStep,
} from '../../static/src/mapping/draft';
import { ProjectMapping } from '../../src/contract';
import { BUG_STATES, NOTHING_MAPPED, OPTIONS, STORY_STATES } from './mapping-samples';

const after = (...steps: DraftStep[]) =>
  steps.reduce((draft, step) => nextDraft(draft, step, OPTIONS), NOTHING_MAPPED);
const story = { step: 'type', issueTypeId: '1', alignType: 'story' } as const;
const bugAsStory = { step: 'type', issueTypeId: '2', alignType: 'story' } as const;

test('a type that is mapped brings the states suggested for it', () => {
  const draft = after(story);
  expect(draft.types).toEqual([{ issueTypeId: '1', issueTypeName: 'Story', alignType: 'story' }]);
  expect(draft.states).toEqual({ story: STORY_STATES });
});

test('a second type on the same Align type adds its own statuses and overrules nothing', () => {
  const { states } = after(story, bugAsStory);
  expect(states.story).toEqual({
    toAlign: { ...STORY_STATES.toAlign, '20': BUG_STATES.toAlign['20'] },
    toJira: STORY_STATES.toJira,
  });
});

test('a type that is mapped elsewhere keeps its place in the list', () => {
  const draft = after(story, bugAsStory, { ...story, alignType: 'defect' });
  expect(draft.types.map(({ issueTypeId, alignType }) => [issueTypeId, alignType])).toEqual([
    ['1', 'defect'],
    ['2', 'story'],
  ]);
  expect(draft.states.defect).toEqual(STORY_STATES);
});

test('what a person chose for a state outlives a change of the type and back', () => {
  const chosen = { step: 'toAlign', alignType: 'story', statusId: '10', state: 5 } as const;
  const draft = after(story, chosen, { ...story, alignType: null }, story);
  expect(draft.states.story?.toAlign['10']).toBe(5);
});

test('an import takes the place of the whole draft, and what the person changes after it is kept', () => {
  const imported = { ...NOTHING_MAPPED, programId: 7 };
  const draft = after(
    story,
    { step: 'imported', draft: imported },
    { step: 'adoptForeign', on: true },
  );
  expect(draft).toEqual({ ...imported, adoptForeign: true });
});

test('an issue type the project does not have is not mapped', () => {
  expect(after({ ...story, issueTypeId: '404' }).types).toEqual([]);
});

test('a choice that is taken back leaves no entry behind, in either direction', () => {
  const draft = after(
    story,
    { step: 'toAlign', alignType: 'story', statusId: '10', state: null },
    { step: 'toJira', alignType: 'story', state: 5, statusId: null },
  );
  expect(draft.states.story).toEqual({ toAlign: { '99': 5 }, toJira: { '1': '10' } });
});

test('a field keeps its policy when its direction changes, and the other fields stay', () => {
  const draft = after(
    { step: 'field', field: 'title', rule: { policy: 'jira' } },
    { step: 'field', field: 'title', rule: { direction: 'to-align' } },
  );
  expect(draft.fields).toEqual({
    ...NOTHING_MAPPED.fields,
    title: { direction: 'to-align', policy: 'jira' },
  });
});

test.each<[DraftStep, Partial<ProjectMapping>]>([
  [
    { step: 'program', id: 7, title: 'Mobile' },
    { programId: 7, programName: 'Mobile' },
  ],
  [{ step: 'jiraField', field: 'points', fieldId: null }, { jiraFields: {} }],
  [
    { step: 'jiraField', field: 'sprint', fieldId: 'customfield_7' },
    { jiraFields: { ...NOTHING_MAPPED.jiraFields, sprint: 'customfield_7' } },
  ],
  [
    { step: 'values', field: 'team', pairs: [{ jira: 'A', align: 'B' }] },
    { values: { team: [{ jira: 'A', align: 'B' }] } },
  ],
  [
    {
      step: 'typeField',
      alignType: 'story',
      field: 'title',
      rule: { direction: 'off', policy: 'jira' },
    },
    { typeFields: { story: { title: { direction: 'off', policy: 'jira' } } } },
  ],
  [{ step: 'resolvedIsSticky', on: true }, { resolvedIsSticky: true }],
  [{ step: 'resolution', name: 'Fixed' }, { resolution: 'Fixed' }],
  [{ step: 'resolution', name: ' ' }, { resolution: null }],
  [{ step: 'createInJira', on: false }, { createInJira: false }],
  [{ step: 'enabled', on: false }, { enabled: false }],
])('%j changes that alone', (step, changed) => {
  expect(after(step)).toEqual({ ...NOTHING_MAPPED, ...changed });
});

test('no step changes the draft it starts from', () => {
  const before = after(story);
  const copy = structuredClone(before);
  nextDraft(before, bugAsStory, OPTIONS);
  nextDraft(before, { step: 'toJira', alignType: 'story', state: 5, statusId: '10' }, OPTIONS);
  nextDraft(before, { step: 'field', field: 'labels', rule: { direction: 'off' } }, OPTIONS);
  expect(before).toEqual(copy);
});

test('Align types in use come in the order of the hierarchy, each once', () => {
  const draft = after({ step: 'type', issueTypeId: '3', alignType: 'task' }, bugAsStory, {
    ...story,
    alignType: 'story',
  });
  expect(usedAlignTypes(draft)).toEqual(['story', 'task']);
});

test('a status that two issue types share is offered once', () => {
  expect(statusesOf(after(story, bugAsStory), 'story', OPTIONS).map(({ id }) => id)).toEqual([
    '10',
    '99',
    '20',
  ]);
});

test('states of a type that is no longer used are not saved, and what is saved fits the contract', () => {
  const saved = withoutLeftovers(after(story, { ...story, alignType: 'defect' }));
  expect(Object.keys(saved.states)).toEqual(['defect']);
  expect(ProjectMapping.parse(saved)).toEqual(saved);
});
