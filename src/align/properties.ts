import type { AlignType } from '../contract/common';
import type { AlignProperty } from '../domain/fields/codec';
import type { AlignValues } from '../domain/ports/align';

/** Where one Align type keeps what. Names are those of the API's own schemas (`FeatureDto`, `StoryDto` …). */
export interface TypeShape {
  /** Resource below `/rest/align/api/2/`. */
  collection: string;
  /** Property of the item for each of the app's names; absent where the type has none. */
  properties: Readonly<Partial<Record<AlignProperty, string>>>;
  /** Property that holds the program; null where the type has none. */
  program: string | null;
}

const EVERY = { title: 'title', description: 'description', state: 'state' } as const;
const OWNED = { ...EVERY, ownerUid: 'ownerId' } as const;
const DATED = {
  startDate: 'startInitiationDate',
  dueDate: 'targetCompletionDate',
  targetDate: 'portfolioAskDate',
  acceptedDate: 'acceptedDate',
} as const;
const DELIVERED = { incrementId: 'releaseId', vehicleIds: 'releaseVehicleIds' } as const;
const PLANNED = { ...DELIVERED, iterationId: 'iterationId', teamId: 'teamId' } as const;
const BLOCKED = { blocked: 'isBlocked', blockedReason: 'blockedReason' } as const;

export const SHAPES: Readonly<Record<AlignType, TypeShape>> = {
  epic: {
    collection: 'Epics',
    properties: { ...OWNED, ...DATED, tags: 'tags' },
    program: 'primaryProgramId',
  },
  capability: {
    collection: 'Capabilities',
    properties: { ...OWNED, ...DATED, tags: 'tags', parentId: 'parentId' },
    program: 'primaryProgramId',
  },
  feature: {
    collection: 'Features',
    properties: {
      ...OWNED,
      ...DATED,
      ...DELIVERED,
      ...BLOCKED,
      tags: 'tags',
      points: 'points',
      parentId: 'parentId',
      requesterUid: 'requesterId',
      priority: 'priority',
    },
    program: 'primaryProgramId',
  },
  story: {
    collection: 'Stories',
    properties: {
      ...OWNED,
      ...PLANNED,
      tags: 'tags',
      points: 'effortPoints',
      parentId: 'featureId',
      acceptedDate: 'acceptedDate',
    },
    program: 'programId',
  },
  defect: {
    collection: 'Defects',
    properties: {
      ...EVERY,
      ...PLANNED,
      ...BLOCKED,
      ownerUid: 'assignedTo',
      tags: 'tags',
      points: 'pointsEstimate',
      priority: 'priority',
    },
    program: 'programId',
  },
  task: {
    collection: 'Tasks',
    properties: { ...OWNED, parentId: 'storyId', blocked: 'isBlocked' },
    program: null,
  },
};

const DAYS: ReadonlySet<AlignProperty> = new Set(Object.keys(DATED) as AlignProperty[]);

/** A value as the API takes it. */
function toWire(property: AlignProperty, value: unknown): unknown {
  if (property === 'tags' && Array.isArray(value)) return value.join(',');
  // A mandatory text that is empty is refused by some sites, and an empty paragraph is not empty to them.
  if (property === 'description' && value === '') return '<p></p>';
  if (property === 'blocked') return value === true ? 1 : 0;
  // Align's dates have a time of day; at midnight in UTC the day is the same however much of it a site keeps.
  if (DAYS.has(property) && typeof value === 'string') return `${value}T00:00:00Z`;
  return value;
}

/** Values under the API's names, without custom fields and without what the type does not have. */
export function wireValues(type: AlignType, values: AlignValues): Record<string, unknown> {
  const { properties } = SHAPES[type];
  const wire: Record<string, unknown> = {};
  for (const [property, name] of Object.entries(properties)) {
    const own = property as AlignProperty;
    if (own in values) wire[name] = toWire(own, values[own]);
  }
  return wire;
}
