import { badField, type JiraError } from '../errors';
import type { FieldValue, Issue, Project } from '../model';
import type { JiraState } from '../state';
import type { FieldDefinition } from './definition';

/** What a value is read against. */
export interface FieldContext {
  state: JiraState;
  project: Project;
  /** Type the issue has, or will have once created. */
  typeId: string;
  /** Absent while an issue is created. */
  issue?: Issue;
}

/** Two sides of a value in the history: an id if the field has ids, and words. */
export interface HistoryText {
  id: string | null;
  text: string | null;
}

export interface FieldKind {
  /** Verbs that `update` of REST v3 accepts for the field. */
  operations: readonly ('set' | 'add' | 'remove')[];
  /**
   * Reads a value as REST v3 sends it.
   * @throws {JiraError} 400 with the field's id and what is wrong
   */
  parse(input: unknown, field: FieldDefinition, context: FieldContext): FieldValue;
  history(value: FieldValue, state: JiraState, field: FieldDefinition): HistoryText;
  /** Name of a system field in the history, when it is not its id. */
  historyName?: string;
  /** Splits a change into those that the history tells one by one. */
  steps?(before: FieldValue, after: FieldValue): [FieldValue, FieldValue][];
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads `{id}`, `{key}`, `{name}` or `{accountId}` references; numbers count as ids, as in Jira. */
export function reference(input: unknown, property: string): string | undefined {
  const value = isRecord(input) ? input[property] : undefined;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

/** Values that an issue holds at most once, in one order; null when there are none. */
export function asSet(values: readonly string[]): string[] | null {
  const unique = [...new Set(values)].sort((a, b) =>
    a.localeCompare(b, undefined, { numeric: true }),
  );
  return unique.length > 0 ? unique : null;
}

export const mustBe = (field: FieldDefinition, what: string): JiraError =>
  badField(field.id, `Operation value must be ${what}`);
