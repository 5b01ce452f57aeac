import { isJsonObject, type Json, type JsonObject } from '../json';

/** A custom field of the site. */
export interface CustomField {
  /** Its key in `customFields`. */
  key: string;
  name: string;
  type: 'text' | 'number' | 'date' | 'dropdown' | 'multidropdown' | 'user';
  options?: readonly { id: number; value: string }[];
}

/** Custom fields, in the position that a JSON Patch must use to reach each. */
export const CUSTOM_FIELDS: readonly CustomField[] = [
  { key: 'customfield_90776', name: 'Business sponsor', type: 'text' },
  { key: 'customfield_90777', name: 'Cost centre', type: 'text' },
  {
    key: 'customfield_90778',
    name: 'Regulatory',
    type: 'dropdown',
    options: [
      { id: 10, value: 'Yes' },
      { id: 11, value: 'No' },
    ],
  },
  { key: 'customfield_90779', name: 'Jira address', type: 'text' },
  { key: 'customfield_90780', name: 'Confidence', type: 'number' },
  { key: 'customfield_90781', name: 'Review date', type: 'date' },
  {
    key: 'customfield_90782',
    name: 'Channels',
    type: 'multidropdown',
    options: [
      { id: 20, value: 'Web' },
      { id: 21, value: 'App' },
      { id: 22, value: 'Shop' },
    ],
  },
  { key: 'customfield_90783', name: 'Approver', type: 'user' },
];

/**
 * The array as the API answers it: one single-key object per custom field, in the site's order,
 * null for the fields without a value, and an id on each value.
 */
export function completeCustomFields(given: readonly Json[], nextId: () => number): JsonObject[] {
  const values: JsonObject = Object.assign({}, ...given.filter(isJsonObject));
  return CUSTOM_FIELDS.map(({ key }) => ({ [key]: withIds(values[key] ?? null, nextId) }));
}

function withIds(value: Json, nextId: () => number): Json {
  if (!Array.isArray(value)) return null;
  return value
    .filter(isJsonObject)
    .map((each) => ({ value: null, ...each, id: each.id ?? nextId() }));
}
