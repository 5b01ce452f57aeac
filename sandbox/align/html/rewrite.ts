import { load, type CheerioAPI } from 'cheerio';

const RENAMED: Readonly<Record<string, string>> = { strong: 'b', em: 'i', strike: 's', del: 's' };
const BLOCKS = 'p, li, h1, h2, h3, h4, h5, h6, div, td, th';

/**
 * The same description in other markup, as editors of rich text return it: other tags for bold and
 * italic, attributes in another order, a no-break space beside inline tags, a trailing `<br>`.
 * A second pass changes nothing more. That Jira Align does this is not verified against a live site.
 */
export function rewriteHtml(html: string): string {
  if (html.trim() === '') return html;
  const $ = load(html, null, false);
  $('*').each((_, node) => {
    if (!('attribs' in node)) return;
    node.tagName = RENAMED[node.tagName] ?? node.tagName;
    const reversed = Object.entries(node.attribs).sort(([a], [b]) => (a < b ? 1 : -1));
    node.attribs = Object.fromEntries(reversed);
  });
  noBreakSpaces($);
  breakAtEnd($);
  return $.html();
}

function noBreakSpaces($: CheerioAPI): void {
  $('b, i, a, code').each((_, { prev, next }) => {
    if (prev?.type === 'text') prev.data = prev.data.replace(/ $/, '\u00a0');
    if (next?.type === 'text') next.data = next.data.replace(/^ /, '\u00a0');
  });
}

function breakAtEnd($: CheerioAPI): void {
  const last = $(BLOCKS).last();
  if (last.length > 0 && last.children().last().prop('tagName') !== 'BR') last.append('<br>');
}
