import type { DtoShape } from './shape';

/** ProgramDto: every property with what it holds. */
export const program: DtoShape = {
  name: 'ProgramDto',
  properties: {
    caseDevelopmentId: 'unverified',
    id: 'integer',
    intakeFormId: 'integer',
    isSolution: 'integer',
    lastUpdatedDate: 'date',
    portfolioId: 'integer',
    regionId: 'integer',
    scoreCardId: 'integer',
    self: 'text',
    solutionId: 'integer',
    teamDescription: 'text',
    teamId: 'integer',
    title: 'text',
  },
  expanded: ['portfolio', 'solution', 'team'],
};
