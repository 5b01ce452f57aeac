import type { IssueType, Priority, Project, Status } from './model';

/** Issue types of the demo site. Only projects that ask for it have initiatives. */
export const ISSUE_TYPES: readonly IssueType[] = [
  {
    id: '10000',
    name: 'Epic',
    description: 'A big piece of work that is broken down into stories.',
    hierarchyLevel: 1,
    subtask: false,
    icon: 'epic',
  },
  {
    id: '10001',
    name: 'Story',
    description: 'Functionality or a feature expressed as a user goal.',
    hierarchyLevel: 0,
    subtask: false,
    icon: 'story',
  },
  {
    id: '10002',
    name: 'Bug',
    description: 'A problem or error.',
    hierarchyLevel: 0,
    subtask: false,
    icon: 'bug',
  },
  {
    id: '10003',
    name: 'Sub-task',
    description: "A small piece of work that's part of a larger task.",
    hierarchyLevel: -1,
    subtask: true,
    icon: 'subtask',
  },
  {
    id: '10004',
    name: 'Task',
    description: 'A small, distinct piece of work.',
    hierarchyLevel: 0,
    subtask: false,
    icon: 'task',
  },
  {
    id: '10005',
    name: 'Initiative',
    description: 'A goal that takes several epics.',
    hierarchyLevel: 2,
    subtask: false,
    icon: 'initiative',
  },
];

/** The issue types that a project has. */
export const typesOf = ({ hasInitiatives }: Pick<Project, 'hasInitiatives'>) =>
  ISSUE_TYPES.filter(({ hierarchyLevel }) => hierarchyLevel < 2 || hasInitiatives);

export const STATUSES: readonly Status[] = [
  { id: '10100', name: 'To Do', description: '', category: 'new' },
  { id: '10101', name: 'In Progress', description: '', category: 'indeterminate' },
  { id: '10102', name: 'In Review', description: '', category: 'indeterminate' },
  { id: '10103', name: 'Done', description: '', category: 'done' },
];

export const INITIAL_STATUS_ID = '10100';

/** The resolution that issues get on their way into a done status. */
export const DONE_RESOLUTION = {
  id: '10000',
  name: 'Done',
  description: 'Work has been completed on this issue.',
};

/** The resolutions that a screen offers. */
export const RESOLUTIONS = [
  DONE_RESOLUTION,
  { id: '10001', name: "Won't Do", description: "This issue won't be actioned." },
  { id: '10002', name: 'Duplicate', description: 'The problem is a duplicate.' },
];

export const PRIORITIES: readonly Priority[] = [
  { id: '1', name: 'Highest', description: 'Blocks progress.', statusColor: '#d04437' },
  { id: '2', name: 'High', description: 'Could block progress.', statusColor: '#f15c75' },
  { id: '3', name: 'Medium', description: 'May affect progress.', statusColor: '#f79232' },
  { id: '4', name: 'Low', description: 'Minor problem.', statusColor: '#707070' },
  { id: '5', name: 'Lowest', description: 'Trivial problem.', statusColor: '#999999' },
];

export const DEFAULT_PRIORITY_ID = '3';

export const ISSUE_LINK_TYPES = [
  { id: '10000', name: 'Blocks', inward: 'is blocked by', outward: 'blocks' },
  { id: '10001', name: 'Cloners', inward: 'is cloned by', outward: 'clones' },
  { id: '10002', name: 'Duplicate', inward: 'is duplicated by', outward: 'duplicates' },
  { id: '10003', name: 'Relates', inward: 'relates to', outward: 'relates to' },
] as const;

/**
 * The catalogue entry with this id.
 * @throws {Error} when there is none: ids are checked where they enter, so this is a defect here
 */
export function byId<T extends { id: string }>(catalog: readonly T[], id: string): T {
  const found = catalog.find((entry) => entry.id === id);
  if (!found) throw new Error(`Nothing in the catalogue has the id ${id}`);
  return found;
}
