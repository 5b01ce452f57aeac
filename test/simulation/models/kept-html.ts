import type { Shape } from '../shape';

/** What Align keeps of an HTML text: a site may write it anew, or drop the attributes that it does not know. */
export function keptHtml(how: Shape['html'], html: string | null): string | null {
  if (html === null || how === 'as given') return html;
  if (how === 'without attributes') return html.replace(/<(\w+)\s[^>]*>/g, '<$1>');
  return html
    .replace(/<strong>/g, '<b>')
    .replace(/<\/strong>/g, '</b>')
    .replace(/<p>/g, '<div>')
    .replace(/<\/p>/g, '</div>\n');
}
