/**
 * Guarantee: rich text survives the sandbox's pages. A document that a person opens and saves as
 * Markdown comes back the same, nothing a person types makes a document that Jira would refuse,
 * and nothing in a document runs in the page.
 */
import fc from 'fast-check';
import type { AdfDocument, AdfNode } from '../../sandbox/jira/adf/document';
import { fromMarkdown } from '../../sandbox/jira/adf/from-markdown';
import { RenderedDocument } from '../../sandbox/jira/adf/render';
import { toMarkdown } from '../../sandbox/jira/adf/to-markdown';
import { documentText } from '../../sandbox/jira/adf/to-text';
import { documentProblems } from '../../sandbox/jira/adf/validate';
import * as seeds from '../../sandbox/jira/world/seed-documents';

const text = (words: string, ...marks: string[]): AdfNode => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 ? { marks: marks.map((type) => ({ type })) } : {}),
});
const p = (...content: AdfNode[]): AdfNode => ({ type: 'paragraph', content });
const doc = (...content: AdfNode[]): AdfDocument => ({ type: 'doc', version: 1, content });
const item = (...content: AdfNode[]): AdfNode => ({ type: 'listItem', content });

function saved(document: AdfDocument): AdfDocument {
  const { markdown, kept } = toMarkdown(document);
  return fromMarkdown(markdown, kept);
}

test.each(Object.keys(seeds))('the seeded description %s is sound and saves to itself', (name) => {
  const document = fromMarkdown(seeds[name as keyof typeof seeds]);
  expect(documentProblems(document)).toEqual([]);
  expect(document.content.length).toBeGreaterThan(0);
  expect(saved(document)).toEqual(document);
});

test('every shape the editor can spell saves to itself', () => {
  const document = doc(
    { type: 'heading', attrs: { level: 3 }, content: [text('A '), text('bold', 'strong')] },
    p(text('soft'), { type: 'hardBreak' }, text('break', 'em'), text(' and '), text('x', 'code')),
    p(text('see '), {
      ...text('here'),
      marks: [{ type: 'link', attrs: { href: 'https://acme.example/a' } }],
    }),
    {
      type: 'bulletList',
      content: [
        item(p(text('one')), {
          type: 'orderedList',
          attrs: { order: 3 },
          content: [item(p(text('three'))), item(p(text('four')))],
        }),
        item(p(text('two'))),
      ],
    },
    { type: 'blockquote', content: [p(text('said')), p(text('twice'))] },
    { type: 'rule' },
    { type: 'codeBlock', attrs: { language: 'ts' }, content: [text('a * b\n\n- c')] },
    {
      type: 'table',
      content: [
        { type: 'tableRow', content: [{ type: 'tableHeader', content: [p(text('a|b'))] }] },
        { type: 'tableRow', content: [{ type: 'tableCell', content: [p(text('1', 'strike'))] }] },
      ],
    },
  );
  expect(documentProblems(document)).toEqual([]);
  expect(saved(document)).toEqual(document);
});

test('what has no spelling is kept behind a placeholder, even when words around it change', () => {
  const panel: AdfNode = {
    type: 'panel',
    attrs: { panelType: 'warning' },
    content: [p(text('Mind the gap'))],
  };
  const mention: AdfNode = { type: 'mention', attrs: { id: 'x', text: '@Bo Chen' } };
  const colored: AdfNode = {
    ...text('red'),
    marks: [{ type: 'textColor', attrs: { color: '#ff0000' } }],
  };
  const document = doc(p(text('Ask '), mention, text(' about '), colored), panel);
  expect(saved(document)).toEqual(document);
  const { markdown, kept } = toMarkdown(document);
  const edited = fromMarkdown(`# New\n\n${markdown.replace('Ask', 'Tell')}`, kept);
  expect(edited.content[2]).toEqual(panel);
  expect(edited.content[1]?.content).toContainEqual(mention);
  expect(documentProblems(edited)).toEqual([]);
});

