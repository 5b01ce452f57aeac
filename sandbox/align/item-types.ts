import { capability } from './dto/capability';
import { defect } from './dto/defect';
import { epic } from './dto/epic';
import { feature } from './dto/feature';
import type { DtoShape } from './dto/shape';
import { story } from './dto/story';
import { task } from './dto/task';

/** The work items of Jira Align that the stand-in keeps. */
export type ItemType = 'feature' | 'story' | 'defect' | 'task' | 'epic' | 'capability';

/** What differs from type to type. Property names are those of the REST API. */
export interface ItemTypeInfo {
  type: ItemType;
  /** "Feature", as a person reads it. */
  label: string;
  /** "Features": the REST collection. */
  collection: string;
  /** "RequestGrid" and "FeatureID": the two halves of the deep link used in the wild. */
  grid: string;
  idParameter: string;
  shape: DtoShape;
  states: Readonly<Record<number, string>>;
  /** Properties that the REST API demands on creation; which ones is configured per site. */
  mandatory: readonly string[];
  program?: string;
  owner: string;
  /** The property that holds its size as one number. Epics and capabilities have none. */
  points?: string;
  parent?: { property: string; type: ItemType; label: string };
  hasTags: boolean;
}

const DELIVERY_STATES = {
  0: 'Pending Approval',
  1: 'Ready to Start',
  2: 'In Progress',
  3: 'Dev Complete',
  4: 'Test Complete',
  5: 'Accepted',
};
const PORTFOLIO_STATES = { 1: 'Not Started', 2: 'In Progress', 3: 'Accepted' };
const DEFECT_STATES = {
  1: 'Active',
  2: 'In-Work',
  3: 'Pending Test',
  4: 'Verifying',
  5: 'Fixed',
  6: 'Not A Bug',
  7: 'CNR By Design',
  8: 'Postponed',
  9: 'Duplicate',
};
const TEXTS = ['title', 'description', 'state'];

/** All types, in the order of the tabs. */
export const ITEM_TYPES: Readonly<Record<ItemType, ItemTypeInfo>> = {
  feature: {
    type: 'feature',
    label: 'Feature',
    collection: 'Features',
    grid: 'RequestGrid',
    idParameter: 'FeatureID',
    shape: feature,
    states: DELIVERY_STATES,
    mandatory: [...TEXTS, 'primaryProgramId'],
    program: 'primaryProgramId',
    owner: 'ownerId',
    points: 'points',
    parent: { property: 'parentId', type: 'epic', label: 'Parent epic' },
    hasTags: true,
  },
  story: {
    type: 'story',
    label: 'Story',
    collection: 'Stories',
    grid: 'StoryGrid',
    idParameter: 'StoryID',
    shape: story,
    states: DELIVERY_STATES,
    mandatory: [...TEXTS, 'programId'],
    program: 'programId',
    owner: 'ownerId',
    points: 'effortPoints',
    parent: { property: 'featureId', type: 'feature', label: 'Parent feature' },
    hasTags: true,
  },
  defect: {
    type: 'defect',
    label: 'Defect',
    collection: 'Defects',
    grid: 'DefectGrid',
    idParameter: 'DefectID',
    shape: defect,
    states: DEFECT_STATES,
    mandatory: [...TEXTS, 'programId', 'priority', 'severity', 'stepsToReproduce'],
    program: 'programId',
    owner: 'assignedTo',
    points: 'pointsEstimate',
    parent: { property: 'storyId', type: 'story', label: 'Parent story' },
    hasTags: true,
  },
  task: {
    type: 'task',
    label: 'Task',
    collection: 'Tasks',
    grid: 'TaskGrid',
    idParameter: 'TaskID',
    shape: task,
    states: PORTFOLIO_STATES,
    mandatory: [...TEXTS, 'storyId', 'effortHours'],
    owner: 'ownerId',
    points: 'effortHours',
    parent: { property: 'storyId', type: 'story', label: 'Parent story' },
    hasTags: false,
  },
  epic: {
    type: 'epic',
    label: 'Epic',
    collection: 'Epics',
    grid: 'EpicGrid',
    idParameter: 'EpicID',
    shape: epic,
    states: PORTFOLIO_STATES,
    mandatory: [...TEXTS, 'primaryProgramId', 'type'],
    program: 'primaryProgramId',
    owner: 'ownerId',
    hasTags: true,
  },
  capability: {
    type: 'capability',
    label: 'Capability',
    collection: 'Capabilities',
    grid: 'CapabilityGrid',
    idParameter: 'CapabilityID',
    shape: capability,
    states: PORTFOLIO_STATES,
    mandatory: [...TEXTS, 'primaryProgramId', 'type', 'parentId'],
    program: 'primaryProgramId',
    owner: 'ownerId',
    parent: { property: 'parentId', type: 'epic', label: 'Parent epic' },
    hasTags: true,
  },
};

/** Whether a word, for example from an address, names a type. */
export function isItemType(word: string): word is ItemType {
  return Object.hasOwn(ITEM_TYPES, word);
}
