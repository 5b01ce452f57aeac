import { badField } from '../errors';
import type { FieldValue } from '../model';
import type { JiraState } from '../state';
import { asSet, type FieldKind } from './kind';

/**
 * Sprints of an issue: written as the number of one sprint that is not closed, read as every sprint
 * the issue has been in. Null takes it back to the backlog. The sprints are held as texts of ids.
 */
export const sprintKind: FieldKind = {
  operations: ['set'],
  parse(input, field, { state, issue }) {
    const closed = heldSprints(issue?.values[field.id] ?? null, state)
      .filter((sprint) => sprint.state === 'closed')
      .map(({ id }) => String(id));
    if (input === null) return asSet(closed);
    const id = typeof input === 'string' && /^\d+$/.test(input) ? Number(input) : input;
    if (typeof id !== 'number') {
      throw badField(field.id, 'Number value expected as the Sprint id.');
    }
    const sprint = state.sprints.find((other) => other.id === id);
    if (!sprint) throw badField(field.id, `Sprint with id '${id}' does not exist.`);
    if (sprint.state === 'closed') {
      throw badField(field.id, 'Issue cannot be assigned to a completed sprint.');
    }
    return asSet([...closed, String(id)]);
  },
  history(value, state) {
    const sprints = heldSprints(value, state);
    return {
      id: sprints.map(({ id }) => id).join(', '),
      text: sprints.map(({ name }) => name).join(', '),
    };
  },
};

/** The sprints a value stands for, as far as they still exist. */
export function heldSprints(value: FieldValue, { sprints }: JiraState) {
  const ids = (value as string[] | null) ?? [];
  return ids.flatMap((id) => sprints.find((sprint) => String(sprint.id) === id) ?? []);
}
