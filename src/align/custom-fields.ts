import type { AlignCustomField, AlignItem } from '../domain/align-item';
import type { AlignValues } from '../domain/ports/align';
import type { PatchOperation } from './patch';

/** A value to be written: a text, a number, several texts, or null for none. An empty text is none. */
export type CustomValue = string | number | readonly string[] | null;

const PREFIX = 'custom:';

/** The custom fields among values under the app's names, by the names that the API has for them. */
export function customValues(values: AlignValues): ReadonlyMap<string, CustomValue> {
  const custom = Object.entries(values).filter(([property]) => property.startsWith(PREFIX));
  return new Map(
    custom.map(([property, value]) => [
      property.slice(PREFIX.length),
      value === '' ? null : (value as CustomValue),
    ]),
  );
}

/**
 * Reads an item's `customFields`: a list of objects with one key each, the site's order, and under the key null or a
 * list of `{value, id}`. A value that stands alone instead of in a list is read as well.
 */
export function readCustomFields(list: unknown): Record<string, AlignCustomField> {
  const fields: Record<string, AlignCustomField> = {};
  if (!Array.isArray(list)) return fields;
  for (const [position, entry] of (list as unknown[]).entries()) {
    if (typeof entry !== 'object' || entry === null) continue;
    for (const [name, held] of Object.entries(entry)) {
      const set = held === null || held === '' ? [] : [held as unknown].flat();
      const values = set.map(valueOf).filter((value) => value !== null && value !== '');
      fields[name] = { position, values: held === null ? null : values };
    }
  }
  return fields;
}

function valueOf(entry: unknown): unknown {
  if (typeof entry !== 'object' || entry === null) return entry;
  return 'value' in entry ? entry.value : null;
}

/** A new item's list: what a creation takes. */
export function newCustomFields(values: ReadonlyMap<string, CustomValue>): object[] {
  return [...values].map(([name, value]) => ({ [name]: entriesOf(value) }));
}

function entriesOf(value: CustomValue): { value: unknown }[] | null {
  const all = value === null ? [] : [value].flat();
  return all.length === 0 ? null : all.map((each) => ({ value: each }));
}

/**
 * The operations of a JSON Patch (RFC 6902) that may set one custom field, to be tried one after the other as long as
 * the site refuses them. Documented is the first only: the value of a field that is set, by its place in the item's
 * list; its path does not exist before the field has been set once. Nothing of it was seen on a live site.
 */
export function customOperations(
  { customFields }: Pick<AlignItem, 'customFields'>,
  name: string,
  value: CustomValue,
): PatchOperation[] {
  const known = customFields[name];
  const forms =
    known === undefined
      ? whereNotListed(Object.keys(customFields).length === 0, name, value)
      : whereListed(known, `/customFields/${known.position}/${name}`, value);
  if (typeof value !== 'number') return forms;
  // A site may hold numbers as texts.
  return [...forms, ...customOperations({ customFields }, name, String(value)).slice(0, 1)];
}

function whereNotListed(hasNone: boolean, name: string, value: CustomValue): PatchOperation[] {
  const entry = { [name]: entriesOf(value) };
  if (!hasNone) return [{ op: 'add', path: '/customFields/-', value: entry }];
  return ['add', 'replace'].map((op) => ({ op, path: '/customFields', value: [entry] }));
}

function whereListed(
  { values }: AlignCustomField,
  place: string,
  value: CustomValue,
): PatchOperation[] {
  const entries = entriesOf(value);
  const whole = (op: string): PatchOperation => ({ op, path: place, value: entries });
  if (values === null) {
    const first = { op: 'add', path: `${place}/0`, value: entries?.[0] ?? null };
    return [whole('add'), whole('replace'), first];
  }
  const single = { op: 'replace', path: `${place}/0/value`, value };
  const isSingle = values.length === 1 && !Array.isArray(value);
  return [...(isSingle ? [single] : []), whole('replace'), whole('add')];
}

/** The custom field that a refusal names by a path of its own, or undefined. */
export function customNamed(said: string, names: Iterable<string>): string | undefined {
  const words = said.split(/[^A-Za-z0-9_]+/).map((word) => word.toLowerCase());
  return [...names].find((name) => words.includes(name.toLowerCase()));
}
