import type { DtoShape } from './shape';

/** TaskDto: every property with what it holds. */
export const task: DtoShape = {
  name: 'TaskDto',
  properties: {
    completedDate: 'date',
    connectorId: 'integer',
    createDate: 'date',
    createdBy: 'uid',
    customFields: 'customFields',
    description: 'html',
    effortHours: 'number',
    externalId: 'text',
    externalKey: 'text',
    externalProject: 'text',
    id: 'integer',
    inProgressDate: 'date',
    isAutomationTask: 'unverified',
    isBlocked: 'integer',
    isRecycled: 'unverified',
    lastUpdatedBy: 'uid',
    lastUpdatedDate: 'date',
    notes: 'text',
    ownerId: 'uid',
    self: 'text',
    state: 'integer',
    storyId: 'integer',
    title: 'text',
    totalHours: 'number',
    type: 'integer',
  },
  expanded: ['owner', 'story'],
};
