const COMMON = { title: 'title', description: 'description', state: 'state' };
const OWNED = { ...COMMON, ownerUid: 'ownerId', tags: 'tags' };
export const SHAPES = {
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
export function toWire(property, value) {
  if (property === 'tags' && Array.isArray(value)) return value.join(',');
  if (property === 'description' && value === '') return '<p></p>';
  return value;
}
