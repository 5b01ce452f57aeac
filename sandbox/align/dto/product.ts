import type { DtoShape } from './shape';

/** ProductDto: every property with what it holds. */
export const product: DtoShape = {
  name: 'ProductDto',
  properties: {
    competitorIds: 'unverified',
    divisionId: 'integer',
    id: 'integer',
    isActive: 'boolean',
    lastUpdatedDate: 'date',
    parentProductId: 'integer',
    personaIds: 'unverified',
    roadmapSnapshotIds: 'unverified',
    self: 'text',
    shortName: 'text',
    title: 'text',
  },
  expanded: ['parentProduct'],
};
