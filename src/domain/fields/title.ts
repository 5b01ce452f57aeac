import { stamp } from '../stamp';
import { converted, refused, type FieldCodec } from './codec';

/** Jira Cloud's limit of a summary, in characters (UTF-16 units). */
const SUMMARY_CHARACTERS = 255;

/** A title is one line: any run of white space counts as one space, at the ends as none. */
function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** Both values are one line of text. */
export const title = {
  name: 'title',
  jira: {
    read: (issue) => oneLine(issue.summary),
    stamp: (value) => stamp(value, value),
    fieldId: () => 'summary',
    payload: (value) => value,
    changeIds: () => ['summary'],
  },
  align: {
    read: (item) => oneLine(item.title),
    stamp: (value) => stamp(value, value),
    property: 'title',
  },
  equal: (jira, align) => jira === align,
  toAlign: (jira) => converted(jira),
  toJira: (align) => {
    if (align === '') {
      return refused(
        'TITLE_EMPTY',
        'The Jira Align title is empty, and Jira requires a summary.',
        'Give the item a title in Jira Align.',
      );
    }
    if (align.length > SUMMARY_CHARACTERS) {
      return refused(
        'TITLE_TOO_LONG',
        `The Jira Align title has ${align.length} characters; Jira takes at most ${SUMMARY_CHARACTERS}.`,
        'Shorten the title in Jira Align. Jira keeps its summary until then.',
      );
    }
    return converted(align);
  },
} as const satisfies FieldCodec<string, string>;
