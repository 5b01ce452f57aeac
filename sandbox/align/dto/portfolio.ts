import type { DtoShape } from './shape';

/** PortfolioDto: every property with what it holds. */
export const portfolio: DtoShape = {
  name: 'PortfolioDto',
  properties: {
    caseDevelopmentId: 'unverified',
    description: 'html',
    divisionId: 'integer',
    id: 'integer',
    intakeFormId: 'integer',
    isActive: 'boolean',
    isPrivate: 'boolean',
    lastUpdatedDate: 'date',
    regionId: 'integer',
    scoreCardId: 'integer',
    self: 'text',
    teamDescription: 'text',
    teamId: 'integer',
    title: 'text',
  },
  expanded: ['organization', 'team'],
};
