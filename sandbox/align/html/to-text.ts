import { load } from 'cheerio';

/** The words of a piece of HTML on one line, cut to a length. */
export function htmlToLine(html: string, length = 160): string {
  const $ = load(html.replace(/<(br|\/p|\/li|\/h\d|\/tr|\/td|\/th)\b/gi, ' <$1'), null, false);
  const line = $.root().text().replace(/\s+/g, ' ').trim();
  return line.length > length ? `${line.slice(0, length - 1).trimEnd()}…` : line;
}
