import fc from 'fast-check';
import type { AlignType } from '../../src/contract/common';
import type { AlignItem } from '../../src/domain/align-item';
import { ALIGN_TYPES } from '../../src/domain/align-type';
import type { JiraIssue } from '../../src/domain/issue';
import { htmlToAdf } from '../../src/domain/rich-text';
import { POINTS_FIELD, STATUSES } from './arbitrary-mapping';

/** The mapped values of one issue. */
export type JiraValues = Pick<
  JiraIssue,
  'summary' | 'description' | 'status' | 'assignee' | 'labels' | 'fields' | 'parentId'
>;

/** The mapped values of one Align item. */
export type AlignValues = Pick<
  AlignItem,
  'title' | 'description' | 'state' | 'ownerUid' | 'tags' | 'points' | 'parentId'
>;

export const PEOPLE = ['ana', 'ana-too', 'ben', 'cem'].map((id) => ({
  accountId: `account-${id}`,
  name: `Name of ${id}`,
  email: `${id}@acme.example`,
}));
export const UIDS = ['41', '42', '43', 'a.name'];
export const ISSUE_IDS = ['9001', '9002', '9003'];
export const ITEM_IDS = [71, 72, 73];

const HTML = [
  '<p>Pay by card</p>',
  '<p>Pay by <b>card</b></p>',
  '<div>Pay  by card</div>',
  '<h2>שלום</h2><ul><li>👩‍👩‍👧‍👦 one</li></ul>',
  '<p>Pay by invoice</p>',
  '',
];
const ADF = [null, ...HTML.slice(0, 5).map((html) => htmlToAdf(html))];
const TITLES = ['Pay by card', 'Pay  by\tcard', 'Pay by card 2', 'دفع', '👩‍👩‍👧‍👦 🇩🇪', 'x'.repeat(255)];

/** What Jira lets a person enter: one line, not empty, at most 255 characters. */
const anySummary = fc.oneof(
  fc.constantFrom(...TITLES),
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
    .map((text) => text.replace(/\s+/gu, ' ').trim())
    .filter((text) => text !== ''),
);

const anyTitle = fc.oneof(
  anySummary,
  fc.constantFrom('', ' ', 'line\nline', 'x'.repeat(256), '😀'.repeat(200)),
  fc.string({ unit: 'binary', maxLength: 20 }),
);

const anyPoints = fc.constantFrom(null, 0, 1, 2, 3, 5.5, 13);

export const anyJiraValues: fc.Arbitrary<JiraValues> = fc.record({
  summary: anySummary,
  description: fc.constantFrom(...ADF),
  status: fc.constantFrom(...STATUSES),
  assignee: fc.constantFrom(null, ...PEOPLE),
  labels: fc.subarray(['web', 'big_screen', 'a,b', 'ünï', '🚀']),
  fields: anyPoints.map((points) => ({ [POINTS_FIELD]: points })),
  parentId: fc.constantFrom(null, ...ISSUE_IDS),
});

export function anyAlignValues(type: AlignType): fc.Arbitrary<AlignValues> {
  return fc.record({
    title: anyTitle,
    description: fc.constantFrom(null, ...HTML),
    state: fc.constantFrom(null, 77, ...ALIGN_TYPES[type].states.map(({ value }) => value)),
    ownerUid: fc.constantFrom(null, ...UIDS),
    tags: fc.subarray(['web', 'big screen', ' big_screen', '', 'ünï', 'y'.repeat(256)]),
    points: anyPoints,
    parentId: fc.constantFrom(null, 0, ...ITEM_IDS),
  });
}

export const CREATED = '2026-11-01T08:00:00.000Z';

/** ISO time so many seconds after the two sides were created. */
export function after(seconds: number): string {
  return new Date(Date.parse(CREATED) + seconds * 1000).toISOString();
}

export function issueOf(values: JiraValues, rest: Partial<JiraIssue> = {}): JiraIssue {
  return {
    id: '9000',
    key: 'PAY-7',
    projectId: '10000',
    issueTypeId: '20001',
    updated: after(0),
    parentTypeId: null,
    creator: null,
    mark: null,
    changes: [],
    ...values,
    ...rest,
  };
}

export function itemOf(
  type: AlignType,
  values: AlignValues,
  rest: Partial<AlignItem> = {},
): AlignItem {
  return {
    type,
    id: 501,
    programId: 9,
    updated: after(0),
    updatedBy: '41',
    created: CREATED,
    createdBy: '41',
    removed: false,
    links: null,
    foreignKey: null,
    ...values,
    ...rest,
  };
}
