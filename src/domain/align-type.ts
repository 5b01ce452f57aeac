import { isCustom, type AlignType, type FieldName, type SystemField } from '../contract/common';
import type { AlignStateOption } from '../contract/mapping';

/** What is known of one Align work item type. State numbers: support articles of the vendor's connector. */
export interface AlignTypeInfo {
  /** As a person calls one. */
  name: string;
  states: readonly AlignStateOption[];
  /** States that count as finished: the web link in Jira is then shown as resolved. */
  finished: readonly number[];
  /** Fields the type has. */
  fields: readonly SystemField[];
  /** The type whose id goes into the item's parent property, when that parent can be a Jira issue's twin. */
  parent: AlignType | null;
  /** A task cannot be created without its story. */
  parentRequired: boolean;
  /** Whether the type names its program, so that a poll can ask for the items of a program. */
  hasProgram: boolean;
  /** Whether the type has a `links` property, which "View in Jira" needs. */
  links: boolean;
}

const option = (value: number, name: string): AlignStateOption => ({ value, name });

const DELIVERY_STATES: readonly AlignStateOption[] = [
  option(0, 'Pending Approval'),
  option(1, 'Ready to Start'),
  option(2, 'In Progress'),
  option(3, 'Dev Complete'),
  option(4, 'Test Complete'),
  option(5, 'Accepted'),
];
const THREE_STATES: readonly AlignStateOption[] = [
  option(1, 'Not Started'),
  option(2, 'In Progress'),
  option(3, 'Accepted'),
];
const DEFECT_STATES: readonly AlignStateOption[] = [
  option(1, 'Active'),
  option(2, 'In Work'),
  option(3, 'Pending Test'),
  option(4, 'Verifying'),
  option(5, 'Fixed'),
  option(6, 'Not A Bug'),
  option(7, 'CNR By Design'),
  option(8, 'Postponed'),
  option(9, 'Duplicate'),
];

const EVERY = ['title', 'description', 'state', 'owner'] as const;
const DATES = ['startDate', 'dueDate', 'targetDate', 'acceptedDate'] as const;

/** What is known of every Align type. */
export const ALIGN_TYPES: Readonly<Record<AlignType, AlignTypeInfo>> = {
  epic: {
    name: 'Epic',
    states: THREE_STATES,
    finished: [3],
    // An Align epic's points are a list by program increment, which no Jira number field can hold.
    fields: [...EVERY, 'labels', ...DATES],
    parent: null,
    parentRequired: false,
    hasProgram: true,
    links: true,
  },
  capability: {
    name: 'Capability',
    states: THREE_STATES,
    finished: [3],
    fields: [...EVERY, 'labels', 'parent', ...DATES],
    parent: 'epic',
    parentRequired: false,
    hasProgram: true,
    links: true,
  },
  feature: {
    name: 'Feature',
    states: DELIVERY_STATES,
    finished: [5],
    fields: [
      ...EVERY,
      'labels',
      'points',
      'parent',
      'reporter',
      'priority',
      ...DATES,
      'blocked',
      'blockedReason',
      'increment',
      'fixVersion',
    ],
    parent: 'epic',
    parentRequired: false,
    hasProgram: true,
    links: true,
  },
  story: {
    name: 'Story',
    states: DELIVERY_STATES,
    finished: [5],
    fields: [
      ...EVERY,
      'labels',
      'points',
      'parent',
      'acceptedDate',
      'increment',
      'sprint',
      'fixVersion',
      'team',
    ],
    parent: 'feature',
    parentRequired: false,
    hasProgram: true,
    links: true,
  },
  defect: {
    name: 'Defect',
    states: DEFECT_STATES,
    finished: [5, 6, 7, 9],
    // A defect names a story, never a feature, while a Jira bug usually sits under an epic.
    fields: [
      ...EVERY,
      'labels',
      'points',
      'priority',
      'blocked',
      'blockedReason',
      'increment',
      'sprint',
      'fixVersion',
      'team',
    ],
    parent: null,
    parentRequired: false,
    hasProgram: true,
    links: false,
  },
  task: {
    name: 'Task',
    states: THREE_STATES,
    finished: [3],
    fields: [...EVERY, 'parent', 'blocked'],
    parent: 'story',
    parentRequired: true,
    hasProgram: false,
    links: false,
  },
};

/** Whether a type has a field. Which types have a custom field its pairing says. */
export function hasField(type: AlignType, field: FieldName): boolean {
  return isCustom(field) || ALIGN_TYPES[type].fields.includes(field);
}

/** Name of an Align state, or its number when the site has one this app does not know. */
export function stateName(type: AlignType, state: number | null): string | null {
  if (state === null) return null;
  return ALIGN_TYPES[type].states.find((s) => s.value === state)?.name ?? `State ${state}`;
}
