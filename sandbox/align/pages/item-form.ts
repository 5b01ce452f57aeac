import { htmlFromEditor } from '../html/from-editor';
import { sanitiseHtml } from '../html/sanitise';
import { ITEM_TYPES, type ItemType } from '../item-types';
import type { Json, JsonObject } from '../json';
import type { AlignItem } from '../world/item';
import { Refusal } from '../world/refusal';
import { customFieldsOfForm } from './custom-field-form';

/** A form as a browser sends it. */
export type FormValues = Readonly<Record<string, string>>;

/**
 * The properties that a form sets. A description that is still what the form was filled with is
 * left out: filling it in took away what may not be shown.
 * @throws {Refusal} when a number is not one
 */
export function fieldsOfForm(type: ItemType, values: FormValues, item?: AlignItem): JsonObject {
  const { properties } = ITEM_TYPES[type].shape;
  const fields: JsonObject = {};
  for (const [name, text] of Object.entries(values)) {
    const kind = properties[name];
    if (kind === undefined) continue;
    if (kind === 'html') {
      const before = item?.fields[name];
      const shown = typeof before === 'string' ? sanitiseHtml(before) : undefined;
      if (text.replace(/\r\n/g, '\n') !== shown) fields[name] = htmlFromEditor(text);
    } else if (kind === 'integer' || kind === 'number') fields[name] = numberIn(name, text);
    else if (kind === 'date') {
      // A day that was left as it is keeps its time.
      if (text !== dayOf(item?.fields[name])) fields[name] = text ? `${text}T00:00:00.000Z` : null;
    } else if (kind === 'uid') fields[name] = text === '' ? null : text;
    else if (kind === 'text') fields[name] = textIn(name, text);
  }
  const customFields = customFieldsOfForm(values, item?.fields.customFields);
  if (customFields) fields.customFields = customFields;
  const { title } = fields;
  if (title === '') throw new Refusal([{ field: 'title', message: 'Give it a title.' }]);
  return fields;
}

const dayOf = (value: Json | undefined) => (typeof value === 'string' ? value.slice(0, 10) : '');

function textIn(name: string, text: string): Json {
  if (name === 'tags') return tagsIn(text);
  return text.trim() || (name === 'title' ? '' : null);
}

function numberIn(name: string, text: string): Json {
  if (text.trim() === '') return null;
  const value = Number(text.trim().replace(',', '.'));
  if (Number.isNaN(value)) {
    throw new Refusal([{ field: name, message: 'Write a number, for example 3.' }]);
  }
  return value;
}

/** Tags are kept as one string with commas. */
function tagsIn(text: string): Json {
  const tags = text.split(',').map((tag) => tag.trim());
  return tags.filter((tag) => tag !== '').join(', ') || null;
}
