import { defaultFieldRules } from '../../src/domain/mapping';
import type { AlignType, MappingOptions, ProjectMapping, StateMapping } from '../../src/contract';

type IssueTypeOption = MappingOptions['issueTypes'][number];

const EMPTY: StateMapping = { toAlign: {}, toJira: {} };
const NO_SUGGESTION: Record<AlignType, StateMapping> = {
  epic: EMPTY,
  capability: EMPTY,
  feature: EMPTY,
  story: EMPTY,
  defect: EMPTY,
  task: EMPTY,
};
const STATES = [
  { value: 1, name: 'Ready' },
  { value: 5, name: 'Accepted' },
];

/** An issue type with one status of its own and one that all types share. */
function issueType(
  id: string,
  name: string,
  suggestedStates: Partial<Record<AlignType, StateMapping>> = {},
  subtask = false,
): IssueTypeOption {
  return {
    id,
    name,
    subtask,
    hierarchyLevel: subtask ? -1 : 0,
    statuses: [
      { id: `${id}0`, name: `${name} begins`, category: 'new' },
      { id: '99', name: 'Done', category: 'done' },
    ],
    suggestedStates: { ...NO_SUGGESTION, ...suggestedStates },
  };
}

export const STORY_STATES: StateMapping = {
  toAlign: { '10': 1, '99': 5 },
  toJira: { '1': '10', '5': '99' },
};
export const BUG_STATES: StateMapping = {
  toAlign: { '20': 1, '99': 1 },
  toJira: { '1': '20', '5': '20' },
};

/** A project with a story, a bug and a sub-task, of which none is mapped yet. */
export const OPTIONS: MappingOptions = {
  saved: false,
  mapping: null,
  issueTypes: [
    issueType('1', 'Story', { story: STORY_STATES, defect: STORY_STATES }),
    issueType('2', 'Bug', { story: BUG_STATES, defect: BUG_STATES }),
    issueType('3', 'Sub-task', {}, true),
  ],
  programs: [{ id: 101, title: 'Payments' }],
  jiraFields: [
    { id: 'customfield_10016', name: 'Story points', kind: 'number' },
    { id: 'customfield_10015', name: 'Start date', kind: 'date' },
  ],
  alignFields: {
    epic: [],
    capability: [],
    feature: ['title', 'points', 'priority', 'startDate'],
    story: ['title', 'points', 'sprint', 'team'],
    defect: ['title', 'points', 'priority', 'sprint'],
    task: ['title', 'blocked'],
  },
  alignStates: {
    epic: STATES,
    capability: STATES,
    feature: STATES,
    story: STATES,
    defect: STATES,
    task: STATES,
  },
};

/** A mapping of that project in which no type is mapped. */
export const NOTHING_MAPPED: ProjectMapping = {
  version: 1,
  projectId: '10001',
  projectKey: 'PAY',
  projectName: 'Payments',
  programId: 101,
  programName: 'Payments',
  enabled: true,
  createInJira: true,
  adoptForeign: false,
  types: [],
  states: {},
  resolvedIsSticky: false,
  resolution: null,
  fields: defaultFieldRules(),
  whenItemRemoved: 'unlink',
  removedStatusId: null,
  whenIssueDeleted: 'unlink',
  guardShare: 0.1,
  typeFields: {},
  customFields: [],
  values: {},
  jiraFields: { points: 'customfield_10016' },
};
