import type { AlignType, SystemField } from '../../contract/common';
import type { ProjectMapping } from '../../contract/mapping';
import type { AlignItem } from '../align-item';
import {
  alignChoice,
  isSameChoice,
  jiraChoice,
  type Choice,
  type ChoiceLists,
  type Correspondence,
  type Match,
  type Nearest,
} from '../choices';
import { stamp, type Stamp } from '../stamp';
import {
  converted,
  refused,
  type AlignProperty,
  type Conversion,
  type FieldCodec,
  type FieldContext,
} from './codec';

type InJira = readonly Choice<string>[];
type InAlign = readonly number[];

/** What tells one field of choices from another. Both sides are lists; a field of one choice has at most one. */
export interface ChoiceField {
  readonly name: SystemField;
  /** What one is called on each side, e.g. "sprint" and "iteration". */
  readonly words: { readonly jira: string; readonly align: string };
  readonly jira: {
    fieldId(mapping: ProjectMapping): string | null;
    /** From the value as REST answers it. */
    read(raw: unknown): InJira;
    payload(value: InJira): unknown;
    /** What is left where the field is emptied; nothing unless it says otherwise. */
    emptied?(current: InJira): InJira;
    /** Names under which the changelog records the field, besides its id. */
    readonly changeNames?: readonly string[];
  };
  readonly align: {
    readonly property: AlignProperty;
    read(item: AlignItem): InAlign;
    /** Name of a choice that is only known by its number, e.g. "Iteration 451". */
    unnamed(id: number, type: AlignType): string;
    /** Choices that are the same on every site. */
    fixed?(type: AlignType): readonly Choice<number>[];
  };
  readonly nearest?: Nearest;
}

/** Jira takes no issue into a sprint that is closed, so in Jira it counts as none where Align has none. */
const open = (value: InJira): InJira => value.filter(({ closed }) => closed !== true);

/** Codec of a field whose values are choices on both sides. One that has no certain twin is never guessed. */
export function choices(field: ChoiceField): FieldCodec<InJira, InAlign> {
  const { name, jira, align } = field;
  return {
    name,
    named: (text, context) => {
      const { lists } = correspondence(field, context);
      const names = lists.align.map(({ id, name: called }): [string, string] => [
        align.unnamed(id, context.alignType),
        called,
      ]);
      const known = new Map(names);
      return text
        .split(', ')
        .map((part) => known.get(part) ?? part)
        .join(', ');
    },
    jira: {
      read: (issue, mapping) => jira.read(issue.fields[jira.fieldId(mapping) ?? '']),
      stamp: (value) => stampOf(value),
      fieldId: jira.fieldId,
      payload: jira.payload,
      changeIds: (mapping) => [jira.fieldId(mapping) ?? [], ...(jira.changeNames ?? [])].flat(),
    },
    align: {
      read: align.read,
      stamp: (value, type) => stampOf(value.map((id) => ({ id, name: align.unnamed(id, type) }))),
      property: align.property,
    },
    equal: (inJira, inAlign, context) => {
      const by = correspondence(field, context);
      if (inAlign.length === 0) return open(inJira).length === 0;
      const same = (one: Choice<string>, id: number) =>
        isSameChoice(one, alignById(field, id, by, context), by);
      return (
        inJira.every((one) => inAlign.some((id) => same(one, id))) &&
        inAlign.every((id) => inJira.some((one) => same(one, id)))
      );
    },
    toAlign: (inJira, current, context) => {
      const by = correspondence(field, context);
      const ids = inJira.map((one) => {
        // What already stands for it stays.
        const kept = current?.find((id) =>
          isSameChoice(one, alignById(field, id, by, context), by),
        );
        if (kept !== undefined) return converted(kept);
        const match = alignChoice(one, by);
        return 'one' in match
          ? converted(match.one.id)
          : unmatched(field, 'align', one.name, match, context);
      });
      return all(ids);
    },
    toJira: (inAlign, current, context) => {
      const by = correspondence(field, context);
      if (inAlign.length === 0) return converted(jira.emptied?.(current ?? []) ?? []);
      const found = inAlign.map((id) => {
        const choice = alignById(field, id, by, context);
        const kept = current?.find((one) => isSameChoice(one, choice, by));
        if (kept !== undefined) return converted(kept);
        const match = jiraChoice(choice, by);
        if (!('one' in match)) return unmatched(field, 'jira', choice.name, match, context);
        return match.one.closed === true ? closed(field, match.one) : converted(match.one);
      });
      return all(found);
    },
  };
}

