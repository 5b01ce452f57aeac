import { badField } from '../errors';
import type { FieldKind } from './kind';

/** A calendar day, `yyyy-MM-dd`. */
export const dateKind: FieldKind = {
  operations: ['set'],
  parse(input, field) {
    if (input === null || input === '') return null;
    const day = typeof input === 'string' && /^\d{4}-\d\d-\d\d$/.test(input) ? input : '';
    if (!day || Number.isNaN(Date.parse(day))) {
      throw badField(field.id, "Error parsing date string. It must be in the format 'yyyy-MM-dd'.");
    }
    return day;
  },
  history: (value) => ({
    id: value as string | null,
    text: value === null ? null : `${value as string} 00:00:00.0`,
  }),
};
