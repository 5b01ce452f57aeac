/**
 * Guarantee: each construct of a Jira description has one HTML form that a person in Jira Align can
 * read, and that form comes back to Jira as the same construct.
 */
import { adfToHtml, htmlToAdf, type AdfNode } from '../../../src/domain/rich-text';

function text(value: string, ...marks: unknown[]): AdfNode {
  return { type: 'text', text: value, ...(marks.length === 0 ? {} : { marks }) } as AdfNode;
}

function p(...content: AdfNode[]): AdfNode {
  return { type: 'paragraph', content };
}

function node(type: string, content: AdfNode[], attrs?: Record<string, unknown>): AdfNode {
  return { type, ...(attrs === undefined ? {} : { attrs }), content };
}

const link = { type: 'link', attrs: { href: 'https://acme.example/?a=1&b=2' } };
const file = { type: 'file', id: 'f-1', collection: 'c', alt: 'shot.png' };

const BOTH_WAYS: [string, AdfNode[], string][] = [
  [
    'marks',
    [
      p(
        text('a', { type: 'strong' }),
        text('b', { type: 'strong' }, { type: 'em' }),
        text('c', { type: 'underline' }),
        text('d', { type: 'strike' }),
        text('e', { type: 'subsup', attrs: { type: 'sub' } }),
        text('f', { type: 'subsup', attrs: { type: 'sup' } }),
        text('g', { type: 'code' }),
      ),
    ],
    '<p><strong>a<em>b</em></strong><u>c</u><s>d</s><sub>e</sub><sup>f</sup><code>g</code></p>',
  ],
  [
    'a link',
    [p(text('see '), text('this', link), text('x', link, { type: 'code' }))],
    '<p>see <a href="https://acme.example/?a=1&amp;b=2">this<code>x</code></a></p>',
  ],
  [
    'line breaks',
    [p(text('a'), { type: 'hardBreak' }, { type: 'hardBreak' }, text('b'))],
    '<p>a<br><br>b</p>',
  ],
  ...[1, 2, 3, 4, 5, 6].map((level): [string, AdfNode[], string] => [
    `a heading of level ${level}`,
    [node('heading', [text('x')], { level })],
    `<h${level}>x</h${level}>`,
  ]),
  [
    'nested lists',
    [
      node('bulletList', [
        node('listItem', [
          p(text('a')),
          node('orderedList', [node('listItem', [p(text('b'))])], { order: 1 }),
        ]),
      ]),
    ],
    '<ul><li>a<ol><li>b</li></ol></li></ul>',
  ],
  [
    'a list that starts at 4, with two paragraphs and code in an item',
    [
      node(
        'orderedList',
        [node('listItem', [p(text('a')), node('codeBlock', [text('x')]), p(text('b'))])],
        { order: 4 },
      ),
    ],
    '<ol start="4"><li><p>a</p><pre><code>x</code></pre><p>b</p></li></ol>',
  ],
  [
    'tasks, indented ones too',
    [
      node(
        'taskList',
        [
          node('taskItem', [text('a')], { localId: 'task-2', state: 'DONE' }),
          node('taskList', [node('taskItem', [], { localId: 'task-4', state: 'TODO' })], {
            localId: 'task-3',
          }),
          node('taskItem', [text('b', { type: 'strong' })], { localId: 'task-5', state: 'TODO' }),
        ],
        { localId: 'task-1' },
      ),
    ],
    '<ul><li>☑ a<ul><li>☐</li></ul></li><li>☐ <strong>b</strong></li></ul>',
  ],
  [
    'a quote',
    [node('blockquote', [p(text('a')), p(text('b'))])],
    '<blockquote><p>a</p><p>b</p></blockquote>',
  ],
  ...['info', 'note', 'tip', 'warning', 'error', 'success'].map(
    (panelType): [string, AdfNode[], string] => [
      `a panel of kind ${panelType}`,
      [node('panel', [p(text('a')), { type: 'rule' }], { panelType })],
      `<div class="panel-${panelType}"><p>a</p><hr></div>`,
    ],
  ),
  [
    'a code block with its language, indentation and blank lines',
    [node('codeBlock', [text('  if (a < b) {\n\n\tx &= "y";\n  }')], { language: 'c++' })],
    '<pre><code class="language-c++">  if (a &lt; b) {\n\n\tx &amp;= "y";\n  }</code></pre>',
  ],
  ['a rule', [p(text('a')), { type: 'rule' }, p(text('b'))], '<p>a</p><hr><p>b</p>'],
  [
    'a table',
    [
      node('table', [
        node('tableRow', [node('tableHeader', [p(text('H'))], { colspan: 2 })]),
        node('tableRow', [
          node('tableCell', [p(text('a'))], { rowspan: 2 }),
          node('tableCell', [p()]),
        ]),
        node('tableRow', [node('tableCell', [p(text('x')), p(text('y'))])]),
      ]),
    ],
    '<table><tbody><tr><th colspan="2">H</th></tr><tr><td rowspan="2">a</td><td></td></tr>' +
      '<tr><td><p>x</p><p>y</p></td></tr></tbody></table>',
  ],
  [
    'a mention and a date',
    [
      p(
        text('ask '),
        { type: 'mention', attrs: { id: '712020:ana-silva', text: '@Ana Silva' } },
        text(' by '),
        { type: 'date', attrs: { timestamp: '1795478400000' } },
      ),
    ],
    '<p>ask <span data-mention="712020:ana-silva">@Ana Silva</span> by ' +
      '<time datetime="2026-11-24">2026-11-24</time></p>',
  ],
  [
    'a file of Jira, alone, as a card and in a line',
    [
      node('mediaSingle', [{ type: 'media', attrs: file }], { layout: 'center' }),
      node('mediaGroup', [{ type: 'media', attrs: file }]),
      p(text('see '), { type: 'mediaInline', attrs: file }),
    ],
    ['single', 'group', 'inline']
      .map((display) => {
        const tag = `data-media="f-1" data-media-collection="c" data-media-display="${display}"`;
        return `<p>${display === 'inline' ? 'see ' : ''}<span ${tag}>[shot.png]</span></p>`;
      })
      .join(''),
  ],
];

