/**
 * Guarantee: in whichever usual form Jira Align tells of its custom fields, they are found with their names, kinds and
 * options; what cannot be read is left out, and never an error.
 */
import fc from 'fast-check';
import { customFieldsIn } from '../../src/align/custom-field-meta';
import { CustomFieldOptions, pairingKind, type CustomFieldKind } from '../../src/contract';

const REGION = {
  id: 'customfield_7',
  name: 'Region',
  kind: 'choice',
  options: ['North', 'South'],
};
const OPTIONS = [
  { id: 1, value: 'North' },
  { id: 2, value: 'South' },
];

test.each<[string, unknown]>([
  [
    'by their names',
    { customFields: { customfield_7: { name: 'Region', type: 'dropdown', options: OPTIONS } } },
  ],
  [
    'in a list',
    { customFields: [{ key: 'customfield_7', label: 'Region', type: 'List', options: OPTIONS }] },
  ],
  [
    'in a list, by numbers',
    [{ id: 7, title: 'Region', fieldType: 'Dropdown', values: ['North', 'South'] }],
  ],
  [
    'in a list of objects with one key each',
    [{ customfield_7: { name: 'Region', type: 'Drop Down', options: { 1: 'North', 2: 'South' } } }],
  ],
  [
    'among all fields',
    {
      fields: {
        title: { name: 'Title', type: 'string' },
        customfield_7: { name: 'Region', schema: { type: 'option' }, allowedValues: OPTIONS },
      },
    },
  ],
  [
    'without anything around them',
    { title: 'x', customfield_7: { name: 'Region', type: 4, options: OPTIONS } },
  ],
])('fields %s are read', (_form, meta) => {
  expect(customFieldsIn(meta)).toEqual([REGION]);
});

test.each<[string, CustomFieldKind]>([
  ['Text Box', 'text'],
  ['Text Area', 'paragraph'],
  ['Multi-line text', 'paragraph'],
  ['number', 'number'],
  ['Date', 'date'],
  ['Single select', 'choice'],
  ['Multi-select dropdown', 'choices'],
  ['Checkboxes', 'choices'],
  ['User', 'user'],
  ['something else', 'text'],
])('a field of the type %s is one of %s', (type, kind) => {
  expect(customFieldsIn({ customfield_1: { name: 'F', type } })).toMatchObject([{ kind }]);
});

test('a field without a name goes by its id', () => {
  expect(customFieldsIn({ customfield_1: {} })).toEqual([
    { id: 'customfield_1', name: 'customfield_1', kind: 'text', options: [] },
  ]);
});

test('whatever is answered, what is read fits the contract', () => {
  const field = fc.record({ name: fc.anything(), type: fc.anything(), options: fc.anything() });
  const meta = fc.oneof(
    fc.anything(),
    fc.record({ customFields: fc.dictionary(fc.constantFrom('customfield_1', 'x y'), field) }),
    fc.array(fc.oneof(field, fc.anything())),
  );
  fc.assert(
    fc.property(meta, (answer) => {
      const alignFields = customFieldsIn(answer).map((one) => ({ ...one, alignTypes: [] }));
      const options = { alignFields, unlisted: [], jiraOptions: {} };
      expect(CustomFieldOptions.parse(options)).toEqual(options);
    }),
  );
});

test('fields of two kinds make no pairing, and a text of any length fits a text', () => {
  expect(pairingKind('select', 'choice')).toBe('choice');
  expect(pairingKind('flag', 'choices')).toBe('choices');
  expect(pairingKind('text', 'paragraph')).toBe('text');
  expect(pairingKind('paragraph', 'text')).toBe('paragraph');
  expect(pairingKind('number', 'text')).toBeNull();
  expect(pairingKind('select', 'choices')).toBeNull();
  // Jira takes a version by another name than an option.
  expect(pairingKind('version', 'choice')).toBeNull();
});
