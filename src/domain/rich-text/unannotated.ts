import { fromHtml } from './from-html';
import { toHtml } from './to-html';

/**
 * Canonical HTML without what only attributes carry: who a mention means, dates and files as more
 * than text, panels, the language of code. An application that keeps elements but drops attributes
 * it does not know returns a text that is equal in this form, so compare in it to tell whether a
 * person has edited the text. (Which attributes Jira Align keeps is not verified on a live site.)
 */
export function unannotatedHtml(html: string | null): string {
  const bare = toHtml(fromHtml(html))
    // In canonical HTML a tag never holds another < or >.
    .replace(/<\/?(?:span|time|div)\b[^>]*>/g, '')
    .replace(/<code class=[^>]*>/g, '<code>');
  return toHtml(fromHtml(bare));
}
