import { badField } from '../errors';
import { mustBe, type FieldKind } from './kind';

const MAX_SUMMARY = 255;

export const summaryKind: FieldKind = {
  operations: ['set'],
  parse(input, field) {
    if (input === null || input === undefined || (typeof input === 'string' && !input.trim())) {
      throw badField(field.id, 'You must specify a summary of the issue.');
    }
    if (typeof input !== 'string') throw mustBe(field, 'a string');
    if (/[\r\n]/.test(input)) {
      throw badField(field.id, 'The summary is invalid because it contains newline characters.');
    }
    if (input.length > MAX_SUMMARY) {
      throw badField(field.id, `Summary must be less than ${MAX_SUMMARY} characters.`);
    }
    return input.trim();
  },
  history: (value) => ({ id: null, text: value as string }),
};

export const textKind: FieldKind = {
  operations: ['set'],
  parse(input, field) {
    if (input === null || input === '') return null;
    if (typeof input !== 'string') throw mustBe(field, 'a string');
    if (input.length > MAX_SUMMARY) {
      throw badField(
        field.id,
        `The entered text is too long. It exceeds the allowed limit of ${MAX_SUMMARY} characters.`,
      );
    }
    return input;
  },
  history: (value) => ({ id: null, text: value as string | null }),
};
