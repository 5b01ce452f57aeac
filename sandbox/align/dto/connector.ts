import type { DtoShape } from './shape';

/** JiraConnectorPublicDto: every property with what it holds. */
export const connector: DtoShape = {
  name: 'JiraConnectorPublicDto',
  properties: {
    id: 'integer',
    name: 'text',
    self: 'text',
  },
  expanded: [],
};
