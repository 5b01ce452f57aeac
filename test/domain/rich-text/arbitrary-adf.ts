import fc from 'fast-check';
import { anyText, anyUrl } from './arbitrary-text';

/** One node of any type in any place: far more than Jira would ever send. */
export type AnyNode = Record<string, unknown>;

const mark: fc.Arbitrary<AnyNode> = fc.oneof(
  fc.constantFrom(
    ...['strong', 'em', 'underline', 'strike', 'code', 'unknownMark'].map((type) => ({ type })),
    { type: 'textColor', attrs: { color: '#ff0000' } },
    { type: 'subsup', attrs: { type: 'sub' } },
    { type: 'subsup', attrs: { type: 'sup' } },
  ),
  anyUrl.map((href) => ({ type: 'link', attrs: { href } })),
);

const leaf: fc.Arbitrary<AnyNode> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      type: fc.constant('text'),
      text: anyText,
      marks: fc.array(mark, { maxLength: 3 }),
    }),
  },
  fc.constantFrom({ type: 'hardBreak' }, { type: 'rule' }, { type: 'mysteryNode' }),
  attrsOf('mention', { id: fc.constantFrom('712020:ana', '', 'a b'), text: anyText }),
  attrsOf('date', { timestamp: fc.constantFrom('1795478400000', '0', 'soon', '-99999999999999') }),
  attrsOf('status', { text: anyText, color: fc.constant('green') }),
  attrsOf('emoji', { shortName: fc.constant(':grin:'), text: fc.constantFrom('😁', ':grin:') }),
  attrsOf('inlineCard', { url: anyUrl }),
  attrsOf('blockCard', { url: anyUrl }),
  attrsOf('media', {
    type: fc.constantFrom('file', 'external'),
    id: fc.constantFrom('m-1', ''),
    collection: fc.constantFrom('', 'c'),
    alt: anyText,
  }),
  attrsOf('media', { type: fc.constant('external'), url: anyUrl, alt: anyText }),
  attrsOf('mediaInline', {
    type: fc.constantFrom('file', 'image'),
    id: fc.constant('m-2'),
    collection: fc.constant(''),
    alt: anyText,
  }),
  attrsOf('extension', { extensionKey: fc.constant('toc'), text: anyText }),
);

function attrsOf(
  type: string,
  attrs: Record<string, fc.Arbitrary<unknown>>,
): fc.Arbitrary<AnyNode> {
  return fc.record({ type: fc.constant(type), attrs: fc.record(attrs) });
}

const PARENTS = [
  ...['paragraph', 'heading', 'bulletList', 'orderedList', 'listItem', 'taskList', 'taskItem'],
  ...['decisionList', 'decisionItem', 'blockquote', 'panel', 'codeBlock', 'table', 'tableRow'],
  ...['tableCell', 'tableHeader', 'expand', 'nestedExpand', 'layoutSection', 'layoutColumn'],
  ...['mediaSingle', 'mediaGroup', 'caption', 'bodiedExtension', 'blockTaskItem', 'mysteryBlock'],
];

const attrs = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  fc.record({
    level: fc.constantFrom(1, 3, 6, 9, '2', null),
    order: fc.constantFrom(0, 1, 7, -1, 2.5, '3'),
    state: fc.constantFrom('TODO', 'DONE'),
    panelType: fc.constantFrom('info', 'note', 'custom', 7),
    language: fc.constantFrom('ts', 'c++', 'visual basic', '"><script>', null),
    title: anyText,
    colspan: fc.constantFrom(1, 2, 0, -3, 'x'),
    rowspan: fc.constantFrom(1, 3, 100000),
  }),
);

const { node } = fc.letrec<{ node: AnyNode }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.record({
      type: fc.constantFrom(...PARENTS),
      attrs,
      content: fc.array(tie('node'), { maxLength: 4 }),
    }),
  ),
}));

/** A document whose nodes are legal but stand anywhere. */
export const anyAdf: fc.Arbitrary<AnyNode> = fc
  .array(node, { maxLength: 5 })
  .map((content) => ({ version: 1, type: 'doc', content }));
