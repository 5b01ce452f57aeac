import { isRecord } from './adf-document';
import type { AdfMark } from './adf-document';
import { combinableMarks, type Marks } from './marks';
import { safeUrl } from './safe-url';

/** The marks of a text node; a link that the node itself is (a card, an image) is the fallback. */
export function marksOf(adfMarks: unknown[], link: string | null): Marks {
  const marks: Marks = {};
  if (link !== null) marks.link = link;
  for (const mark of adfMarks) {
    if (!isRecord(mark)) continue;
    const attrs = isRecord(mark['attrs']) ? mark['attrs'] : {};
    switch (mark['type']) {
      case 'strong':
      case 'em':
      case 'underline':
      case 'strike':
      case 'code':
        marks[mark['type']] = true;
        break;
      case 'subsup':
        if (attrs['type'] === 'sub' || attrs['type'] === 'sup') marks.script = attrs['type'];
        break;
      case 'link': {
        const url = safeUrl(attrs['href']);
        if (url !== null) marks.link = url;
      }
    }
  }
  return combinableMarks(marks);
}

/** The marks as the Atlassian Document Format writes them. */
export function adfMarks(marks: Marks): AdfMark[] {
  const written: AdfMark[] = [];
  const link = safeUrl(marks.link);
  if (link !== null) written.push({ type: 'link', attrs: { href: link } });
  if (marks.strong) written.push({ type: 'strong' });
  if (marks.em) written.push({ type: 'em' });
  if (marks.underline) written.push({ type: 'underline' });
  if (marks.strike) written.push({ type: 'strike' });
  if (marks.script) written.push({ type: 'subsup', attrs: { type: marks.script } });
  if (marks.code) written.push({ type: 'code' });
  return written;
}
