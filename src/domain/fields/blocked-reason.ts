import { stamp, type Stamp } from '../stamp';
import { converted, refused, type FieldCodec } from './codec';

/** Jira Cloud's limit of a single-line text field, in characters (UTF-16 units). */
const LINE_CHARACTERS = 255;

function oneLine(value: unknown): string {
  return typeof value === 'string' ? value.replace(/\s+/gu, ' ').trim() : '';
}

const textStamp = (value: string): Stamp => stamp(value, value);

/** Both values are one line of text; the empty string is none. */
export const blockedReason: FieldCodec<string, string> = {
  name: 'blockedReason',
  jira: {
    read: (issue, { jiraFields }) => oneLine(issue.fields[jiraFields.blockedReason ?? '']),
    stamp: textStamp,
    fieldId: ({ jiraFields }) => jiraFields.blockedReason ?? null,
    payload: (value) => (value === '' ? null : value),
    changeIds: ({ jiraFields }) => [jiraFields.blockedReason ?? []].flat(),
  },
  align: {
    read: (item) => oneLine(item.more.blockedReason),
    stamp: textStamp,
    property: 'blockedReason',
  },
  equal: (jira, align) => jira === align,
  toAlign: (jira) => converted(jira),
  toJira: (align) =>
    align.length > LINE_CHARACTERS
      ? refused(
          'BLOCKED_REASON_TOO_LONG',
          `The Jira Align blocked reason has ${align.length} characters; Jira takes at most ${LINE_CHARACTERS}.`,
          'Shorten the reason in Jira Align. Jira keeps its own until then.',
        )
      : converted(align),
};
