import { badField } from '../errors';
import { isRecord, type FieldKind } from './kind';

/** One Atlassian team: written as its id, read as an object. */
export const teamKind: FieldKind = {
  operations: ['set'],
  parse(input, field, { state }) {
    if (input === null || input === '') return null;
    const id = isRecord(input) ? input.id : input;
    const team = state.teams.find((other) => other.id === id);
    if (!team) throw badField(field.id, `Team id '${String(id)}' is not valid.`);
    return team.id;
  },
  history: (value, { teams }) => ({
    id: value as string | null,
    text: teams.find(({ id }) => id === value)?.name ?? null,
  }),
};
