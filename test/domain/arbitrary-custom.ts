import fc from 'fast-check';
import type { CustomField } from '../../src/contract/common';
import {
  customField,
  type CustomFieldKind,
  type CustomFieldMapping,
} from '../../src/contract/mapping';
import type { AlignCustomField } from '../../src/domain/align-item';
import { htmlToAdf } from '../../src/domain/rich-text';

const KINDS: readonly CustomFieldKind[] = [
  'text',
  'paragraph',
  'number',
  'date',
  'choice',
  'choices',
  'user',
];

const jiraId = (index: number) => `customfield_2000${index}`;
const alignId = (index: number) => `customfield_9000${index}`;

/** One pairing of each kind. Of the options, two of Jira go by one of Align, and one of Jira by two of Align. */
export const PAIRINGS: readonly CustomFieldMapping[] = KINDS.map((kind, index) => ({
  name: `Custom ${kind}`,
  jiraField: jiraId(index),
  alignField: alignId(index),
  kind,
  direction: 'both',
  policy: 'newest',
  values: ['choice', 'choices'].includes(kind)
    ? [
        { jira: 'Red', align: 'Warm' },
        { jira: 'Orange', align: 'Warm' },
        { jira: 'Blue', align: 'Cold' },
        { jira: 'Blue', align: 'Ice' },
      ]
    : [],
  alignTypes: [],
}));

export const CUSTOM_FIELDS: readonly CustomField[] = PAIRINGS.map(customField);

const option = (value: string) => ({ value, id: '1' });
const PEOPLE = ['ana', 'ben', 'cem'].map((id) => ({
  accountId: `account-${id}`,
  displayName: `Name of ${id}`,
}));

const jiraOf: Readonly<Record<CustomFieldKind, fc.Arbitrary<unknown>>> = {
  text: fc.constantFrom(null, 'one', 'two  words', 'שלום 👩‍👩‍👧‍👦'),
  paragraph: fc
    .constantFrom('<p>One</p><p>Two</p>', '<p>One<br>Two</p>', '<p>One <b>bold</b></p>', '<p>x</p>')
    .map((html) => htmlToAdf(html)),
  number: fc.constantFrom(null, 0, 1, -2.5, 1e21),
  date: fc.constantFrom(null, '2026-02-28', '2027-12-31'),
  choice: fc.constantFrom(null, ...['Red', 'Orange', 'Blue', 'Green'].map(option)),
  choices: fc.subarray(['Red', 'Orange', 'Blue', 'Green']).map((names) => names.map(option)),
  user: fc.constantFrom(null, ...PEOPLE),
};

const one = (...values: unknown[]) =>
  fc.constantFrom<unknown[] | null>(null, [], ...values.map((v) => [v]));

const alignOf: Readonly<Record<CustomFieldKind, fc.Arbitrary<unknown[] | null>>> = {
  text: one('one', ' two words ', 'x'.repeat(256), 'a\nb'),
  paragraph: one('One\nTwo', 'One\r\n\r\nTwo ', '<p>One</p><p>Two</p>', '1 < 2'),
  number: one(0, '1', 1, ' -2.5', 'many'),
  date: one('2026-02-28', '2026-02-28T00:00:00Z', '2026-02-30', 'soon'),
  choice: one('Warm', 'Cold', 'Ice', 'Green', 'Red'),
  choices: fc.option(fc.subarray<unknown>(['Warm', 'Cold', 'Ice', 'Green'])),
  user: one('41', 42, '43', 'a.name'),
};

/** Jira's raw values of all pairings. */
export const anyJiraCustom: fc.Arbitrary<Record<string, unknown>> = fc.record(
  Object.fromEntries(KINDS.map((kind, index) => [jiraId(index), jiraOf[kind]])),
);

/** Align's custom fields of all pairings. */
export const anyAlignCustom: fc.Arbitrary<Record<string, AlignCustomField>> = fc.record(
  Object.fromEntries(
    KINDS.map((kind, position) => [
      alignId(position),
      alignOf[kind].map((values) => ({ position, values })),
    ]),
  ),
);

/** What Jira answers for a custom field after it has taken a REST value. */
export function jiraAnswers(payload: unknown): unknown {
  const { accountId } = (payload ?? {}) as { accountId?: string };
  return accountId === undefined
    ? payload
    : (PEOPLE.find((person) => person.accountId === accountId) ?? {
        accountId,
        displayName: accountId,
      });
}
