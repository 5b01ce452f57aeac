import type { AlignType, FieldName, Problem } from '../../contract/common';
import type { ProjectMapping } from '../../contract/mapping';
import type { AlignItem, AlignProperty } from '../align-item';
import type { FieldChoices } from '../choices';
import type { JiraIssue } from '../issue';
import type { PeopleMatches } from '../people-match';
import type { Stamp } from '../stamp';

/** What a field needs beyond the two items: the mapping, and the references resolved before planning. */
export interface FieldContext {
  readonly mapping: ProjectMapping;
  readonly alignType: AlignType;
  readonly references: References;
}

/** People, parents and choices of the two items, looked up on the other side. */
export interface References {
  readonly people: PeopleMatches;
  readonly choices: FieldChoices;
  /** Align id of the issue's parent; null when the parent has no twin. */
  readonly alignParentId: number | null;
  /** Issue id of the item's parent; null when the parent has no twin. */
  readonly issueParentId: string | null;
}

/** A value on its way to the other side, or why it cannot go there. */
export type Conversion<T> = { ok: true; value: T } | { ok: false; problem: Problem };

export type { AlignProperty };

/** A custom field of an Align item as the app's names have it: its own after `custom:`. */
export type AlignCustomProperty = `custom:${string}`;

/**
 * The rules of one field. `J` and `A` are the field's value on the Jira and on the Align side.
 * All functions are pure.
 */
export interface FieldCodec<J, A> {
  readonly name: FieldName;
  /** The field's value is a person: a `JiraPerson` or null in Jira, a uid or null in Align. */
  readonly holdsPerson?: boolean;
  /**
   * For a field of choices, which Align gives as bare numbers: a shown value with the names that were looked up. A
   * number that is unknown stays, e.g. "Iteration 451".
   */
  named?(inAlign: string, context: FieldContext): string;
  readonly jira: {
    read(issue: JiraIssue, mapping: ProjectMapping): J;
    stamp(value: J, issue?: JiraIssue): Stamp;
    /** Id of the Jira field that is written, or null when the mapping names none and the field is left alone. */
    fieldId(mapping: ProjectMapping): string | null;
    /** The value as Jira's REST API takes it. */
    payload(value: J): unknown;
    /** Ids under which the changelog records the field. */
    changeIds(mapping: ProjectMapping): readonly string[];
  };
  readonly align: {
    read(item: AlignItem): A;
    stamp(value: A, type: AlignType): Stamp;
    readonly property: AlignProperty | AlignCustomProperty;
  };
  /** Whether the two values already say the same under the mapping. */
  equal(jira: J, align: A, context: FieldContext): boolean;
  toAlign(jira: J, current: A | null, context: FieldContext): Conversion<A>;
  toJira(align: A, current: J | null, context: FieldContext): Conversion<J>;
}

/** A value that can go to the other side. */
export function converted<T>(value: T): Conversion<T> {
  return { ok: true, value };
}

/** A value that cannot, and what a person can do about it. */
export function refused(code: string, message: string, remedy: string): Conversion<never> {
  return { ok: false, problem: { code, message, remedy } };
}
