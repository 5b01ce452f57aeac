/**
 * Guarantee: a text that has been through the converter once never changes again, in either
 * direction, whatever it was. Without it two applications would rewrite each other's text for ever.
 */
import fc from 'fast-check';
import {
  adfToHtml,
  canonicalHtml,
  fromAdf,
  fromHtml,
  htmlToAdf,
  toAdf,
  toHtml,
} from '../../../src/domain/rich-text';
import { anyAdf } from './arbitrary-adf';
import { editorDocument, mangledHtml } from './arbitrary-documents';
import { anyHtml } from './arbitrary-html';

const runs = { numRuns: 400 };
const someHtml = fc.oneof(anyHtml, mangledHtml);
const someAdf = fc.oneof(anyAdf, editorDocument);

describe('HTML settles in one pass', () => {
  test('canonical HTML is its own canonical form', () => {
    fc.assert(
      fc.property(someHtml, (html) => {
        const once = canonicalHtml(html);
        expect(canonicalHtml(once)).toBe(once);
      }),
      runs,
    );
  });

  test('HTML through Jira and back is its canonical form', () => {
    fc.assert(
      fc.property(someHtml, (html) => {
        expect(adfToHtml(htmlToAdf(html))).toBe(canonicalHtml(html));
      }),
      runs,
    );
  });

  test('the tree read from HTML is the tree read from what it writes, in both formats', () => {
    fc.assert(
      fc.property(someHtml, (html) => {
        const tree = fromHtml(html);
        expect(fromHtml(toHtml(tree))).toEqual(tree);
        expect(fromAdf(toAdf(tree))).toEqual(tree);
      }),
      runs,
    );
  });
});

describe('ADF settles in one pass', () => {
  test('the HTML of any document is canonical and comes back from Jira unchanged', () => {
    fc.assert(
      fc.property(someAdf, (adf) => {
        const html = adfToHtml(adf);
        expect(canonicalHtml(html)).toBe(html);
        expect(adfToHtml(htmlToAdf(html))).toBe(html);
      }),
      runs,
    );
  });

  test('the tree read from ADF is the tree read from what it writes, in both formats', () => {
    fc.assert(
      fc.property(someAdf, (adf) => {
        const tree = fromAdf(adf);
        expect(fromAdf(toAdf(tree))).toEqual(tree);
        expect(fromHtml(toHtml(tree))).toEqual(tree);
      }),
      runs,
    );
  });
});
