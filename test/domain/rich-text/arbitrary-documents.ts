import fc from 'fast-check';
import type { AdfMark, AdfNode } from '../../../src/domain/rich-text';
import { adfToHtml } from '../../../src/domain/rich-text';
import { anyAdf, type AnyNode } from './arbitrary-adf';

/** Documents as Jira's editor makes them: every node where it may stand, text in every script. */

const words = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 10 }),
  fc.constantFrom(
    ...[
      'one',
      'two words',
      ' spaced ',
      'שלום',
      'مرحبا بالعالم',
      '👩‍👩‍👧‍👦',
      '𝒳𝒴',
      '🇩🇪',
      'a\u00a0b',
      '<b>&amp;',
    ],
  ),
);

const marks: fc.Arbitrary<AdfMark[]> = fc.oneof(
  { weight: 3, arbitrary: fc.constant<AdfMark[]>([]) },
  fc
    .subarray(['strong', 'em', 'underline', 'strike'])
    .map((types) => types.map((type) => ({ type }))),
  fc.constantFrom<AdfMark[]>(
    [{ type: 'code' }],
    [{ type: 'subsup', attrs: { type: 'sub' } }],
    [{ type: 'link', attrs: { href: 'https://acme.example/a?b=c&d=e#f' } }],
    [{ type: 'link', attrs: { href: 'mailto:ana@acme.example' } }, { type: 'code' }],
  ),
);

const text: fc.Arbitrary<AdfNode> = fc.record({ type: fc.constant('text'), text: words, marks });

const inline: fc.Arbitrary<AdfNode> = fc.oneof(
  { weight: 6, arbitrary: text },
  fc.constantFrom<AdfNode>(
    { type: 'hardBreak' },
    { type: 'emoji', attrs: { shortName: ':grin:', text: '😁' } },
    { type: 'mention', attrs: { id: '712020:ana-silva', text: '@Ana Silva', accessLevel: '' } },
    { type: 'date', attrs: { timestamp: '1795478400000' } },
    { type: 'status', attrs: { text: 'In review', color: 'blue', localId: 's' } },
    { type: 'mediaInline', attrs: { type: 'file', id: 'm-1', collection: '', alt: 'notes.pdf' } },
  ),
);

const inlines = fc.array(inline, { maxLength: 5 });
const line = inlines.map((content): AdfNode => ({ type: 'paragraph', content }));
const heading = fc
  .tuple(fc.integer({ min: 1, max: 6 }), inlines)
  .map(([level, content]): AdfNode => ({ type: 'heading', attrs: { level }, content }));
const code = fc
  .tuple(fc.constantFrom({}, { attrs: { language: 'typescript' } }), words)
  .map(([attrs, value]): AdfNode => {
    const content = [{ type: 'text', text: `if (a) {\n  ${value}\n}` }];
    return { type: 'codeBlock', ...attrs, content };
  });
const file = fc.constantFrom<AdfNode>(
  { type: 'mediaSingle', attrs: { layout: 'center' }, content: [jiraFile('shot.png')] },
  { type: 'mediaGroup', content: [jiraFile('a.pdf'), jiraFile('b.pdf')] },
);

function jiraFile(alt: string): AdfNode {
  return { type: 'media', attrs: { type: 'file', id: `id-of-${alt}`, collection: 'c', alt } };
}

function parent(
  type: string,
  child: fc.Arbitrary<AdfNode>,
  attrs: fc.Arbitrary<Record<string, unknown>> | null = null,
): fc.Arbitrary<AdfNode> {
  const content = fc.array(child, { minLength: 1, maxLength: 3 });
  return attrs === null
    ? fc.record({ type: fc.constant(type), content })
    : fc.record({ type: fc.constant(type), attrs, content });
}

const { list, tasks } = fc.letrec<{ list: AdfNode; item: AdfNode; tasks: AdfNode; task: AdfNode }>(
  (tie) => ({
    list: fc.oneof(
      { depthSize: 'small' },
      parent(
        'bulletList',
        line.map((content) => ({ type: 'listItem', content: [content] })),
      ),
      parent('bulletList', tie('item')),
      parent('orderedList', tie('item'), fc.record({ order: fc.integer({ min: 0, max: 20 }) })),
    ),
    item: fc
      .tuple(line, fc.array(fc.oneof(line, code, tie('list'), tie('tasks')), { maxLength: 2 }))
      .map(([first, others]): AdfNode => ({ type: 'listItem', content: [first, ...others] })),
    tasks: fc
      .tuple(
        tie('task'),
        fc.array(fc.oneof({ depthSize: 'small' }, tie('task'), tie('tasks')), { maxLength: 3 }),
      )
      .map(([first, others]): AdfNode => ({
        type: 'taskList',
        attrs: { localId: 'l' },
        content: [first, ...others],
      })),
    task: fc.tuple(fc.constantFrom('TODO', 'DONE'), inlines).map(([state, content]): AdfNode => ({
      type: 'taskItem',
      attrs: { localId: 't', state },
      content,
    })),
  }),
);

const rule = fc.constant<AdfNode>({ type: 'rule' });
const quote = parent('blockquote', fc.oneof(line, list, code));
const panel = parent(
  'panel',
  fc.oneof(line, heading, list, tasks, code, rule, file),
  fc.record({ panelType: fc.constantFrom('info', 'note', 'warning', 'error', 'success') }),
);
const span = fc.record({ colspan: fc.constantFrom(1, 2), rowspan: fc.constantFrom(1, 3) });
const cellContent = fc.oneof(line, list, tasks, heading, code, quote, panel, rule, file);
const cell = fc.oneof(parent('tableCell', cellContent, span), parent('tableHeader', line));
const table = parent('table', parent('tableRow', cell));
const plain = fc.oneof(line, heading, list, tasks, quote, panel, code, table, rule, file);
const expand = parent('expand', plain, fc.record({ title: words }));
const layout = parent('layoutSection', parent('layoutColumn', plain));
const block = fc.oneof({ weight: 8, arbitrary: plain }, expand, layout);

/** A document in which every node stands where Jira's editor would put it. */
export const editorDocument: fc.Arbitrary<AnyNode> = fc
  .array(block, { maxLength: 6 })
  .map((content) => ({ version: 1, type: 'doc', content }));

/** Canonical HTML that somebody else has cut, doubled and written into. */
export const mangledHtml: fc.Arbitrary<string> = fc
  .tuple(
    fc.oneof(editorDocument, anyAdf).map(adfToHtml),
    fc.array(
      fc.tuple(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat({ max: 8 }),
        fc.constantFrom(
          ...['', '', '<br>', '&nbsp;', ' ', '</p>', '<p>', '<b>', '</b>', '</li>', '<li>', '<ul>'],
          ...['</ul>', '<td>', '</td>', '<tr>', '</table>', '<table>', '<div>', '</div>', '<h2>'],
          ...['<blockquote>', '<div class="panel-tip">', '<pre>', '</pre>', '☐ ', '</span>', 'x'],
        ),
      ),
      { maxLength: 5 },
    ),
  )
  .map(([html, edits]) =>
    edits.reduce((text, [place, cut, insert]) => {
      const at = Math.floor(place * text.length);
      return text.slice(0, at) + insert + text.slice(at + cut);
    }, html),
  );
