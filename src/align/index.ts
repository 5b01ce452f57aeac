import type { AlignPeoplePort, AlignPort, AlignTwinPort } from '../domain/ports/align';
import type { AlignConnectorPort } from '../domain/ports/align-connector';
import type { AlignCustomFieldPort } from '../domain/ports/align-custom-fields';
import { choices } from './choices';
import { connectors } from './connectors';
import { customFieldList } from './custom-field-list';
import { items } from './items';
import { itemLinks } from './links';
import { organisation } from './organisation';
import { removal } from './removal';
import type { AlignClient } from './request';

export type { AlignClient, AlignFetch, AlignResponse } from './request';

/** Jira Align's work items, as the user of the token. */
export function align(
  client: AlignClient,
): AlignPort & AlignPeoplePort & AlignTwinPort & AlignConnectorPort & AlignCustomFieldPort {
  return {
    ...items(client),
    ...itemLinks(client),
    ...removal(client),
    ...organisation(client),
    ...choices(client),
    ...connectors(client),
    ...customFieldList(client),
  };
}
