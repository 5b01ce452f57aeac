import { load, type CheerioAPI } from 'cheerio';
import { hasMarkup, sanitiseHtml } from './sanitise';

const BLOCKS = /^(p|h[1-6]|ul|ol|pre|blockquote|table|hr|div)$/;
const RENAMED: Readonly<Record<string, string>> = { b: 'strong', i: 'em', div: 'p' };

/**
 * The description as it is kept, from what a person typed: either plain text, whose lines become
 * paragraphs, or the loose HTML of a browser's editor, whose bare runs become paragraphs.
 */
export function htmlFromEditor(typed: string): string {
  const text = typed.replace(/\r\n?/g, '\n').trim();
  if (text === '') return '';
  if (!hasMarkup(text)) return paragraphs(text);
  const $ = load(
    sanitiseHtml(text.replaceAll('\u00a0', ' ').replaceAll('&nbsp;', ' ')),
    null,
    false,
  );
  $('span').each((_, node) => void $(node).replaceWith($(node).contents()));
  $('*').each((_, node) => {
    if ('tagName' in node) node.tagName = RENAMED[node.tagName] ?? node.tagName;
  });
  wrapBareRuns($);
  $('p').each((_, node) => {
    $(node)
      .children('br')
      .last()
      .filter((__, br) => br.next === null)
      .remove();
    if ($(node).is(':empty')) $(node).remove();
  });
  return $.html();
}

function paragraphs(text: string): string {
  const $ = load('', null, false);
  for (const line of text.split(/\n+/)) $.root().append($('<p></p>').text(line));
  return $.html();
}

function wrapBareRuns($: CheerioAPI): void {
  let run = $('<p></p>');
  const flush = (before?: Parameters<CheerioAPI>[0]) => {
    if (run.text().trim() !== '' || run.find('img').length > 0) {
      if (before) $(before).before(run);
      else $.root().append(run);
    }
    run = $('<p></p>');
  };
  for (const node of $.root().contents().toArray()) {
    const isBlock = 'tagName' in node && BLOCKS.test(node.tagName);
    if (isBlock) flush(node);
    else run.append(node);
  }
  flush();
}
