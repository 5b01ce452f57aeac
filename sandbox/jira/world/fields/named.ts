import type { JiraState } from '../state';
import type { FieldDefinition } from './definition';

/**
 * A field that every site has.
 * @throws {Error} when the state lacks it: a defect of the sandbox
 */
export function fieldNamed({ fields }: JiraState, id: string): FieldDefinition {
  const field = fields.find((other) => other.id === id);
  if (!field) throw new Error(`The site has no field ${id}`);
  return field;
}
