import { adfToHtml, canonicalHtml, fromHtml, htmlToAdf, plainText } from '../rich-text';
import { stamp, type Stamp } from '../stamp';
import { converted, type FieldCodec } from './codec';

/**
 * Both sides are compared as canonical HTML. The loose key is the plain text: a side that only reformats what the
 * app wrote (Align may rewrite its HTML, Jira its ADF) has not changed it.
 */
function richStamp(html: string): Stamp {
  const text = plainText(fromHtml(html));
  return stamp(html, text, text.replace(/\s+/gu, ' ').trim());
}

/** Both values are canonical HTML; the empty string is an empty description. */
export const description: FieldCodec<string, string> = {
  name: 'description',
  jira: {
    read: (issue) => adfToHtml(issue.description),
    stamp: richStamp,
    fieldId: () => 'description',
    payload: (html) => (html === '' ? null : htmlToAdf(html)),
    changeIds: () => ['description'],
  },
  align: {
    read: (item) => canonicalHtml(item.description),
    stamp: richStamp,
    property: 'description',
  },
  equal: (jira, align) => jira === align,
  toAlign: (jira) => converted(jira),
  toJira: (align) => converted(align),
};
