/**
 * Guarantee: a text whose unknown attributes were dropped by the other application is still
 * recognised as the same text, and an edit of its words is still seen.
 */
import { load } from 'cheerio';
import fc from 'fast-check';
import { adfToHtml, canonicalHtml, unannotatedHtml } from '../../../src/domain/rich-text';
import { editorDocument } from './arbitrary-documents';

/** As an application that allows elements, links, spans of cells and list numbers, nothing more. */
function sanitisedElsewhere(html: string): string {
  const $ = load(html, null, false);
  $('[class]').removeAttr('class');
  $('[datetime]').removeAttr('datetime');
  for (const name of ['', '-collection', '-display']) $('span').removeAttr(`data-media${name}`);
  $('span').removeAttr('data-mention');
  return $.html();
}

test('the form is the same before and after attributes were dropped', () => {
  fc.assert(
    fc.property(editorDocument, (doc) => {
      const html = adfToHtml(doc);
      expect(unannotatedHtml(sanitisedElsewhere(html))).toBe(unannotatedHtml(html));
    }),
    { numRuns: 400 },
  );
});

test('the form is canonical and its own unannotated form', () => {
  fc.assert(
    fc.property(editorDocument, (doc) => {
      const bare = unannotatedHtml(adfToHtml(doc));
      expect(canonicalHtml(bare)).toBe(bare);
      expect(unannotatedHtml(bare)).toBe(bare);
    }),
    { numRuns: 400 },
  );
});

test('a changed word, mark or link changes the form', () => {
  const html = '<p>a <strong>b</strong> <a href="https://a.example/">c</a></p>';
  for (const [from, to] of [
    ['a ', 'x '],
    ['strong', 'em'],
    ['a.example', 'b.example'],
  ] as const) {
    expect(unannotatedHtml(html.replaceAll(from, to))).not.toBe(unannotatedHtml(html));
  }
});

test('mentions, dates, files, panels and languages are left out', () => {
  expect(
    unannotatedHtml(
      '<div class="panel-info"><p>ask <span data-mention="1">@Ana</span></p></div>' +
        '<pre><code class="language-ts">x</code></pre>',
    ),
  ).toBe('<p>ask @Ana</p><pre><code>x</code></pre>');
});
