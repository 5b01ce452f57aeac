/**
 * Guarantee: what Jira is sent always satisfies the Atlassian Document Format's structure rules,
 * by our own strict reading of them and by the schema that Atlassian publishes.
 */
import Ajv from 'ajv';
import fc from 'fast-check';
import publishedSchema from '@atlaskit/adf-schema/dist/json-schema/v1/full.json';
import { fromAdf, htmlToAdf, toAdf, type AdfDocument } from '../../../src/domain/rich-text';
import { adfProblems } from './adf-validator';
import { anyAdf } from './arbitrary-adf';
import { editorDocument, mangledHtml } from './arbitrary-documents';
import { anyHtml } from './arbitrary-html';

// The schema calls itself draft 4, which Ajv does not know, but uses nothing that changed since.
const published = new Ajv({ strict: false }).compile({ ...publishedSchema, $schema: undefined });

function problems(doc: AdfDocument): string[] {
  const own = adfProblems(doc);
  if (published(doc)) return own;
  return [...own, ...(published.errors ?? []).map((e) => `${e.instancePath}: ${e.message}`)];
}

const runs = { numRuns: 400 };
const someHtml = fc.oneof(anyHtml, mangledHtml);
const someAdf = fc.oneof(anyAdf, editorDocument);

test('every HTML becomes a valid document', () => {
  fc.assert(
    fc.property(someHtml, (html) => {
      expect(problems(htmlToAdf(html))).toEqual([]);
    }),
    runs,
  );
});

test('every document, nodes in the wrong place included, is written back valid', () => {
  fc.assert(
    fc.property(someAdf, (adf) => {
      expect(problems(toAdf(fromAdf(adf)))).toEqual([]);
    }),
    runs,
  );
});

test('a document is plain JSON: nothing undefined, nothing shared', () => {
  fc.assert(
    fc.property(someHtml, (html) => {
      const doc = htmlToAdf(html);
      expect(JSON.parse(JSON.stringify(doc))).toStrictEqual(doc);
    }),
  );
});

test.each([
  ['a block among words', { type: 'paragraph', content: [{ type: 'rule' }] }],
  ['an empty text node', { type: 'paragraph', content: [{ type: 'text', text: '' }] }],
  ['a heading in a list item', listOf({ type: 'heading', attrs: { level: 1 }, content: [] })],
  ['a list item that begins with a list', listOf(listOf({ type: 'paragraph' }))],
  ['code and strong on one text', textWith([{ type: 'code' }, { type: 'strong' }])],
  ['an unsafe link', textWith([{ type: 'link', attrs: { href: 'javascript:alert(1)' } }])],
  ['a table without rows', { type: 'table', content: [] }],
  ['a row without cells', { type: 'table', content: [{ type: 'tableRow', content: [] }] }],
  [
    'a task without a state',
    {
      type: 'taskList',
      attrs: { localId: '1' },
      content: [{ type: 'taskItem', attrs: { localId: '2' }, content: [] }],
    },
  ],
])('the validator refuses %s', (_breach, node) => {
  expect(adfProblems({ version: 1, type: 'doc', content: [node] })).not.toEqual([]);
});

function listOf(content: unknown) {
  return { type: 'bulletList', content: [{ type: 'listItem', content: [content] }] };
}

function textWith(marks: unknown[]) {
  return { type: 'paragraph', content: [{ type: 'text', text: 'x', marks }] };
}
