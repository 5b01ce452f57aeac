/**
 * Guarantee: each kind of custom field goes across as what it is, in the form that the other side takes; what cannot
 * go is left alone with a reason, and an option or a person is never guessed. The laws of all fields hold for them
 * too: see `codec-laws.test.ts`.
 */
import { CustomField } from '../../../src/contract/common';
import { customField, type CustomFieldMapping } from '../../../src/contract/mapping';
import { activeFields, codecOf, extraJiraFields } from '../../../src/domain/fields';
import { htmlToAdf } from '../../../src/domain/rich-text';
import { PAIRINGS } from '../arbitrary-custom';
import { mappingOf } from '../arbitrary-mapping';
import { COMPLETE_DIRECTORY, referencesOf } from '../directory';
import { issueOf, itemOf } from '../arbitrary-sides';

const pairingOf = (kind: CustomFieldMapping['kind'], changes: Partial<CustomFieldMapping> = {}) => {
  const pairing = PAIRINGS.find((one) => one.kind === kind);
  if (pairing === undefined) throw new Error(`No pairing of ${kind}.`);
  return { ...pairing, ...changes };
};

const issue = issueOf({
  summary: 'Pay by card',
  description: null,
  status: { id: '1', name: 'To Do', category: 'new' },
  assignee: null,
  labels: [],
  fields: {},
  parentId: null,
});
const item = itemOf('story', {
  title: 'Pay by card',
  description: null,
  state: 1,
  ownerUid: null,
  tags: [],
  points: null,
  parentId: null,
});

/** One pairing with a value on each side, as the two APIs answer them. */
function held(pairing: CustomFieldMapping, jira: unknown, align: unknown[] | null = null) {
  const mapping = mappingOf('story', { customFields: [pairing] });
  const codec = codecOf(customField(pairing), mapping);
  const context = {
    mapping,
    alignType: 'story' as const,
    references: referencesOf(COMPLETE_DIRECTORY, issue, item),
  };
  const jiraValue = codec.jira.read({ ...issue, fields: { [pairing.jiraField]: jira } }, mapping);
  const customFields = { [pairing.alignField]: { position: 0, values: align } };
  const alignValue = codec.align.read({ ...item, customFields });
  return {
    toAlign: () => codec.toAlign(jiraValue, alignValue, context),
    toJira: () => {
      const conversion = codec.toJira(alignValue, jiraValue, context);
      return conversion.ok ? codec.jira.payload(conversion.value) : conversion.problem.code;
    },
    equal: codec.equal(jiraValue, alignValue, context),
  };
}

test.each<[CustomFieldMapping['kind'], unknown, unknown]>([
  ['text', 'Ana  Silva', 'Ana Silva'],
  ['paragraph', htmlToAdf('<p>One</p><ul><li><b>Two</b></li></ul>'), 'One\nTwo'],
  ['number', 2.5, 2.5],
  ['date', '2027-03-31', '2027-03-31'],
  ['choice', { id: '10001', value: 'Green' }, 'Green'],
  ['choices', [{ value: 'Red' }, { value: 'Green' }], ['Green', 'Warm']],
  ['user', { accountId: 'account-ana', displayName: 'Ana' }, '41'],
])('a %s of Jira goes to Align', (kind, jira, align) => {
  expect(held(pairingOf(kind), jira).toAlign()).toEqual({ ok: true, value: align });
});

test.each<[CustomFieldMapping['kind'], unknown[], unknown]>([
  ['text', ['Ana  Silva'], 'Ana Silva'],
  ['text', ['x'.repeat(256)], 'CUSTOM_TEXT_TOO_LONG'],
  ['paragraph', ['One\n\nTwo'], htmlToAdf('<p>One</p><p>Two</p>')],
  ['number', ['2.5'], 2.5],
  ['number', ['many'], 'CUSTOM_NOT_A_NUMBER'],
  ['date', ['2027-03-31T00:00:00Z'], '2027-03-31'],
  ['date', ['03/31/2027'], 'CUSTOM_NOT_A_DATE'],
  ['date', ['2027-02-30'], 'CUSTOM_NOT_A_DATE'],
  ['choice', ['Cold'], { value: 'Blue' }],
  ['choices', ['Ice', 'Green'], [{ value: 'Blue' }, { value: 'Green' }]],
  ['user', ['42'], { accountId: 'account-ana-too' }],
  ['user', ['nobody'], 'CUSTOM_NOT_IN_JIRA'],
])('a %s of Align goes to Jira, unless it cannot: %j', (kind, align, jira) => {
  expect(held(pairingOf(kind), null, align).toJira()).toEqual(jira);
});

test.each<CustomFieldMapping['kind']>(PAIRINGS.map(({ kind }) => kind))(
  'an empty %s is empty on the other side',
  (kind) => {
    const { equal, toJira } = held(pairingOf(kind), kind === 'choices' ? [] : null, null);
    expect(equal).toBe(true);
    expect(toJira()).toEqual(kind === 'choices' ? [] : null);
  },
);

test('words from Align never replace formatting in Jira', () => {
  const formatted = htmlToAdf('<p>See <a href="https://acme.example">the page</a></p>');
  expect(held(pairingOf('paragraph'), formatted, ['Another text']).toJira()).toBe(
    'CUSTOM_TEXT_FORMATTED',
  );
});

test('an option goes by the table of its pairing, else by its own name and by nothing near it', () => {
  const pairing = pairingOf('choice');
  expect(held(pairing, { value: 'Orange' }, ['Warm']).equal).toBe(true);
  expect(held(pairing, { value: 'green' }, ['Green']).equal).toBe(false);
  expect(held(pairing, { value: 'green' }).toAlign()).toEqual({ ok: true, value: 'green' });
});

test('the name of a field holds its pairing, and only ids can stand in it', () => {
  const pairing = pairingOf('text');
  expect(CustomField.parse(customField(pairing))).toBe(
    'custom:customfield_20000:customfield_90000',
  );
  expect(customField({ ...pairing, jiraField: 'customfield_1' })).not.toBe(customField(pairing));
  for (const bad of ['custom:a', 'custom:a:', 'custom:a b:c', 'custom:a:b/c', 'title:a:b']) {
    expect(CustomField.safeParse(bad).success).toBe(false);
  }
});

test('a pairing is kept in step for the types that it names, and read from Jira unless it is off', () => {
  const onFeatures = pairingOf('text', { alignTypes: ['feature'] });
  const off = pairingOf('number', { direction: 'off' });
  const mapping = mappingOf('story', { jiraFields: {} });
  const withThem = { ...mapping, customFields: [onFeatures, off] };
  expect(activeFields(withThem, 'feature')).toContain(customField(onFeatures));
  expect(activeFields(withThem, 'story')).not.toContain(customField(onFeatures));
  expect(activeFields(withThem, 'feature')).not.toContain(customField(off));
  expect(extraJiraFields(withThem)).toContain(onFeatures.jiraField);
  expect(extraJiraFields(withThem)).not.toContain(off.jiraField);
});
