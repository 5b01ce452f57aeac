import type { AlignType, SystemField } from '../../src/contract/common';
import type { FieldRule, ProjectMapping, StateMapping } from '../../src/contract/mapping';
import { defaultFieldRules, GENTLEST_REMOVAL } from '../../src/domain/mapping';
import type { JiraStatus } from '../../src/domain/issue';
import type { Random } from './engine/random';

const MINUTE = 60_000;

/** What differs from one site to another, drawn once for each seed. */
export interface Shape {
  projects: number;
  /** Clocks of the two sides against the app's, milliseconds. */
  skew: { jira: number; align: number };
  /** What a creation in Align answers. */
  created: 'item' | 'id only';
  links: 'kept' | 'forgotten' | 'refused with the item' | 'refused';
  /** How Align keeps HTML. */
  html: 'as given' | 'reformatted' | 'without attributes';
  /** When Align fills `lastUpdatedDate`. */
  updatedDate: 'always' | 'from the first update' | 'never for some';
  /** Align's dates are whole seconds. */
  wholeSeconds: boolean;
  /** Whether Jira names the fields that it refuses. */
  namesRefusals: boolean;
  /** A status that no transition leads to; null where every status can be reached. */
  unreachable: string | null;
  /** Whether every status leads to every other, or only to its neighbours in the order of `STATUSES`. */
  workflow: 'free' | 'straight';
  /** How long the searches and the storage's indexes lag behind, milliseconds. */
  lag: { alignSearch: number; alignList: number; jql: number; index: number };
}

export function drawShape(random: Random, seed: number): Shape {
  const skew = () =>
    random.weighted([
      [2, 0],
      [1, random.int(-10, 10) * MINUTE],
    ]);
  return {
    projects: random.weighted([
      [3, 1],
      [1, 2],
    ]),
    skew: { jira: skew(), align: skew() },
    created: random.weighted([
      [2, 'item'],
      [1, 'id only'],
    ]),
    links: random.weighted([
      [4, 'kept'],
      [1, 'forgotten'],
      [1, 'refused with the item'],
      [1, 'refused'],
    ]),
    html: random.weighted([
      [2, 'as given'],
      [1, 'reformatted'],
      [1, 'without attributes'],
    ]),
    updatedDate: random.weighted([
      [2, 'always'],
      [2, 'from the first update'],
      [1, 'never for some'],
    ]),
    wholeSeconds: random.chance(0.3),
    namesRefusals: random.chance(0.7),
    unreachable: random.weighted([
      [4, null],
      [1, '13'],
    ]),
    // Not drawn, so that older seeds draw what they always did.
    workflow: seed % 3 === 0 ? 'straight' : 'free',
    lag: {
      alignSearch: random.pick([0, 2_000, 15_000]),
      alignList: random.pick([0, 0, 60_000, 300_000]),
      jql: random.pick([0, 5_000, 60_000]),
      index: random.pick([0, 500, 10_000]),
    },
  };
}

export const STATUSES: readonly JiraStatus[] = [
  { id: '10', name: 'To Do', category: 'new' },
  { id: '11', name: 'In Progress', category: 'indeterminate' },
  { id: '12', name: 'In Review', category: 'indeterminate' },
  { id: '13', name: 'Done', category: 'done' },
  // No mapping leads from it or to it.
  { id: '14', name: 'On Hold', category: 'indeterminate' },
];

export const ISSUE_TYPES = {
  initiative: '100',
  epic: '101',
  story: '102',
  bug: '103',
  subtask: '104',
  /** Not mapped. */
  memo: '105',
} as const;

/** Parent types that Jira's hierarchy allows. */
export const PARENT_TYPES: Readonly<Record<string, readonly string[]>> = {
  [ISSUE_TYPES.epic]: [ISSUE_TYPES.initiative],
  [ISSUE_TYPES.story]: [ISSUE_TYPES.epic],
  [ISSUE_TYPES.bug]: [ISSUE_TYPES.epic],
  [ISSUE_TYPES.subtask]: [ISSUE_TYPES.story, ISSUE_TYPES.bug],
};

export const POINTS_FIELD = 'customfield_10016';

const delivery: StateMapping = {
  // In Progress and In Review lead to one state.
  toAlign: { '10': 1, '11': 2, '12': 2, '13': 5 },
  // States 3 and 4 lead back to statuses that lead elsewhere; 0 leads nowhere.
  toJira: { '1': '10', '2': '11', '3': '12', '4': '12', '5': '13' },
};
const three: StateMapping = {
  toAlign: { '10': 1, '11': 2, '12': 2, '13': 3 },
  toJira: { '1': '10', '2': '11', '3': '13' },
};
const defect: StateMapping = {
  toAlign: { '10': 1, '11': 2, '12': 4, '13': 5 },
  toJira: { '1': '10', '2': '11', '3': '12', '4': '12', '5': '13', '6': '13', '9': '13' },
};

/** The fields that the two models have. */
export const FIELDS: readonly SystemField[] = [
  'title',
  'description',
  'state',
  'owner',
  'labels',
  'points',
  'parent',
];

/** A mapping as an admin may have made it. */
export function drawMapping(random: Random, index: number): ProjectMapping {
  const type = (issueTypeId: string, issueTypeName: string, alignType: AlignType) => ({
    issueTypeId,
    issueTypeName,
    alignType,
  });
  const oneWay = random.chance(0.2);
  return {
    version: 0,
    projectId: String(1000 + index),
    projectKey: `P${index}`,
    projectName: `Project ${index}`,
    programId: 50 + index,
    programName: `Program ${index}`,
    enabled: true,
    createInJira: random.chance(0.85),
    adoptForeign: false,
    types: [
      ...(random.chance(0.5) ? [type(ISSUE_TYPES.initiative, 'Initiative', 'epic')] : []),
      type(ISSUE_TYPES.epic, 'Epic', 'feature'),
      type(ISSUE_TYPES.story, 'Story', 'story'),
      type(ISSUE_TYPES.bug, 'Bug', 'defect'),
      ...(random.chance(0.5) ? [type(ISSUE_TYPES.subtask, 'Sub-task', 'task')] : []),
    ],
    states: { epic: three, feature: delivery, story: delivery, defect, task: three },
    resolvedIsSticky: false,
    resolution: null,
    fields: {
      ...defaultFieldRules(),
      ...Object.fromEntries(FIELDS.map((field) => [field, drawRule(random, oneWay)])),
    },
    ...GENTLEST_REMOVAL,
    whenItemRemoved: random.weighted([
      [2, 'unlink'],
      [1, 'delete'],
    ]),
    whenIssueDeleted: random.weighted([
      [2, 'unlink'],
      [1, 'cancel'],
      [1, 'recycle'],
    ]),
    // Nobody is there to answer the question that the guard would ask.
    guardShare: 1,
    typeFields: {},
    customFields: [],
    values: {},
    jiraFields: random.chance(0.85) ? { points: POINTS_FIELD } : {},
  };
}

export function drawRule(random: Random, oneWay: boolean): FieldRule {
  return {
    direction: oneWay && random.chance(0.3) ? random.pick(['to-align', 'to-jira', 'off']) : 'both',
    policy: random.weighted([
      [3, 'newest'],
      [1, 'jira'],
      [1, 'align'],
    ]),
  };
}
