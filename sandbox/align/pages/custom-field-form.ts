import { isJsonObject, type Json, type JsonObject } from '../json';
import { CUSTOM_FIELDS, type CustomField } from '../world/custom-fields';
import { Refusal } from '../world/refusal';
import type { FormValues } from './item-form';

/**
 * The custom fields of an item with those of a form set, as the API keeps them; undefined when the
 * form has none. Each is a single-key object.
 * @throws {Refusal} for a number or a choice that is none
 */
export function customFieldsOfForm(
  values: FormValues,
  before: Json | undefined,
): Json[] | undefined {
  const set = CUSTOM_FIELDS.flatMap((field): JsonObject[] => {
    const text = values[field.key];
    if (text === undefined) return [];
    const given = valuesIn(field, text.trim());
    return bare(given) === bare(held(before, field.key)) ? [] : [{ [field.key]: given }];
  });
  if (set.length === 0) return undefined;
  const kept = Array.isArray(before) ? before : [];
  return [...kept, ...set];
}

const held = (customFields: Json | undefined, key: string): Json => {
  const entries = Array.isArray(customFields) ? customFields.filter(isJsonObject) : [];
  return entries.find((entry) => key in entry)?.[key] ?? null;
};

/** Values without their ids, to compare; no values and none at all are the same. */
const bare = (values: Json): string =>
  JSON.stringify(
    Array.isArray(values) ? values.filter(isJsonObject).map(({ value }) => value) : [],
  );

function valuesIn(field: CustomField, text: string): Json {
  if (text === '') return null;
  const { key, type, options = [] } = field;
  if (type === 'number') {
    const value = Number(text.replace(',', '.'));
    if (Number.isNaN(value)) throw refusal(key, 'Write a number, for example 3.');
    return [{ value }];
  }
  if (type === 'date') return [{ value: `${text}T00:00:00.000Z` }];
  if (type === 'text' || type === 'user') return [{ value: text }];
  const words = type === 'multidropdown' ? text.split(',').map((word) => word.trim()) : [text];
  return words.filter(Boolean).map((word) => {
    const option = options.find(({ value }) => value.toLowerCase() === word.toLowerCase());
    if (!option) throw refusal(key, `${word} is not one of the choices.`);
    return { id: option.id, value: option.value };
  });
}

const refusal = (field: string, message: string) => new Refusal([{ field, message }]);
