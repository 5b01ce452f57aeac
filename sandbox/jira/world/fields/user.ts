import { badField } from '../errors';
import { holds } from '../permissions';
import { mustBe, reference, type FieldKind } from './kind';

/** Assignee and reporter. Only accounts that may be assigned in the project can be the assignee. */
export const userKind: FieldKind = {
  operations: ['set'],
  parse(input, field, { state, project }) {
    if (input === null) return null;
    const accountId = reference(input, 'accountId') ?? reference(input, 'id');
    if (accountId === undefined) {
      const cleared = typeof input === 'object' && 'accountId' in (input as object);
      if (cleared) return null;
      throw mustBe(field, 'an object with an accountId');
    }
    const person = state.people.find((other) => other.accountId === accountId);
    if (!person) throw badField(field.id, `Specify a valid value for ${field.id}`);
    const assignable = person.active && holds(state, project.key, 'ASSIGNABLE_USER', accountId);
    if (field.id === 'assignee' && !assignable) {
      throw badField(field.id, `User '${accountId}' cannot be assigned issues.`);
    }
    return accountId;
  },
  history: (value, state) => ({
    id: value as string | null,
    text: state.people.find(({ accountId }) => accountId === value)?.displayName ?? null,
  }),
};
