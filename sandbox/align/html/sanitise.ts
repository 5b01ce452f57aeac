import { load, type CheerioAPI } from 'cheerio';

const ALLOWED: Readonly<Record<string, readonly string[]>> = Object.fromEntries([
  ...'p br hr h1 h2 h3 h4 h5 h6 ul ol li strong b em i u s del sub sup code pre blockquote'
    .split(' ')
    .map((tag): [string, string[]] => [tag, []]),
  ...'table thead tbody tfoot tr div span'.split(' ').map((tag): [string, string[]] => [tag, []]),
  ['td', ['colspan', 'rowspan']],
  ['th', ['colspan', 'rowspan']],
  ['a', ['href', 'title']],
  ['img', ['src', 'alt', 'width', 'height']],
]);
const DROPPED_WHOLE = 'script, style, iframe, object, embed, form, svg, math, template, noscript';
const SAFE_ADDRESS = /^(https?:|mailto:|\/(?!\/)|#)/i;

/** Markup that is safe to show in a page: known tags and attributes, addresses of known schemes. */
export function sanitiseHtml(html: string): string {
  return sanitised(html).html();
}

/** The same, with links that open beside the page. */
export function showableHtml(html: string): string {
  const $ = sanitised(html);
  $('a[href]').attr({ rel: 'noopener noreferrer', target: '_blank' });
  return $.html();
}

/** Whether a text holds at least one tag that may be shown; `1 <b 2` and `<line>` do not count. */
export function hasMarkup(text: string): boolean {
  const tags = text.matchAll(/<\/?([a-z][a-z0-9]*)(?:\s[^<>]*)?\/?>/gi);
  return [...tags].some(([, tag = '']) => Object.hasOwn(ALLOWED, tag.toLowerCase()));
}

function sanitised(html: string): CheerioAPI {
  const $ = load(html, null, false);
  $(DROPPED_WHOLE).remove();
  $.root()
    .contents()
    .add($('*').contents())
    .filter((_, node) => node.type === 'comment' || node.type === 'directive')
    .remove();
  $('*').each((_, node) => {
    if (!('attribs' in node)) return;
    const attributes = ALLOWED[node.tagName];
    if (!attributes) {
      $(node).replaceWith($(node).contents());
      return;
    }
    for (const [name, value] of Object.entries(node.attribs)) {
      const isAddress = name === 'href' || name === 'src';
      if (!attributes.includes(name) || (isAddress && !SAFE_ADDRESS.test(value.trim()))) {
        $(node).removeAttr(name);
      }
    }
  });
  return $;
}