const NOTHING_KNOWN: ChoiceLists = { jira: [], align: [] };

function correspondence(
  { name, align, nearest }: ChoiceField,
  { mapping, alignType, references }: FieldContext,
): Correspondence {
  const lists = references.choices[name] ?? NOTHING_KNOWN;
  return {
    lists: align.fixed === undefined ? lists : { ...lists, align: align.fixed(alignType) },
    pairs: mapping.values[name] ?? [],
    nearest: nearest ?? null,
  };
}

function alignById(
  { align }: ChoiceField,
  id: number,
  { lists }: Correspondence,
  { alignType }: FieldContext,
): Choice<number> {
  return (
    lists.align.find((choice) => choice.id === id) ?? { id, name: align.unnamed(id, alignType) }
  );
}

function stampOf(value: readonly Choice[]): Stamp {
  const ids = [...new Set(value.map(({ id }) => String(id)))].sort();
  const names = [...new Set(value.map(({ name }) => name))].sort();
  return stamp(ids.join(','), names.join(', '));
}

function all<T>(parts: readonly Conversion<T>[]): Conversion<readonly T[]> {
  const values: T[] = [];
  for (const part of parts) {
    if (!part.ok) return part;
    if (!values.includes(part.value)) values.push(part.value);
  }
  return converted(values);
}

const code = (name: string): string => name.replace(/[A-Z]/g, '_$&').toUpperCase();

function unmatched(
  { name: field, words }: ChoiceField,
  to: 'jira' | 'align',
  from: string,
  { unmatched: why, name }: Exclude<Match<Choice>, { one: Choice }>,
  { mapping }: FieldContext,
): Conversion<never> {
  const there = to === 'align' ? `Jira Align ${words.align}` : `Jira ${words.jira}`;
  const here = to === 'align' ? `Jira ${words.jira}` : `Jira Align ${words.align}`;
  return refused(
    `${code(field)}_${why === 'none' ? 'NOT' : 'TWICE'}_IN_${to.toUpperCase()}`,
    why === 'none'
      ? `The ${here} "${from}" has no ${there} called "${name}".`
      : `The ${here} "${from}" may be more than one ${there}.`,
    `In the mapping of project ${mapping.projectKey}, say under the field's values which ${there} "${from}" stands for, or give both sides the same name.`,
  );
}

function closed({ name: field, words }: ChoiceField, { name }: Choice): Conversion<never> {
  return refused(
    `${code(field)}_CLOSED`,
    `The ${words.jira} "${name}" is closed, and Jira takes no issue into a closed ${words.jira}.`,
    `Choose in Jira Align the ${words.align} of a ${words.jira} that is open, or leave Jira as it is.`,
  );
}

/** The same for a field that has one choice or none in Align. */
export function choice(field: ChoiceField): FieldCodec<InJira, number | null> {
  const codec = choices(field);
  const list = (id: number | null) => (id === null ? [] : [id]);
  return {
    ...codec,
    align: {
      read: (item) => codec.align.read(item)[0] ?? null,
      stamp: (id, type) => codec.align.stamp(list(id), type),
      property: codec.align.property,
    },
    equal: (jira, id, context) => codec.equal(jira, list(id), context),
    toAlign: (jira, current, context) => {
      const conversion = codec.toAlign(jira, list(current), context);
      return conversion.ok ? converted(conversion.value[0] ?? null) : conversion;
    },
    toJira: (id, current, context) => codec.toJira(list(id), current, context),
  };
}

/** The choice that an Align property holds; 0 stands for none. */
export function chosen(id: number | null | undefined): InAlign {
  return id == null || id === 0 ? [] : [id];
}

/** A choice as REST answers it: an option has a `value`, anything else a `name`. */
export function choiceIn(raw: unknown): Choice<string> | null {
  if (typeof raw !== 'object' || raw === null) return null;
  const { id, value, name, title } = raw as Record<string, unknown>;
  const label = [value, name, title].find((text) => typeof text === 'string');
  if (typeof id !== 'string' && typeof id !== 'number') return null;
  return { id: String(id), name: typeof label === 'string' ? label : String(id) };
}
