import { documentText } from '../adf/to-text';
import type { AdfDocument } from '../adf/document';
import type { FieldDefinition } from '../world/fields/definition';
import { optionValue } from '../world/fields/option';
import { heldSprints } from '../world/fields/sprint';
import type { FieldValue } from '../world/model';
import { findPerson } from '../world/site';
import type { JiraState } from '../world/state';
import type { SearchField } from './fields';

/** How a custom field takes part in a query: choices by their words and by their ids. */
export function customSearchField(field: FieldDefinition): SearchField {
  return {
    type: TYPES[field.kind] ?? 'words',
    values: ({ values }, state) => searched(field, values[field.id] ?? null, state),
  };
}

const TYPES: Partial<Record<FieldDefinition['kind'], SearchField['type']>> = {
  number: 'number',
  date: 'date',
  option: 'name',
  options: 'name',
  sprint: 'name',
  team: 'name',
  user: 'name',
};

function searched(field: FieldDefinition, value: FieldValue, state: JiraState) {
  if (value === null) return [];
  switch (field.kind) {
    case 'date':
      return [Date.parse(value as string)];
    case 'document':
      return [documentText(value as AdfDocument)];
    case 'option':
    case 'options':
      return [value as string | string[]].flat().flatMap((id) => [optionValue(id, field), id]);
    case 'sprint':
      return heldSprints(value, state).flatMap(({ id, name }) => [name, id]);
    case 'team':
      return state.teams.filter(({ id }) => id === value).flatMap(({ id, name }) => [name, id]);
    case 'user': {
      const person = findPerson(state, value as string);
      return person ? [person.displayName, person.accountId] : [];
    }
    default:
      return typeof value === 'string' || typeof value === 'number' ? [value] : [];
  }
}
