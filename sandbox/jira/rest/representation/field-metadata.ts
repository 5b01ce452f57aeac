import { ISSUE_TYPES, PRIORITIES } from '../../world/catalog';
import type { FieldDefinition } from '../../world/fields/definition';
import { FIELD_KINDS } from '../../world/fields/kinds';
import { issueTypeJson, priorityReference } from './entities';

/** `FieldMetadata` of REST v3: what a screen says of a field. */
export function fieldMetadata(field: FieldDefinition, required: boolean, baseUrl: string) {
  const allowedValues = allowed(field, baseUrl);
  return {
    required: required || field.kind === 'summary' || field.kind === 'issuetype',
    schema: field.schema,
    name: field.name,
    key: field.id,
    hasDefaultValue: field.kind === 'priority',
    operations: [...FIELD_KINDS[field.kind].operations],
    ...(field.kind === 'user'
      ? { autoCompleteUrl: `${baseUrl}/rest/api/3/user/search?query=` }
      : {}),
    ...(allowedValues ? { allowedValues } : {}),
  };
}

function allowed(field: FieldDefinition, baseUrl: string): unknown[] | undefined {
  if (field.kind === 'priority') {
    return PRIORITIES.map((priority) => priorityReference(priority, baseUrl));
  }
  if (field.kind === 'issuetype') return ISSUE_TYPES.map((type) => issueTypeJson(type, baseUrl));
  return undefined;
}
