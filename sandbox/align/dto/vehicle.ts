import type { DtoShape } from './shape';

/**
 * VehicleDto, the properties that public clients use. The types of the dates, and whether a vehicle
 * belongs to programs by a list, are not verified against a live site.
 */
export const vehicle: DtoShape = {
  name: 'VehicleDto',
  properties: {
    createDate: 'date',
    description: 'html',
    endDate: 'date',
    externalProjectId: 'integer',
    id: 'integer',
    jiraProjectKey: 'text',
    lastUpdatedDate: 'date',
    portfolioId: 'integer',
    programIds: 'integers',
    releaseId: 'integer',
    self: 'text',
    startDate: 'date',
    title: 'text',
  },
  expanded: [],
};
