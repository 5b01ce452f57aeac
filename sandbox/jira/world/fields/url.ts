import { badField } from '../errors';
import { mustBe, type FieldKind } from './kind';

/** The address of a page. */
export const urlKind: FieldKind = {
  operations: ['set'],
  parse(input, field) {
    if (input === null || input === '') return null;
    if (typeof input !== 'string') throw mustBe(field, 'a string');
    if (!URL.canParse(input)) throw badField(field.id, `${field.name} is not a valid URL.`);
    return input;
  },
  history: (value) => ({ id: null, text: value as string | null }),
};
