import { stamp, type Stamp } from '../../stamp';
import { converted, refused } from '../codec';
import type { CustomKind } from './kind';

/** A number, or a text that is none: then it goes nowhere. */
type NumberOrText = number | string | null;

function numberIn(value: unknown): NumberOrText {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'string' || value.trim() === '') return null;
  const number = Number(value.trim());
  return Number.isFinite(number) ? number : value.trim();
}

const numberStamp = (value: NumberOrText): Stamp =>
  stamp(value === null ? '' : String(value), value === null ? null : String(value));

/** A number, with or without a fraction. Unlike points, nothing and 0 are two values. */
export const number: CustomKind<NumberOrText, NumberOrText> = {
  jira: { read: numberIn, stamp: numberStamp, payload: (value) => value },
  align: { read: (values) => numberIn(values[0]), stamp: numberStamp },
  equal: (jira, align) => jira === align,
  toAlign: (jira) => converted(jira),
  toJira: (align, _current, { pairing: { name } }) =>
    typeof align !== 'string'
      ? converted(align)
      : refused(
          'CUSTOM_NOT_A_NUMBER',
          `${name} holds "${align.slice(0, 50)}" in Jira Align, which is not a number.`,
          'Enter a number in Jira Align, or pair the field with a text field of Jira.',
        ),
};
