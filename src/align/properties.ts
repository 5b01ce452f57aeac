import type { AlignType } from '../contract/common';
import type { AlignProperty } from '../domain/fields/codec';

/** Where one Align type keeps what. Names are those of the API's own schemas (`FeatureDto`, `StoryDto` …). */
export interface TypeShape {
  /** Resource below `/rest/align/api/2/`. */
  collection: string;
  /** Property of the item for each of the app's names; absent where the type has none. */
  properties: Readonly<Partial<Record<AlignProperty, string>>>;
  /** Property that holds the program; null where the type has none. */
  program: string | null;
}

const COMMON = { title: 'title', description: 'description', state: 'state' } as const;
const OWNED = { ...COMMON, ownerUid: 'ownerId', tags: 'tags' } as const;

export const SHAPES: Readonly<Record<AlignType, TypeShape>> = {
  epic: {
    collection: 'Epics',
    properties: OWNED,
    program: 'primaryProgramId',
  },
  capability: {
    collection: 'Capabilities',
    properties: { ...OWNED, parentId: 'parentId' },
    program: 'primaryProgramId',
  },
  feature: {
    collection: 'Features',
    properties: { ...OWNED, points: 'points', parentId: 'parentId' },
    program: 'primaryProgramId',
  },
  story: {
    collection: 'Stories',
    properties: { ...OWNED, points: 'effortPoints', parentId: 'featureId' },
    program: 'programId',
  },
  defect: {
    collection: 'Defects',
    properties: { ...COMMON, tags: 'tags', ownerUid: 'assignedTo', points: 'pointsEstimate' },
    program: 'programId',
  },
  task: {
    collection: 'Tasks',
    properties: { ...COMMON, ownerUid: 'ownerId', parentId: 'storyId' },
    program: null,
  },
};

/** A value as the API takes it. */
export function toWire(property: AlignProperty, value: unknown): unknown {
  if (property === 'tags' && Array.isArray(value)) return value.join(',');
  // A mandatory text that is empty is refused by some sites, and an empty paragraph is not empty to them.
  if (property === 'description' && value === '') return '<p></p>';
  return value;
}
