/**
 * Guarantee: conversion may simplify how a text looks, but every word of it arrives, in its order,
 * in every script. White space is not part of the text: runs of it count as one space.
 */
import fc from 'fast-check';
import {
  adfToHtml,
  fromAdf,
  fromHtml,
  htmlToAdf,
  plainText,
  toAdf,
  toHtml,
  type AdfNode,
} from '../../../src/domain/rich-text';
import { editorDocument } from './arbitrary-documents';
import { NAMES } from './arbitrary-html';

const runs = { numRuns: 400 };

/** What a reader of the document sees, told by the document itself. */
function visibleText(node: AdfNode): string {
  const attrs = node.attrs ?? {};
  const state = node.type === 'taskItem' ? (attrs['state'] === 'DONE' ? '☑' : '☐') : '';
  const children = (node.content ?? []).map(visibleText).join('');
  if (node.type === 'expand') return String(attrs['title']) + children;
  if (node.type === 'date') {
    return new Date(Number(attrs['timestamp'])).toISOString().slice(0, 10);
  }
  if (node.type === 'media' || node.type === 'mediaInline') return `[${String(attrs['alt'])}]`;
  return state + (node.text ?? String(attrs['text'] ?? '')) + children;
}

function withoutSpace(text: string): string {
  return text.replace(/[\s\u00a0]/g, '');
}

test('every word of a Jira document is in its tree, its HTML and the document that comes back', () => {
  fc.assert(
    fc.property(editorDocument, (doc) => {
      const expected = withoutSpace(visibleText(doc as unknown as AdfNode));
      const tree = fromAdf(doc);
      expect(withoutSpace(plainText(tree))).toBe(expected);
      expect(plainText(fromHtml(adfToHtml(doc)))).toBe(plainText(tree));
      expect(plainText(fromAdf(htmlToAdf(adfToHtml(doc))))).toBe(plainText(tree));
    }),
    runs,
  );
});

test('every word of an HTML text arrives, whatever elements it stands in', () => {
  const unread = ['script', 'style', 'title', 'iframe', 'noscript'];
  const names = NAMES.filter((name) => !unread.includes(name));
  const html = fc.letrec<{ node: string }>((tie) => ({
    node: fc.oneof(
      { depthSize: 'medium' },
      fc.constant(' # '),
      fc
        .tuple(fc.constantFrom(...names), fc.array(tie('node'), { minLength: 1, maxLength: 4 }))
        .map(([name, children]) => `<${name}>${children.join('')}</${name}>`),
    ),
  })).node;
  fc.assert(
    fc.property(html, (template) => {
      let count = 0;
      const numbered = template.replace(/#/g, () => `word${(count += 1)}`);
      const found = plainText(fromHtml(numbered)).match(/word\d+/g) ?? [];
      expect(found.map((word) => Number(word.slice(4))).sort((a, b) => a - b)).toEqual(
        Array.from({ length: count }, (_, index) => index + 1),
      );
    }),
    runs,
  );
});

test.each([
  ['right-to-left text', 'שלום עולם، مرحبا بالعالم'],
  ['emoji with joiners, flags and skin tones', '👩‍👩‍👧‍👦 🇩🇪 👍🏽'],
  ['characters outside the basic plane', '𝒳 𠮷 𐐷'],
  ['combining marks and ideographic spaces', 'e\u0301\u3000終\u2003x'],
  ['what looks like markup', '<b>&amp;lt; "quoted" \'x\' </p> -->'],
  ['directional controls', '\u202bشكرا\u202c \u2066x\u2069'],
])('%s is kept to the letter', (_what, text) => {
  const doc = {
    version: 1,
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
  };
  expect(toAdf(fromHtml(toHtml(fromAdf(doc))))).toEqual(doc);
});

test('half a surrogate pair becomes a replacement character, as UTF-8 would make it', () => {
  expect(toHtml(fromHtml('a\ud83db'))).toBe('<p>a\ufffdb</p>');
  expect(toHtml(fromAdf('a\udc00b'))).toBe('<p>a\ufffdb</p>');
});