test.each(BOTH_WAYS)('%s keeps its form in both directions', (_what, content, html) => {
  expect(adfToHtml({ version: 1, type: 'doc', content })).toBe(html);
  expect(htmlToAdf(html)).toEqual({ version: 1, type: 'doc', content });
});

const SIMPLIFIED: [string, AdfNode[], string][] = [
  [
    'emoji become characters',
    [p({ type: 'emoji', attrs: { shortName: ':grin:', text: '😁' } })],
    '<p>😁</p>',
  ],
  [
    'an emoji of one site becomes its short name',
    [p({ type: 'emoji', attrs: { shortName: ':party_blob:', id: 'u-1' } })],
    '<p>:party_blob:</p>',
  ],
  ['a status becomes its text', [p({ type: 'status', attrs: { text: 'DONE' } })], '<p>DONE</p>'],
  [
    'cards become links',
    [p({ type: 'inlineCard', attrs: { url: 'https://a.example/x' } })],
    '<p><a href="https://a.example/x">https://a.example/x</a></p>',
  ],
  [
    'an image with an address becomes a link',
    [
      node('mediaSingle', [
        { type: 'media', attrs: { type: 'external', url: 'https://a.example/x.png', alt: 'Plan' } },
      ]),
    ],
    '<p><a href="https://a.example/x.png">Plan</a></p>',
  ],
  [
    'an expand becomes its title and its content',
    [node('expand', [p(text('a'))], { title: 'More' })],
    '<p><strong>More</strong></p><p>a</p>',
  ],
  [
    'layout columns stand one below the other',
    [
      node('layoutSection', [
        node('layoutColumn', [p(text('a'))], { width: 50 }),
        node('layoutColumn', [p(text('b'))], { width: 50 }),
      ]),
    ],
    '<p>a</p><p>b</p>',
  ],
  [
    'decisions become a bullet list',
    [node('decisionList', [node('decisionItem', [text('a')])])],
    '<ul><li>a</li></ul>',
  ],
  [
    'colours are dropped',
    [
      p(
        text('a', { type: 'textColor', attrs: { color: '#ff0000' } }),
        text('b', { type: 'backgroundColor', attrs: { color: '#00ff00' } }),
      ),
    ],
    '<p>ab</p>',
  ],
  ['blank paragraphs are dropped', [p(text('a')), p(), p(text('b')), p()], '<p>a</p><p>b</p>'],
  [
    'a custom panel becomes an info panel',
    [node('panel', [p(text('a'))], { panelType: 'custom' })],
    '<div class="panel-info"><p>a</p></div>',
  ],
];

test.each(SIMPLIFIED)('%s', (_what, content, html) => {
  expect(adfToHtml({ version: 1, type: 'doc', content })).toBe(html);
});
