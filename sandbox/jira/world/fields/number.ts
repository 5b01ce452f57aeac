import { mustBe, type FieldKind } from './kind';

export const numberKind: FieldKind = {
  operations: ['set'],
  parse(input, field) {
    if (input === null) return null;
    if (typeof input !== 'number' || !Number.isFinite(input)) throw mustBe(field, 'a number');
    return input;
  },
  history: (value) => ({ id: null, text: value === null ? null : String(value) }),
};
