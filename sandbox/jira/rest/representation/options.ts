import type { FieldDefinition } from '../../world/fields/definition';
import { optionValue } from '../../world/fields/option';

/** A choice of a custom field, as values and `allowedValues` give it. */
export function optionJson(id: string, field: FieldDefinition, baseUrl: string) {
  return {
    self: `${baseUrl}/rest/api/3/customFieldOption/${id}`,
    value: optionValue(id, field),
    id,
  };
}