test('a placeholder of a node that is gone stays as text', () => {
  const { content } = fromMarkdown('⟦panel 7 lost⟧', []);
  expect(content).toEqual([p(text('⟦panel 7 lost⟧'))]);
});

test('words that look like Markdown stay words', () => {
  const words = '# not *a* heading_, [no](link), 1. `x` ~~y~~ | :rocket: https://a.example \\ <b>';
  const document = doc(p(text(words)), p(text('- no list')), p(text('1. no list')));
  expect(saved(document)).toEqual(document);
});

/** What means something to the editor, and a little that does not. */
const SYNTAX = fc.constantFrom(
  '#',
  '# ',
  '- ',
  '1. ',
  '> ',
  '```',
  '---',
  '|',
  '| a |\n|---|\n',
  '*',
  '**',
  '_',
  '~~',
  '`',
  '[',
  '](x)',
  ':rocket:',
  '⟦panel 1⟧',
  '\n',
  '\n\n',
  '    ',
  ' ',
  'word',
  '\\',
  '🚀',
  'שלום',
);

test('whatever is typed makes a document that Jira takes', () => {
  const typed = fc.oneof(
    fc.string({ maxLength: 80 }),
    fc.array(SYNTAX, { maxLength: 30 }).map((pieces) => pieces.join('')),
  );
  fc.assert(
    fc.property(typed, (markdown) => {
      expect(documentProblems(fromMarkdown(markdown))).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test('plain words of any script save to themselves', () => {
  const words = fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
    fc.array(SYNTAX, { minLength: 1, maxLength: 12 }).map((pieces) => pieces.join('')),
  );
  const line = words
    .map((typed) => typed.replace(/\s+/g, ' ').trim())
    .filter((typed) => typed !== '');
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 5 }), (lines) => {
      const document = doc(...lines.map((each) => p(text(each))));
      expect(saved(document)).toEqual(document);
    }),
    { numRuns: 500 },
  );
});

test.each<[string, unknown]>([
  ['an unknown node', doc({ type: 'blink' })],
  ['a node of the object prototype', doc({ type: 'constructor' })],
  ['text outside a paragraph', doc(text('x'))],
  ['an empty text', doc(p(text('')))],
  ['an empty list', doc({ type: 'bulletList', content: [] })],
  ['a heading of level 7', doc({ type: 'heading', attrs: { level: 7 }, content: [] })],
  ['a link without address', doc(p({ ...text('x'), marks: [{ type: 'link' }] }))],
  ['code that is bold', doc(p(text('x', 'code', 'strong')))],
  ['an unknown mark', doc(p(text('x', 'blink')))],
  [
    'a table in a list',
    doc({ type: 'bulletList', content: [item({ type: 'table', content: [] })] }),
  ],
  ['no content', { type: 'doc', version: 1 }],
])('a document with %s is refused', (_, document) => {
  expect(documentProblems(document)).not.toEqual([]);
});

test('a document draws as HTML that cannot run anything', () => {
  const bad = (href: string) => ({ ...text('x'), marks: [{ type: 'link', attrs: { href } }] });
  const html = String(
    RenderedDocument({
      document: doc(
        p(text('<script>alert(1)</script>')),
        p(bad('javascript:alert(1)'), bad('//evil.example'), bad('https://acme.example/"onx="')),
      ),
    }),
  );
  expect(html).toContain('&lt;script&gt;');
  expect(html).not.toMatch(/<script|href="javascript|href="\/\//i);
  expect(html).toContain('href="https://acme.example/&quot;onx=&quot;"');
});

test("headings follow the page's own without a gap, whatever levels the document uses", () => {
  const html = String(RenderedDocument({ document: fromMarkdown('# A\n\n#### B\n\n# C') }));
  expect(html.match(/<h\d/g)).toEqual(['<h3', '<h4', '<h3']);
});

test('a document reads as plain text, a line per block', () => {
  expect(
    documentText(fromMarkdown('## Why\n\n- a\n- b **c**\n\n| x | y |\n|---|---|\n| 1 | 2 |')),
  ).toBe('Why\na\nb c\nx\ty\t\n1\t2');
});
