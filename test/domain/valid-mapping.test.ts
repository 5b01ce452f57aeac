/**
 * Guarantee: a mapping that cannot work is not saved, and the admin is told which part of the form is at fault and
 * what to do about it.
 */
import type { ProjectMapping } from '../../src/contract/mapping';
import { InvalidMappingError } from '../../src/domain/invalid-mapping';
import { validateMapping } from '../../src/domain/validate-mapping';
import {
  alignTypeOf,
  defaultFieldRules,
  issueTypeOf,
  mappedAlignTypes,
} from '../../src/domain/mapping';
import { SystemField } from '../../src/contract/common';
import { ALIGN_TYPE_NAMES, mappingOf } from './arbitrary-mapping';

function faultOf(mapping: ProjectMapping): InvalidMappingError {
  try {
    validateMapping(mapping);
  } catch (error) {
    if (error instanceof InvalidMappingError) return error;
    throw error;
  }
  throw new Error('The mapping was taken for valid.');
}

const typed = (issueTypeId: string, alignType: ProjectMapping['types'][number]['alignType']) => ({
  issueTypeId,
  issueTypeName: `Type ${issueTypeId}`,
  alignType,
});

test.each(ALIGN_TYPE_NAMES)('a whole mapping of %s is valid', (type) => {
  expect(() => validateMapping(mappingOf(type))).not.toThrow();
});

test('a mapping without states is valid: states are then reported one by one as not mapped', () => {
  expect(() => validateMapping(mappingOf('story', { states: {} }))).not.toThrow();
});

test('two issue types may share an Align type', () => {
  const types = [typed('1', 'story'), typed('2', 'story')];
  expect(() => validateMapping(mappingOf('story', { types }))).not.toThrow();
});

test('a state of a type that is not mapped is not looked at', () => {
  const states = {
    story: { toAlign: { '1': 1 }, toJira: {} },
    epic: { toAlign: { '1': 9 }, toJira: {} },
  };
  expect(() =>
    validateMapping(mappingOf('story', { states, types: [typed('1', 'story')] })),
  ).not.toThrow();
});

test.each<[string, Partial<ProjectMapping>, string, RegExp]>([
  [
    'issues to be moved to no status',
    { whenItemRemoved: 'transition', removedStatusId: null },
    'removedStatusId',
    /no status/,
  ],
  ['no issue type', { types: [] }, 'types', /No issue type/],
  [
    'one issue type twice',
    { types: [typed('1', 'story'), typed('1', 'defect')] },
    'types',
    /"Type 1" is mapped twice/,
  ],
  [
    'a state that the type does not have',
    { types: [typed('1', 'epic')], states: { epic: { toAlign: { '1': 4 }, toJira: {} } } },
    'states.epic',
    /Epic has no state 4/,
  ],
  [
    'tasks without stories',
    { types: [typed('1', 'task'), typed('2', 'feature')] },
    'types',
    /needs a story/,
  ],
])('%s is refused, naming the place and a remedy', (_what, changes, field, message) => {
  const fault = faultOf(mappingOf('story', changes));
  expect(fault).toMatchObject({ code: 'MAPPING_INVALID', field });
  expect(fault.message).toMatch(message);
  expect(fault.remedy).toMatch(/^[A-Z].*\.$/);
});

test('tasks are valid next to stories', () => {
  const types = [typed('1', 'task'), typed('2', 'story')];
  expect(() => validateMapping(mappingOf('task', { types }))).not.toThrow();
});

test('the first issue type of an Align type is the one that a new item becomes', () => {
  const types = [typed('1', 'story'), typed('2', 'defect'), typed('3', 'story')];
  const mapping = mappingOf('story', { types });
  expect(issueTypeOf(mapping, 'story')?.issueTypeId).toBe('1');
  expect(issueTypeOf(mapping, 'task')).toBeNull();
  expect(alignTypeOf(mapping, '3')).toBe('story');
  expect(alignTypeOf(mapping, '4')).toBeNull();
  expect(mappedAlignTypes(mapping)).toEqual(['story', 'defect']);
});

test('the default rules name every field, and keep both ways in step what every site has', () => {
  const rules = defaultFieldRules();
  expect(Object.keys(rules).sort()).toEqual([...SystemField.options].sort());
  expect(SystemField.options.filter((field) => rules[field].direction === 'both')).toEqual([
    'title',
    'description',
    'state',
    'owner',
    'labels',
    'points',
    'parent',
  ]);
});

const custom = (jiraField: string, alignField: string, values: object[] = []) => ({
  name: 'Sponsor',
  jiraField,
  alignField,
  kind: 'choice' as const,
  direction: 'both' as const,
  policy: 'newest' as const,
  values: values as { jira: string; align: string }[],
  alignTypes: [],
});

test.each([
  ['a Jira field that the app keeps in step anyway', [custom('summary', 'customfield_1')]],
  ['a Jira field in two pairings', [custom('customfield_7', 'a'), custom('customfield_7', 'b')]],
  ['an Align field in two pairings', [custom('customfield_7', 'a'), custom('customfield_8', 'a')]],
  [
    'a pair of options that stands twice',
    [
      custom('customfield_7', 'a', [
        { jira: 'x', align: 'y' },
        { jira: 'x', align: 'y' },
      ]),
    ],
  ],
])('%s is refused, and the field of the form is named', (_what, customFields) => {
  const mapping = { ...mappingOf('story'), customFields };
  expect(() => validateMapping(mapping)).toThrow(InvalidMappingError);
  expect(() =>
    validateMapping({ ...mapping, customFields: customFields.slice(0, -1) }),
  ).not.toThrow();
});

test('the Jira field of a field that is switched off can be paired, and one that is on cannot', () => {
  const mapping = mappingOf('story');
  const pairing = [custom('customfield_7', 'a')];
  const withSprint = (direction: 'off' | 'both') => ({
    ...mapping,
    jiraFields: { ...mapping.jiraFields, sprint: 'customfield_7' },
    fields: { ...mapping.fields, sprint: { direction, policy: 'newest' as const } },
    customFields: pairing,
  });
  expect(() => validateMapping(withSprint('off'))).not.toThrow();
  expect(() => validateMapping(withSprint('both'))).toThrow(/already kept in step/);
});
