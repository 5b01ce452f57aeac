import type { DtoShape } from './shape';

/** IterationDto: every property with what it holds. */
export const iteration: DtoShape = {
  name: 'IterationDto',
  properties: {
    actualEndDate: 'date',
    anchorSprintId: 'integer',
    beginDate: 'date',
    color: 'unverified',
    createDate: 'date',
    defectAllocation: 'unverified',
    description: 'html',
    endDate: 'date',
    goal: 'text',
    id: 'integer',
    isLocked: 'boolean',
    lastUpdatedDate: 'date',
    maxAllocation: 'number',
    overrideVelocity: 'unverified',
    programId: 'integer',
    regionId: 'integer',
    regressionHours: 'unverified',
    releaseId: 'integer',
    schedule: 'unverified',
    self: 'text',
    shortName: 'text',
    state: 'integer',
    teamId: 'integer',
    title: 'text',
    type: 'integer',
  },
  expanded: ['anchorSprint', 'program', 'region', 'release', 'team'],
};
