/**
 * Guarantee: time grows with the length of the text and depth never exhausts the stack, so no
 * description can stall or crash a sync. The bound for 200 kB is 500 ms of processor time each way.
 */
import {
  adfToHtml,
  canonicalHtml,
  fromAdf,
  htmlToAdf,
  plainText,
  toAdf,
} from '../../../src/domain/rich-text';

const SIZE = 200_000;

function filled(piece: string): string {
  return piece.repeat(Math.ceil(SIZE / piece.length));
}

const HUGE: [string, string][] = [
  [
    'ordinary paragraphs',
    filled('<p>Some <b>bold</b> words &amp; a <a href="https://a.example/x">link</a>.</p>'),
  ],
  ['one word', filled('x')],
  ['white space', `a${filled(' \u00a0\n\t')}b`],
  ['entities', filled('&amp;&lt;&#x1F600;')],
  ['list items never closed', filled('<ul><li>x')],
  ['bold never closed', filled('<b>x')],
  ['bold and italic crossed', filled('<b><i>x</b>y</i>')],
  ['end tags of nothing', filled('</b></div></td>')],
  ['end tags under a deep stack', `${'<i>'.repeat(20_000)}${filled('</b>')}`],
  ['nested tables', filled('<table><tr><td>x')],
  ['paragraphs between table cells', `<table>${filled('<p>a')}`],
  ['attributes', `<p ${filled('a=1 ')}>x</p>`],
  ['one long style', `<p style="${filled('color:red;')}">x</p>`],
  ['one long address', `<a href="https://a.example/${filled('x y')}">x</a>`],
  ['links', filled('<a href="https://a.example/">x')],
  ['mentions', filled('<span data-mention="712020:ana">@Ana</span>')],
  ['preformatted spaces', `<pre>a${filled(' ')}b${filled('\n')}c</pre>`],
  ['unfinished comments', filled('<!--')],
  ['unfinished tags', filled('<a ')],
];

/** Processor time in ms: on a busy machine the clock would measure its neighbours. */
function cost(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

test.each(HUGE)('200 kB of %s take less than 500 ms each way', (_what, html) => {
  let doc: unknown;
  expect(cost(() => (doc = htmlToAdf(html)))).toBeLessThan(500);
  expect(cost(() => adfToHtml(doc))).toBeLessThan(500);
});

test.each([
  'div',
  ...['blockquote', 'ul', 'ol', 'li', 'table', 'td', 'b', 'span', 'h1', 'pre', 'p', 'a', 'section'],
])('5,000 nested %s elements are read, and their text with them', (name) => {
  const html = `${`<${name}>`.repeat(5000)}deep${`</${name}>`.repeat(5000)}<p>after</p>`;
  const once = canonicalHtml(html);
  expect(plainText(fromAdf(htmlToAdf(html)))).toContain('deep\nafter');
  expect(canonicalHtml(once)).toBe(once);
});

test('nested lists are kept to a depth and flattened below it, losing no item', () => {
  const depth = 5000;
  let html = '';
  for (let level = 0; level < depth; level += 1) html += `<ul><li>item ${level}`;
  const text = plainText(fromAdf(htmlToAdf(html)));
  expect(text.split('\n')).toEqual(Array.from({ length: depth }, (_, level) => `item ${level}`));
  expect(canonicalHtml(html).match(/<ul>/g)).toHaveLength(15);
});

test.each([
  'blockquote',
  'panel',
  'bulletList',
  'layoutSection',
  'paragraph',
  'mystery',
  'codeBlock',
])('100,000 nested %s nodes are read, and their text with them', (type) => {
  let node: unknown = { type: 'text', text: 'deep' };
  for (let level = 0; level < 100_000; level += 1) node = { type, content: [node] };
  const tree = fromAdf({ version: 1, type: 'doc', content: [node] });
  expect(plainText(tree)).toBe('deep');
  expect(fromAdf(toAdf(tree))).toEqual(tree);
});
