import type { SystemField } from '../contract/common';
import type { ValuePairs } from '../contract/mapping';

/** One of the values that a field of choices takes on one side. */
export interface Choice<Id extends string | number = string | number> {
  readonly id: Id;
  readonly name: string;
  /** Last day of a sprint or an iteration, `YYYY-MM-DD`; null when it is not planned yet. */
  readonly ends?: string | null;
  /** A sprint that is over: Jira takes no issue into it any more. */
  readonly closed?: boolean;
}

/** What a field can hold on each side, as far as it was looked up. */
export interface ChoiceLists {
  readonly jira: readonly Choice<string>[];
  readonly align: readonly Choice<number>[];
}

/** The choices of every field that was looked up before planning. */
export type FieldChoices = Readonly<Partial<Record<SystemField, ChoiceLists>>>;

/** The choice meant on the other side, or why none is certain. `name` is what it would have to be called. */
export type Match<C> =
  { readonly one: C } | { readonly unmatched: 'none' | 'several'; name: string };

/** How two sides correspond where neither the mapping nor a name says it. */
export interface Nearest {
  /** The Align choices that a Jira choice may stand for. */
  toAlign(jira: Choice<string>, lists: ChoiceLists): readonly Choice<number>[];
  /** Of several Jira choices that lead to one of Align, that one leads back to the first. */
  readonly firstOfSeveral: boolean;
}

/** What a match depends on. */
export interface Correspondence {
  readonly lists: ChoiceLists;
  readonly pairs: ValuePairs;
  readonly nearest: Nearest | null;
}

/** Names are the same whatever their case and white space. */
export function isSameName(one: string, other: string): boolean {
  return plain(one) === plain(other);
}

function plain(name: string): string {
  return name.replace(/\s+/gu, ' ').trim().toLowerCase();
}

/** The Align choice of a Jira choice: as the mapping says, else the one of its name, else the nearest. */
export function alignChoice(jira: Choice<string>, by: Correspondence): Match<Choice<number>> {
  const pair = by.pairs.find((one) => isSameName(one.jira, jira.name));
  const name = pair?.align ?? jira.name;
  const called = by.lists.align.filter((choice) => isSameName(choice.name, name));
  if (called.length > 0 || pair !== undefined) return theOne(called, name);
  return theOne(by.nearest?.toAlign(jira, by.lists) ?? [], name);
}

/** The Jira choice of an Align choice, see `alignChoice`. */
export function jiraChoice(align: Choice<number>, by: Correspondence): Match<Choice<string>> {
  const pairs = by.pairs.filter((one) => isSameName(one.align, align.name));
  const names = pairs.length > 0 ? pairs.map(({ jira }) => jira) : [align.name];
  for (const name of names) {
    const called = by.lists.jira.filter((choice) => isSameName(choice.name, name));
    if (called.length > 0) return theOne(called, name);
  }
  const [name = align.name] = names;
  if (pairs.length > 0 || by.nearest === null) return theOne([], name);
  const leading = by.lists.jira.filter((jira) => {
    const match = alignChoice(jira, by);
    return 'one' in match && match.one.id === align.id;
  });
  return theOne(by.nearest.firstOfSeveral ? leading.slice(0, 1) : leading, name);
}

/** Whether the two mean the same, as either side leads to the other: so many to one do not change back and forth. */
export function isSameChoice(
  jira: Choice<string>,
  align: Choice<number>,
  by: Correspondence,
): boolean {
  const there = alignChoice(jira, by);
  if ('one' in there && there.one.id === align.id) return true;
  const back = jiraChoice(align, by);
  return 'one' in back && back.one.id === jira.id;
}

function theOne<C extends Choice>(found: readonly C[], name: string): Match<C> {
  const [one, ...others] = found;
  if (one === undefined) return { unmatched: 'none', name };
  return others.length === 0 ? { one } : { unmatched: 'several', name };
}
