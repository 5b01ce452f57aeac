import { badField } from '../world/errors';
import type { FieldDefinition } from '../world/fields/definition';

const PREFIX = 'field-';

/** Name of a form's control for a field that has no property of its own in a person's input. */
export const fieldName = (fieldId: string) => `${PREFIX}${fieldId}`;

/**
 * The `fields` of REST v3 for the controls of a form that {@link fieldName} named.
 * @throws {JiraError} 400 when a number is none
 */
export function fieldInputs(
  form: Record<string, unknown>,
  fields: readonly FieldDefinition[],
): Record<string, unknown> {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const entered = form[fieldName(field.id)];
      if (entered === undefined) return [];
      const texts = [entered].flat().filter((text): text is string => Boolean(text));
      return [[field.id, restValue(texts, field)]];
    }),
  );
}

function restValue(texts: readonly string[], field: FieldDefinition): unknown {
  const text = texts.at(-1)?.trim() ?? '';
  switch (field.kind) {
    case 'options':
    case 'versions':
      return texts.map((id) => ({ id }));
    case 'option':
      return text === '' ? null : { id: text };
    case 'user':
      return text === '' ? null : { accountId: text };
    case 'sprint':
    case 'number': {
      const number = text === '' ? null : Number(text);
      if (Number.isNaN(number)) throw badField(field.id, `${field.name} must be a number.`);
      return number;
    }
    default:
      return text === '' ? null : text;
  }
}
