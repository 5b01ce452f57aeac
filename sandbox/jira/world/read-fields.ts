import { JiraError, notOnScreen } from './errors';
import { asSet, type FieldContext } from './fields/kind';
import { FIELD_KINDS } from './fields/kinds';
import type { FieldDefinition } from './fields/definition';
import type { FieldValue } from './model';

/** `IssueUpdateDetails` of REST v3, as far as the sandbox reads it. */
export interface IssueUpdate {
  fields?: Record<string, unknown>;
  update?: Record<string, Record<string, unknown>[]>;
  properties?: { key: string; value: unknown }[];
}

/**
 * Parses every field of a request against a screen and collects what is wrong with each.
 * @param onScreen whether a field id can be set at all here
 * @throws {JiraError} 400 naming each refused field
 */
export function readFields(
  request: IssueUpdate,
  definitions: readonly FieldDefinition[],
  context: FieldContext,
  onScreen: (fieldId: string) => boolean,
): Map<string, FieldValue> {
  const errors: Record<string, string> = {};
  const values = new Map<string, FieldValue>();
  const read = (fieldId: string, parse: (field: FieldDefinition) => FieldValue) => {
    const field = definitions.find(({ id }) => id === fieldId);
    if (!field || !onScreen(fieldId)) {
      errors[fieldId] = notOnScreen(fieldId);
      return;
    }
    try {
      values.set(fieldId, parse(field));
    } catch (error) {
      if (!(error instanceof JiraError)) throw error;
      Object.assign(errors, error.errors);
    }
  };
  for (const [fieldId, input] of Object.entries(request.fields ?? {})) {
    read(fieldId, (field) => FIELD_KINDS[field.kind].parse(input, field, context));
  }
  for (const [fieldId, operations] of Object.entries(request.update ?? {})) {
    if (request.fields && Object.hasOwn(request.fields, fieldId)) {
      errors[fieldId] = `Field '${fieldId}' cannot appear in both 'fields' and 'update'`;
    } else {
      read(fieldId, (field) => applyOperations(field, operations, context));
    }
  }
  if (Object.keys(errors).length > 0) throw new JiraError(400, [], errors);
  return values;
}

/** Labels are a list even when there are none. */
const emptyList = (field: FieldDefinition): FieldValue => (field.kind === 'labels' ? [] : null);

function applyOperations(
  field: FieldDefinition,
  operations: Record<string, unknown>[],
  context: FieldContext,
): FieldValue {
  const kind = FIELD_KINDS[field.kind];
  let value: FieldValue = context.issue?.values[field.id] ?? null;
  for (const operation of operations) {
    for (const [verb, operand] of Object.entries(operation)) {
      if (!kind.operations.some((known) => known === verb)) {
        throw new JiraError(400, [], {
          [field.id]: `Field with id '${field.id}' and name '${field.name}' does not support operation '${verb}'. Supported operation(s) are: '${kind.operations.join(', ')}'`,
        });
      }
      if (verb === 'set') {
        value = kind.parse(operand, field, context);
        continue;
      }
      const list = Array.isArray(value) ? value : [];
      const named = (kind.parse([operand], field, context) ?? []) as string[];
      const rest = list.filter((entry) => !named.includes(entry));
      value = asSet(verb === 'add' ? [...rest, ...named] : rest) ?? emptyList(field);
    }
  }
  return value;
}
