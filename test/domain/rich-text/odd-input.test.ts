/** Guarantee: nothing that JSON or a string can hold makes the readers throw. */
import fc from 'fast-check';
import {
  adfToHtml,
  canonicalHtml,
  htmlToAdf,
  toHtml,
  fromAdf,
} from '../../../src/domain/rich-text';
import { adfProblems } from './adf-validator';

test('any JSON value is read as a document', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const html = adfToHtml(value);
      expect(canonicalHtml(html)).toBe(html);
    }),
    { numRuns: 1000 },
  );
});

test('nodes with values of the wrong type are read as far as they make sense', () => {
  const keys = fc.constantFrom('type', 'text', 'content', 'attrs', 'marks', 'level', 'href', 'id');
  const types = fc.constantFrom(
    'text',
    'heading',
    'mention',
    'media',
    'table',
    'panel',
    'date',
    'link',
  );
  const { value } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'medium' },
      types,
      fc.constantFrom(null, true, 3, '', 'words'),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(keys, tie('value'), { maxKeys: 5 }),
    ),
  }));
  fc.assert(
    fc.property(value, (adf) => {
      const html = adfToHtml(adf);
      expect(canonicalHtml(html)).toBe(html);
      expect(adfProblems(htmlToAdf(html))).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});

test.each([null, undefined, '', {}, [], 0, false, { type: 'doc', version: 1, content: [] }])(
  '%p is the empty document',
  (adf) => {
    expect(fromAdf(adf)).toEqual({ content: [] });
  },
);

test.each([
  null,
  '',
  '   ',
  '<p></p>',
  '<p>&nbsp;</p>',
  '<div><br></div>',
  '<!-- x -->',
  '<ul></ul>',
])('the HTML %p is the empty document', (html) => {
  expect(canonicalHtml(html)).toBe('');
  expect(htmlToAdf(html)).toEqual({ version: 1, type: 'doc', content: [] });
});

test('a plain string in place of a document is its text', () => {
  expect(adfToHtml('one\ntwo <b>')).toBe('<p>one<br>two &lt;b&gt;</p>');
});

test('an unknown node counts as its children, its text or its address', () => {
  const content = [
    { type: 'future', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'a' }] }] },
    { type: 'futureWord', attrs: { text: 'b' } },
    { type: 'futureCard', attrs: { url: 'https://a.example/' } },
    { type: 'extension', attrs: { extensionKey: 'toc' } },
  ];
  expect(adfToHtml({ version: 1, type: 'doc', content })).toBe(
    '<p>a</p><p>b</p><p><a href="https://a.example/">https://a.example/</a></p>',
  );
});

test('the same tree is written the same way every time', () => {
  const doc = htmlToAdf('<ul><li>☐ a</li><li>☑ b</li></ul>');
  expect(htmlToAdf(toHtml(fromAdf(doc)))).toEqual(doc);
});
