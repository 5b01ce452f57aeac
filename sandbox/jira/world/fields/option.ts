import { badField } from '../errors';
import type { FieldDefinition } from './definition';
import { asSet, reference, type FieldKind } from './kind';

/** One choice of a select list, written as `{id}` or `{value}`. */
export const optionKind: FieldKind = {
  operations: ['set'],
  parse: (input, field) => (input === null ? null : optionId(input, field)),
  history: (value, _, field) => ({
    id: value as string | null,
    text: value === null ? null : optionValue(value as string, field),
  }),
};

/** Choices of a multi-select list or of checkboxes. */
export const optionsKind: FieldKind = {
  operations: ['add', 'set', 'remove'],
  parse(input, field) {
    if (input === null) return null;
    if (!Array.isArray(input)) throw badField(field.id, 'data was not an array');
    return asSet(input.map((entry: unknown) => optionId(entry, field)));
  },
  history(value, _, field) {
    const ids = (value as string[] | null) ?? [];
    return {
      id: ids.length === 0 ? '' : `[${ids.join(', ')}]`,
      text: ids.map((id) => optionValue(id, field)).join(','),
    };
  },
};

function optionId(input: unknown, field: FieldDefinition): string {
  const id = reference(input, 'id');
  const value = reference(input, 'value');
  const found = field.options?.find((option) =>
    id === undefined ? option.value === value : option.id === id,
  );
  if (found) return found.id;
  if (id !== undefined) throw badField(field.id, `Option id '${id}' is not valid`);
  if (value !== undefined) throw badField(field.id, `Option value '${value}' is not valid`);
  throw badField(field.id, `Specify a valid 'id' or 'value' for ${field.name}`);
}

/** The words of an option; an option that was taken away keeps its id for words. */
export function optionValue(id: string, field: FieldDefinition): string {
  return field.options?.find((option) => option.id === id)?.value ?? id;
}
