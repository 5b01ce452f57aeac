import { stamp, type Stamp } from '../../stamp';
import { converted, refused } from '../codec';
import type { CustomKind } from './kind';

/** Jira Cloud's limit of a single-line text field, in characters (UTF-16 units). */
const LINE_CHARACTERS = 255;

/** One line: any run of white space counts as one space, at the ends as none. */
const oneLine = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number'
    ? String(value).replace(/\s+/gu, ' ').trim()
    : '';

const lineStamp = (value: string): Stamp => stamp(value, value);

/** A single line of text. */
export const text: CustomKind<string, string> = {
  jira: { read: oneLine, stamp: lineStamp, payload: (value) => value || null },
  align: { read: (values) => oneLine(values[0]), stamp: lineStamp },
  equal: (jira, align) => jira === align,
  toAlign: (jira) => converted(jira),
  toJira: (align, _current, { pairing: { name } }) =>
    align.length <= LINE_CHARACTERS
      ? converted(align)
      : refused(
          'CUSTOM_TEXT_TOO_LONG',
          `${name} has ${align.length} characters in Jira Align; Jira takes at most ${LINE_CHARACTERS}.`,
          'Shorten the text in Jira Align. Jira keeps its own until then.',
        ),
};
