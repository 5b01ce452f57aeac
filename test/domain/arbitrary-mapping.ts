import fc from 'fast-check';
import { SystemField, type AlignType, type FieldName } from '../../src/contract/common';
import {
  customField,
  type FieldRule,
  type ProjectMapping,
  type StateMapping,
} from '../../src/contract/mapping';
import { GENTLEST_REMOVAL } from '../../src/domain/mapping';
import { ALIGN_TYPES } from '../../src/domain/align-type';
import type { JiraStatus } from '../../src/domain/issue';
import { CUSTOM_FIELDS, PAIRINGS } from './arbitrary-custom';

export const POINTS_FIELD = 'customfield_10016';

/** The Jira field behind every field that has none of its own. */
export const JIRA_FIELDS = {
  points: POINTS_FIELD,
  startDate: 'customfield_10015',
  targetDate: 'customfield_10023',
  acceptedDate: 'customfield_10024',
  blocked: 'customfield_10021',
  blockedReason: 'customfield_10025',
  increment: 'customfield_10026',
  sprint: 'customfield_10020',
  team: 'customfield_10001',
} as const satisfies ProjectMapping['jiraFields'];

/** The workflow of every generated issue. */
export const STATUSES: readonly JiraStatus[] = [
  { id: '1', name: 'To Do', category: 'new' },
  { id: '2', name: 'In Progress', category: 'indeterminate' },
  { id: '3', name: 'In Review', category: 'indeterminate' },
  { id: '4', name: 'Done', category: 'done' },
  { id: '5', name: 'Rejected', category: 'done' },
];

export const FIELDS: readonly FieldName[] = [...SystemField.options, ...CUSTOM_FIELDS];

export const ALIGN_TYPE_NAMES = Object.keys(ALIGN_TYPES) as AlignType[];
export const anyAlignType = fc.constantFrom(...ALIGN_TYPE_NAMES);

export const anyRule: fc.Arbitrary<FieldRule> = fc.record({
  direction: fc.constantFrom('both', 'to-align', 'to-jira', 'off'),
  policy: fc.constantFrom('newest', 'jira', 'align'),
});

/** Both ways, with any policy. */
export const anyTwoWayRule: fc.Arbitrary<FieldRule> = anyRule.map((rule) => ({
  ...rule,
  direction: 'both',
}));

/** Any correspondence: many statuses to one state, contradictions between the two ways, gaps, none at all. */
export function anyStates(type: AlignType): fc.Arbitrary<StateMapping | undefined> {
  const state = fc.constantFrom(...ALIGN_TYPES[type].states.map(({ value }) => value));
  const status = fc.constantFrom(...STATUSES.map(({ id }) => id));
  return fc.option(
    fc.record({
      toAlign: fc.dictionary(status, state),
      toJira: fc.dictionary(state.map(String), status),
    }),
    { nil: undefined, freq: 8 },
  );
}

const CHOICES = ['priority', 'increment', 'sprint', 'fixVersion', 'team'] as const;

/** Pairs of names: several to one, one to several, names that nothing has. */
const anyValuePairs: fc.Arbitrary<ProjectMapping['values']> = fc
  .array(
    fc.record({
      field: fc.constantFrom(...CHOICES),
      jira: fc.constantFrom('Alpha', 'Beta', 'High', 'Medium', 'Nowhere'),
      align: fc.constantFrom('ALPHA', 'Gamma', 'Critical', 'Normal', 'Nowhere'),
    }),
    { maxLength: 4 },
  )
  .map((pairs) =>
    Object.fromEntries(
      CHOICES.map((field) => [
        field,
        pairs.filter((pair) => pair.field === field).map(({ jira, align }) => ({ jira, align })),
      ]),
    ),
  );

/** A mapping for items of one type, with every field kept in step both ways, that the caller changes at will. */
export function mappingOf(
  type: AlignType,
  changes: Partial<Omit<ProjectMapping, 'fields'>> & {
    fields?: Partial<Record<FieldName, FieldRule>>;
  } = {},
): ProjectMapping {
  const { parent } = ALIGN_TYPES[type];
  const both: FieldRule = { direction: 'both', policy: 'newest' };
  const fields = Object.fromEntries(FIELDS.map((field) => [field, both]));
  const whole: ProjectMapping = {
    version: 1,
    projectId: '10000',
    projectKey: 'PAY',
    projectName: 'Payments',
    programId: 9,
    programName: 'Payments program',
    enabled: true,
    createInJira: true,
    adoptForeign: false,
    types: [
      { issueTypeId: '20001', issueTypeName: 'Main', alignType: type },
      ...(parent === null
        ? []
        : [{ issueTypeId: '20002', issueTypeName: 'Parent', alignType: parent }]),
    ],
    states: { [type]: { toAlign: { '1': 1, '2': 2, '4': 3 }, toJira: { 1: '1', 2: '2', 3: '4' } } },
    resolvedIsSticky: false,
    resolution: null,
    ...GENTLEST_REMOVAL,
    typeFields: {},
    customFields: [...PAIRINGS],
    values: {},
    jiraFields: JIRA_FIELDS,
    ...changes,
    fields: fields as ProjectMapping['fields'],
  };
  return ruled(whole, (field) => changes.fields?.[field] ?? both);
}

/** The same mapping with another rule for every field. */
export function ruled(
  mapping: ProjectMapping,
  rule: (field: FieldName) => FieldRule,
): ProjectMapping {
  const fields = SystemField.options.map((field) => [field, rule(field)]);
  return {
    ...mapping,
    fields: Object.fromEntries(fields) as ProjectMapping['fields'],
    customFields: mapping.customFields.map((pairing) => ({
      ...pairing,
      ...rule(customField(pairing)),
    })),
  };
}

/** Any mapping for items of one type. */
export function anyMapping(
  type: AlignType,
  rule: fc.Arbitrary<FieldRule> = anyRule,
): fc.Arbitrary<ProjectMapping> {
  return fc
    .record({
      rules: fc.tuple(...FIELDS.map(() => rule)),
      states: anyStates(type),
      withPoints: fc.boolean(),
      withParent: fc.boolean(),
      values: anyValuePairs,
    })
    .map(({ rules, states, withPoints, withParent, values }) => {
      const fields = Object.fromEntries(FIELDS.map((field, i) => [field, rules[i]]));
      const whole = mappingOf(type, { fields });
      return {
        ...whole,
        types: withParent ? whole.types : whole.types.slice(0, 1),
        states: states === undefined ? {} : { [type]: states },
        values,
        jiraFields: withPoints ? JIRA_FIELDS : { ...JIRA_FIELDS, points: undefined },
      };
    });
}
