import type { PropertyKind } from '../dto/shape';
import { ITEM_TYPES, type ItemType } from '../item-types';
import { isJsonObject, type Json, type JsonObject } from '../json';
import { CUSTOM_FIELDS } from './custom-fields';
import type { FieldProblem } from './refusal';

const isListOf = (of: (element: Json) => boolean) => (value: Json) =>
  Array.isArray(value) && value.every(of);
const isText = (value: Json | undefined) => value == null || typeof value === 'string';
const isCustomField = (entry: Json): boolean => {
  if (!isJsonObject(entry)) return false;
  const [[key, value] = ['', null], ...more] = Object.entries(entry);
  const known = CUSTOM_FIELDS.some((field) => field.key === key);
  return known && more.length === 0 && (value === null || isListOf(isJsonObject)(value));
};

/** What a non-null value of each kind must be, and what to say when it is not. */
const RULES: Record<PropertyKind, { holds(value: Json): boolean; wanted: string }> = {
  integer: { holds: (value) => Number.isInteger(value), wanted: 'an integer' },
  number: { holds: (value) => typeof value === 'number', wanted: 'a number' },
  boolean: { holds: (value) => typeof value === 'boolean', wanted: 'a boolean' },
  text: { holds: (value) => typeof value === 'string', wanted: 'a string' },
  html: { holds: (value) => typeof value === 'string', wanted: 'a string of HTML' },
  uid: { holds: (value) => typeof value === 'string', wanted: "a string, a person's uid" },
  date: {
    holds: (value) => typeof value === 'string' && !Number.isNaN(Date.parse(value)),
    wanted: 'an ISO date-time',
  },
  integers: { holds: isListOf((each) => Number.isInteger(each)), wanted: 'an array of integers' },
  list: { holds: Array.isArray, wanted: 'an array' },
  links: {
    holds: isListOf((each) => isJsonObject(each) && isText(each.name) && isText(each.link)),
    wanted: 'an array of {name, link}',
  },
  epicPoints: { holds: isListOf(isJsonObject), wanted: 'an array of estimates' },
  customFields: {
    holds: isListOf(isCustomField),
    wanted: 'an array of single-key objects, each a custom field of the site',
  },
  unverified: {
    holds: (value) => !isJsonObject(value) && !Array.isArray(value),
    wanted: 'a scalar',
  },
};

/** What is wrong with the types and ranges of some properties of an item. */
export function typeProblems(type: ItemType, fields: JsonObject): FieldProblem[] {
  const { shape, states } = ITEM_TYPES[type];
  return Object.entries(fields).flatMap(([field, value]) => {
    const kind = shape.properties[field];
    if (!kind) return [{ field, message: `${shape.name} has no such property` }];
    if (value === null) return [];
    const rule = RULES[kind];
    if (!rule.holds(value)) return [{ field, message: `must be ${rule.wanted}` }];
    if (field === 'state' && !Object.hasOwn(states, String(value))) {
      return [{ field, message: `must be one of ${Object.keys(states).join(', ')}` }];
    }
    return [];
  });
}

/** Which of these properties are mandatory on creation, yet absent, null or blank. */
export function missingProblems(type: ItemType, fields: JsonObject, among?: readonly string[]) {
  const isMissing = (field: string) => {
    const value = fields[field];
    return value == null || (typeof value === 'string' && value.trim() === '');
  };
  return ITEM_TYPES[type].mandatory
    .filter((field) => (!among || among.includes(field)) && isMissing(field))
    .map((field): FieldProblem => ({ field, message: 'is required' }));
}
