import type { CustomFieldKind } from '../contract/mapping';
import type { AlignCustomFieldInfo } from '../domain/ports/align-custom-fields';

type Row = Readonly<Record<string, unknown>>;

const FIELD = /^customfield_\w{1,40}$/i;

/**
 * The custom fields in the answer of `GET /{Type}/{id}/editmeta`. That it tells their names, types and options is
 * documented, its form is not, so each that such an answer usually has is read: fields by their names or in a list,
 * on their own or among all fields, options as texts or as objects.
 */
export function customFieldsIn(meta: unknown): AlignCustomFieldInfo[] {
  const fields = new Map(namedRows(meta).filter(([id]) => FIELD.test(id)));
  return [...fields].map(([id, row]) => {
    const options = optionsOf(row);
    return { id, name: textOf(row, NAMES) ?? id, kind: kindOf(row, options), options };
  });
}

const NAMES = ['label', 'displayName', 'name', 'title'] as const;

function namedRows(meta: unknown): [string, Row][] {
  const held = isRow(meta) ? (meta.customFields ?? meta.fields ?? meta) : meta;
  if (!Array.isArray(held)) return isRow(held) ? rowsIn(held) : [];
  return (held as unknown[]).filter(isRow).flatMap((entry) => {
    const id = idOf(entry);
    return id === null ? rowsIn(entry) : [[id, entry] as [string, Row]];
  });
}

function rowsIn(held: Row): [string, Row][] {
  return Object.entries(held).filter((entry): entry is [string, Row] => isRow(entry[1]));
}

/** In a list an entry says itself which field it is, perhaps by its number alone. */
function idOf(entry: Row): string | null {
  const said = [entry.id, entry.key, entry.fieldId, entry.field, entry.fieldName, entry.name]
    .filter((value) => typeof value === 'string' || typeof value === 'number')
    .map(String);
  const number = said.find((value) => /^\d+$/.test(value));
  return (
    said.find((value) => FIELD.test(value)) ??
    (number === undefined ? null : `customfield_${number}`)
  );
}

/** Words in the name of a type, those first that decide. */
const KINDS: readonly (readonly [RegExp, CustomFieldKind])[] = [
  [/area|paragraph|multi.?line|memo|rich/, 'paragraph'],
  [/check.?box|multi/, 'choices'],
  [/drop|select|radio|list|choice|option/, 'choice'],
  [/date|day/, 'date'],
  [/num|integer|decimal|float|double|currency|percent/, 'number'],
  [/user|person|people/, 'user'],
  [/text|string|url|line/, 'text'],
];

/** A type that none of the words fits is a list when it has options, else a text. */
function kindOf(row: Row, options: readonly string[]): CustomFieldKind {
  const schema = isRow(row.schema) ? row.schema : {};
  const type = textOf(row, ['type', 'fieldType', 'controlType']) ?? textOf(schema, ['type']) ?? '';
  const known = KINDS.find(([words]) => words.test(type.toLowerCase()));
  return known?.[1] ?? (options.length > 0 ? 'choice' : 'text');
}

function optionsOf(row: Row): string[] {
  const held = [row.options, row.allowedValues, row.values].find(
    (value) => typeof value === 'object' && value !== null,
  );
  const entries: unknown[] = Array.isArray(held) ? held : Object.values(held ?? {});
  const names = entries.flatMap((entry) =>
    typeof entry === 'string' || typeof entry === 'number'
      ? [String(entry)]
      : isRow(entry)
        ? (textOf(entry, ['value', 'name', 'text', 'label', 'title']) ?? [])
        : [],
  );
  return [...new Set(names)];
}

function textOf(row: Row, names: readonly string[]): string | null {
  const found = names.map((name) => row[name]).find((value) => typeof value === 'string' && value);
  return typeof found === 'string' ? found.trim() || null : null;
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
