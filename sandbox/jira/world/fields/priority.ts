import { byId, PRIORITIES } from '../catalog';
import { badField } from '../errors';
import { reference, type FieldKind } from './kind';

export const priorityKind: FieldKind = {
  operations: ['set'],
  parse(input, field) {
    const id = reference(input, 'id');
    const name = reference(input, 'name');
    const found = PRIORITIES.find((priority) =>
      id === undefined ? priority.name === name : priority.id === id,
    );
    if (found) return found.id;
    if (id !== undefined) throw badField(field.id, `Priority with id '${id}' does not exist.`);
    if (name !== undefined) throw badField(field.id, `Priority name '${name}' is not valid`);
    throw badField(field.id, 'Specify a valid priority id or name');
  },
  history: (value) => ({ id: value as string, text: byId(PRIORITIES, value as string).name }),
};
