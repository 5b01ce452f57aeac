/**
 * Guarantee: before a mapping is saved the editor says what would fail or surprise, beside the part it is about,
 * and refuses only what the server would refuse or what would sync nothing.
 */
import { checkMapping } from '../../static/src/mapping/check-mapping';
import { nextDraft, type DraftStep } from '../../static/src/mapping/draft';
import { NOTHING_MAPPED, OPTIONS } from './mapping-samples';

const STORY: DraftStep = { step: 'type', issueTypeId: '1', alignType: 'story' };
const findingsAfter = (...steps: DraftStep[]) =>
  checkMapping(
    steps.reduce((draft, step) => nextDraft(draft, step, OPTIONS), NOTHING_MAPPED),
    OPTIONS,
  );
const told = (...steps: DraftStep[]) =>
  findingsAfter(...steps).map(({ severity, section, text }) => `${section} ${severity} ${text}`);

test('a mapping with every status and state answered has nothing to tell', () => {
  expect(told(STORY)).toEqual([]);
});

test('a mapping without types is refused', () => {
  expect(told()).toEqual(['types error mapping.check.noTypes']);
});

test('tasks without stories are refused', () => {
  expect(told({ step: 'type', issueTypeId: '3', alignType: 'task' })).toContain(
    'types error mapping.check.taskWithoutStory',
  );
});

test('a sub-task that is no task, and a task that is no sub-task, are pointed out by name', () => {
  const findings = findingsAfter(
    STORY,
    { step: 'type', issueTypeId: '3', alignType: 'story' },
    { step: 'type', issueTypeId: '2', alignType: 'task' },
  ).filter(({ section }) => section === 'types');
  expect(findings.map(({ severity, text, values }) => [severity, text, values])).toEqual([
    ['warning', 'mapping.check.subtask', { name: 'Sub-task' }],
    ['warning', 'mapping.check.task', { name: 'Bug' }],
  ]);
});

test('a type that the project has lost is pointed out, and can still be saved', () => {
  const types = [{ issueTypeId: '404', issueTypeName: 'Chore', alignType: 'story' as const }];
  const findings = checkMapping({ ...NOTHING_MAPPED, types }, OPTIONS);
  expect(findings).toContainEqual({
    section: 'types',
    severity: 'warning',
    text: 'mapping.check.typeGone',
    values: { name: 'Chore' },
  });
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('statuses and states without an answer are named, at the type they belong to', () => {
  const findings = findingsAfter(
    STORY,
    { step: 'toAlign', alignType: 'story', statusId: '10', state: null },
    { step: 'toJira', alignType: 'story', state: 1, statusId: null },
    { step: 'toJira', alignType: 'story', state: 5, statusId: null },
  );
  expect(findings).toEqual([
    {
      section: 'states',
      severity: 'warning',
      alignType: 'story',
      text: 'mapping.check.noState',
      values: { count: 1, names: 'Story begins' },
    },
    {
      section: 'states',
      severity: 'warning',
      alignType: 'story',
      text: 'mapping.check.noStatus',
      values: { count: 2, names: 'Ready, Accepted' },
    },
  ]);
});

test.each([
  ['to-align', ['mapping.check.noState']],
  ['to-jira', ['mapping.check.noStatus']],
  ['off', []],
] as const)('with states going %s, only that direction is asked about', (direction, texts) => {
  const findings = findingsAfter(
    STORY,
    { step: 'toAlign', alignType: 'story', statusId: '10', state: null },
    { step: 'toJira', alignType: 'story', state: 1, statusId: null },
    { step: 'field', field: 'state', rule: { direction } },
  );
  expect(findings.map(({ text }) => text)).toEqual(texts);
});

test('points without a field are a warning, a field that is gone is an error, and neither counts when points are off', () => {
  const gone: DraftStep = { step: 'jiraField', field: 'points', fieldId: 'customfield_1' };
  const off: DraftStep = { step: 'field', field: 'points', rule: { direction: 'off' } };
  expect(told(STORY, { step: 'jiraField', field: 'points', fieldId: null })).toEqual([
    'fields warning mapping.check.noJiraField',
  ]);
  expect(told(STORY, gone)).toEqual(['fields error mapping.check.jiraFieldGone']);
  expect(told(STORY, gone, off)).toEqual([]);
});

test('two fields in one Jira field are an error, unless one of them is off', () => {
  const both: DraftStep = { step: 'field', field: 'sprint', rule: { direction: 'both' } };
  const same: DraftStep = { step: 'jiraField', field: 'sprint', fieldId: 'customfield_10016' };
  expect(told(STORY, same, both)).toEqual(['fields error mapping.check.jiraFieldTwice']);
  expect(told(STORY, same)).toEqual([]);
});

test("taking over another connector's items is warned of, as long as it is on", () => {
  const on: DraftStep = { step: 'adoptForeign', on: true };
  expect(told(STORY, on)).toEqual(['create warning mapping.check.adoptForeign']);
  expect(told(STORY, on, { ...on, on: false })).toEqual([]);
});
