import fc from 'fast-check';
import type { AlignType } from '../../src/contract/common';
import type { AlignItem, AlignMore } from '../../src/domain/align-item';
import { ALIGN_TYPES } from '../../src/domain/align-type';
import type { JiraIssue } from '../../src/domain/issue';
import { htmlToAdf } from '../../src/domain/rich-text';
import { anyAlignCustom, anyJiraCustom } from './arbitrary-custom';
import { JIRA_FIELDS, STATUSES } from './arbitrary-mapping';

/** The mapped values of one issue. */
export type JiraValues = Pick<
  JiraIssue,
  'summary' | 'description' | 'status' | 'assignee' | 'labels' | 'fields' | 'parentId'
>;

/** The mapped values of one Align item. */
export type AlignValues = Pick<
  AlignItem,
  'title' | 'description' | 'state' | 'ownerUid' | 'tags' | 'points' | 'parentId' | 'more'
> &
  Partial<Pick<AlignItem, 'customFields'>>;

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

const DAYS = ['2026-12-01', '2026-12-24', '2027-01-31'];

const named = (...names: string[]) => names.map((name, i) => ({ id: String(i + 1), name }));

const sprint = (id: string, name: string, state: string, ends: string | null) => ({
  id,
  name,
  state,
  endDate: ends === null ? null : `${ends}T10:00:00.000Z`,
});

/** Sprints as an issue holds them: two that end on one day, one without an end, one that is over. */
export const SPRINTS = [
  sprint('1', 'Alpha', 'active', '2026-12-01'),
  sprint('2', 'Beta', 'future', '2026-12-15'),
  sprint('3', 'beta 2', 'future', '2026-12-15'),
  sprint('4', 'Delta', 'future', null),
  sprint('5', 'Epsilon', 'closed', '2026-11-17'),
];

/** What the fields of choices can hold in Jira: some names also in Align, some in another case, some twice. */
export const JIRA_CHOICES = {
  priority: named('Highest', 'High', 'Medium', 'Low', 'Lowest', 'Someday'),
  increment: named('Alpha', 'Beta', 'Delta'),
  sprint: SPRINTS.map(({ id, name, state, endDate }) => ({
    id,
    name,
    ends: endDate?.slice(0, 10) ?? null,
    closed: state === 'closed',
  })),
  fixVersion: named('Alpha', 'Beta', 'Delta'),
  team: named('Alpha', 'Beta', 'Beta'),
};

const iteration = (id: number, name: string, ends: string | null) => ({ id, name, ends });

/** The same for Align. A number that is not among them may still stand in an item. */
export const ALIGN_CHOICES = {
  priority: [],
  increment: [
    { id: 31, name: 'alpha' },
    { id: 32, name: 'Gamma' },
    { id: 33, name: 'Gamma' },
  ],
  sprint: [
    iteration(31, ' Alpha', '2026-12-20'),
    iteration(32, 'Two', '2026-12-13'),
    iteration(33, 'Three', '2026-11-18'),
    iteration(34, 'Four', null),
  ],
  fixVersion: [
    { id: 31, name: 'Alpha' },
    { id: 32, name: 'beta' },
    { id: 33, name: 'Gamma' },
  ],
  team: [
    { id: 31, name: 'Alpha' },
    { id: 32, name: 'Beta' },
  ],
};

const anyChosen = fc.constantFrom(null, 0, 31, 32, 33, 34, 451);

export const anyJiraValues: fc.Arbitrary<JiraValues> = fc.record({
  summary: anySummary,
  description: fc.constantFrom(...ADF),
  status: fc.constantFrom(...STATUSES),
  assignee: fc.constantFrom(null, ...PEOPLE),
  labels: fc.subarray(['web', 'big_screen', 'a,b', 'ünï', '🚀']),
  fields: fc
    .tuple(
      fc.record({
        [JIRA_FIELDS.points]: anyPoints,
        reporter: fc.constantFrom(
          null,
          ...PEOPLE.map(({ accountId, name, email }) => ({
            accountId,
            displayName: name,
            emailAddress: email,
          })),
        ),
        priority: fc.constantFrom(null, ...JIRA_CHOICES.priority),
        duedate: fc.constantFrom(null, ...DAYS),
        [JIRA_FIELDS.startDate]: fc.constantFrom(null, ...DAYS),
        [JIRA_FIELDS.targetDate]: fc.constantFrom(null, ...DAYS),
        [JIRA_FIELDS.acceptedDate]: fc.constantFrom(null, ...DAYS),
        [JIRA_FIELDS.blocked]: fc.constantFrom(null, [], [{ id: '1', value: 'Impediment' }]),
        [JIRA_FIELDS.blockedReason]: fc.constantFrom(null, 'Waits for  the bank', 'Ill'),
        [JIRA_FIELDS.increment]: fc.constantFrom(
          null,
          ...JIRA_CHOICES.increment.map(({ id, name }) => ({ id, value: name })),
        ),
        [JIRA_FIELDS.sprint]: fc
          .subarray([...SPRINTS])
          .map((held) => (held.length > 0 ? held : null)),
        fixVersions: fc.subarray([...JIRA_CHOICES.fixVersion]),
        [JIRA_FIELDS.team]: fc.constantFrom(null, ...JIRA_CHOICES.team),
      }),
      anyJiraCustom,
    )
    .map(([known, custom]) => ({ ...known, ...custom })),
  parentId: fc.constantFrom(null, ...ISSUE_IDS),
});

const anyMore: fc.Arbitrary<AlignMore> = fc.record({
  requesterUid: fc.constantFrom(null, ...UIDS),
  priority: fc.constantFrom(null, 0, 1, 2, 3, 4, 7),
  startDate: fc.constantFrom(null, ...DAYS),
  dueDate: fc.constantFrom(null, ...DAYS),
  targetDate: fc.constantFrom(null, ...DAYS),
  acceptedDate: fc.constantFrom(null, ...DAYS),
  blocked: fc.boolean(),
  blockedReason: fc.constantFrom(null, '', 'Waits for the bank', 'line\nline', 'x'.repeat(256)),
  incrementId: anyChosen,
  iterationId: anyChosen,
  vehicleIds: fc.subarray([31, 32, 33, 451]),
  teamId: anyChosen,
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
    more: anyMore,
    customFields: anyAlignCustom,
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
  values: Omit<AlignValues, 'more'> & { more?: AlignMore },
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
    customFields: {},
    foreignKey: null,
    more: {},
    ...values,
    ...rest,
  };
}
