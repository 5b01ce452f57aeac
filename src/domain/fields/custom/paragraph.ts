import { fromAdf, fromHtml, plainText, toAdf, type RichText } from '../../rich-text';
import { NO_MARKS } from '../../rich-text/marks';
import { stamp, type Stamp } from '../../stamp';
import { converted, refused } from '../codec';
import type { CustomKind } from './kind';

/** Jira Cloud's limit of a multi-line text field, in characters (UTF-16 units). */
const TEXT_CHARACTERS = 32_767;

/** The words of a document, and whether it has anything that words alone do not carry. */
interface Paragraphs {
  readonly text: string;
  readonly isFormatted: boolean;
}

/** Blank lines and the white space at the end of a line do not count: Jira's format does not keep them. */
const lines = (text: string): string =>
  text
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');

function read(text: RichText): Paragraphs {
  const isPlain = text.content.every(
    (block) =>
      block.type === 'paragraph' &&
      block.content.every(
        (inline) =>
          inline.type === 'break' ||
          (inline.type === 'text' && Object.keys(inline.marks).length === 0),
      ),
  );
  return { text: lines(plainText(text)), isFormatted: !isPlain };
}

const documentOf = (text: string): RichText => ({
  content: text.split('\n').map((line) => ({
    type: 'paragraph',
    content: [{ type: 'text', text: line, marks: NO_MARKS }],
  })),
});

/** Whether Align's editor has made markup of the text. A text that only holds an angle bracket is none. */
const MARKUP = /^\s*<(?:p|div|span|ul|ol|h[1-6]|table|br|b|strong|i|em|u)\b[^>]*>/i;

const wordsOf = (value: unknown): string => {
  if (typeof value !== 'string') return typeof value === 'number' ? String(value) : '';
  return MARKUP.test(value) ? read(fromHtml(value)).text : lines(value);
};

const textStamp = (text: string): Stamp => stamp(text, text, text.replace(/\s+/gu, ' '));

/**
 * Several lines of text. In Jira such a field holds a document; only its words are compared and carried over, and
 * words from Align never replace a document that has formatting in Jira.
 */
export const paragraph: CustomKind<Paragraphs, string> = {
  jira: {
    read: (raw) => read(fromAdf(raw ?? null)),
    stamp: ({ text }) => textStamp(text),
    payload: ({ text }) => (text === '' ? null : toAdf(documentOf(text))),
  },
  align: { read: (values) => wordsOf(values[0]), stamp: textStamp },
  equal: (jira, align) => jira.text === align,
  toAlign: (jira) => converted(jira.text),
  toJira: (align, current, { pairing: { name } }) => {
    if (current?.isFormatted === true) {
      return refused(
        'CUSTOM_TEXT_FORMATTED',
        `${name} has formatting in Jira, such as a link, a list or bold text, which the plain text of Jira Align would replace.`,
        'Change the text in Jira, or take its formatting away there.',
      );
    }
    if (align.length > TEXT_CHARACTERS) {
      return refused(
        'CUSTOM_TEXT_TOO_LONG',
        `${name} has ${align.length} characters in Jira Align; Jira takes at most ${TEXT_CHARACTERS}.`,
        'Shorten the text in Jira Align. Jira keeps its own until then.',
      );
    }
    return converted({ text: align, isFormatted: false });
  },
};
