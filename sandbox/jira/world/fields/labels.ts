import { badField } from '../errors';
import { mustBe, type FieldKind } from './kind';

const MAX_LABEL = 255;

export const labelsKind: FieldKind = {
  operations: ['add', 'set', 'remove'],
  parse(input, field) {
    if (input === null) return [];
    if (!Array.isArray(input)) throw mustBe(field, 'an array');
    const labels = input.map((label: unknown) => {
      if (typeof label !== 'string') throw mustBe(field, 'a string');
      if (/\s/.test(label)) {
        throw badField(field.id, `The label '${label}' contains spaces which is invalid.`);
      }
      if (label.length > MAX_LABEL) {
        throw badField(
          field.id,
          `The label '${label}' exceeds the maximum length for a single label of ${MAX_LABEL} characters.`,
        );
      }
      return label;
    });
    return [...new Set(labels)].filter((label) => label !== '').sort((a, b) => a.localeCompare(b));
  },
  history: (value) => ({ id: null, text: (value as string[]).join(' ') }),
};
