import type { DtoShape } from './shape';

/** TeamDto: every property with what it holds. */
export const team: DtoShape = {
  name: 'TeamDto',
  properties: {
    allowTaskDeletion: 'unverified',
    allowTeamToRunStandup: 'unverified',
    autoEstimateValue: 'unverified',
    communityIds: 'integers',
    createDate: 'date',
    description: 'html',
    enableAutoEstimate: 'unverified',
    id: 'integer',
    isActive: 'boolean',
    isKanbanTeam: 'boolean',
    lastUpdatedDate: 'date',
    maxAllocation: 'unverified',
    name: 'text',
    ownerId: 'uid',
    programId: 'integer',
    programIds: 'integers',
    regionId: 'integer',
    self: 'text',
    shortName: 'text',
    solutionId: 'integer',
    sprintPrefix: 'text',
    throughput: 'unverified',
    trackBy: 'unverified',
    type: 'integer',
  },
  expanded: ['communities', 'owner', 'program', 'programs', 'region', 'solution'],
};
