/**
 * Guarantee: no script, event handler, style or address other than http, https and mailto survives
 * the converter, whatever the input; a second, independent HTML parser is the judge of its output.
 */
import { load } from 'cheerio';
import fc from 'fast-check';
import {
  adfToHtml,
  canonicalHtml,
  htmlToAdf,
  toHtml,
  type AdfNode,
} from '../../../src/domain/rich-text';
import { safeUrl } from '../../../src/domain/rich-text/safe-url';
import { anyAdf } from './arbitrary-adf';
import { editorDocument, mangledHtml } from './arbitrary-documents';
import { anyHtml } from './arbitrary-html';
import { anyUrl } from './arbitrary-text';

const ATTRIBUTES: Record<string, readonly string[]> = {
  a: ['href'],
  ol: ['start'],
  div: ['class'],
  code: ['class'],
  td: ['colspan', 'rowspan'],
  th: ['colspan', 'rowspan'],
  time: ['datetime'],
  span: ['data-mention', 'data-media', 'data-media-collection', 'data-media-display'],
};
const ELEMENTS = new Set([
  ...Object.keys(ATTRIBUTES),
  ...['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'li', 'blockquote', 'pre', 'hr', 'br'],
  ...['table', 'tbody', 'tr', 'strong', 'em', 'u', 's', 'sub', 'sup'],
]);

/** Everything in the HTML that is not on the list of what is harmless. */
function dangers(html: string): string[] {
  const $ = load(html, null, false);
  return $('*')
    .toArray()
    .flatMap((element): string[] => {
      const name = String($(element).prop('tagName')).toLowerCase();
      if (!ELEMENTS.has(name)) return [`<${name}>`];
      return Object.entries($(element).attr() ?? {}).flatMap(([attribute, value]) => {
        if (!(ATTRIBUTES[name] ?? []).includes(attribute)) return [`<${name} ${attribute}>`];
        if (attribute !== 'href') return [];
        return /^(?:https?|mailto):$/.test(new URL(value).protocol) ? [] : [value];
      });
    });
}

function linksIn(nodes: AdfNode[]): unknown[] {
  return nodes.flatMap((node) => [
    ...(node.marks ?? []).flatMap((mark) => (mark.type === 'link' ? [mark.attrs?.['href']] : [])),
    ...linksIn(node.content ?? []),
  ]);
}

test('any HTML comes out harmless', () => {
  fc.assert(
    fc.property(fc.oneof(anyHtml, mangledHtml), (html) => {
      expect(dangers(canonicalHtml(html))).toEqual([]);
    }),
    { numRuns: 400 },
  );
});

test('any ADF comes out as harmless HTML', () => {
  fc.assert(
    fc.property(fc.oneof(anyAdf, editorDocument), (adf) => {
      expect(dangers(adfToHtml(adf))).toEqual([]);
    }),
    { numRuns: 400 },
  );
});

test('links in ADF lead to http, https and mailto addresses only', () => {
  fc.assert(
    fc.property(anyUrl, anyUrl, (href, src) => {
      const doc = htmlToAdf(`<a href="${href.replaceAll('"', '&quot;')}">x</a><img src='${src}'>`);
      for (const link of linksIn(doc.content)) {
        expect(String(link)).toMatch(/^(?:https?:\/\/|mailto:)/);
      }
    }),
    { numRuns: 400 },
  );
});

test('an address that was let through once is let through unchanged', () => {
  fc.assert(
    fc.property(anyUrl, (url) => {
      const safe = safeUrl(url);
      if (safe !== null) expect(safeUrl(safe)).toBe(safe);
    }),
    { numRuns: 400 },
  );
});

test.each([
  '<script>alert(1)</script>',
  '<SCRIPT SRC=//evil.example/x.js></SCRIPT>',
  '<scr<script>ipt>alert(1)</scr</script>ipt>',
  '<img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)><svg><script>alert(1)</script></svg>',
  '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></math>',
  '<iframe src="javascript:alert(1)"></iframe><object data="x"></object><embed src="x">',
  '<a href="&#106;avascript:alert(1)">x</a><a href="java&Tab;script:alert(1)">y</a>',
  '<a href=" javascript:alert(1)">x</a><a href="JaVaScRiPt:alert(1)">y</a>',
  '<a href="data:text/html;base64,PHNjcmlwdD4=">x</a><form action="javascript:alert(1)">',
  '<div style="background:url(javascript:alert(1))" onclick="alert(1)">x</div>',
  '<pre class="language-x&quot; onload=&quot;alert(1)"><code class=\'language-"><script>\'>x</pre>',
  "<span data-mention='\"><img src=x onerror=alert(1)>'>@Ana</span>",
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
  '<textarea><script>alert(1)</script></textarea><template><script>alert(1)</script></template>',
  '<!--><script>alert(1)</script>--><![CDATA[<script>alert(1)</script>]]>',
])('%s comes out harmless', (html) => {
  expect(dangers(canonicalHtml(html))).toEqual([]);
});

test('the judge sees what is harmful', () => {
  expect(dangers('<p onclick="x">a<script>b</script><a href="javascript:x">c</a></p>')).toEqual([
    '<p onclick>',
    '<script>',
    'javascript:x',
  ]);
});

test('an unsafe link in a tree built by hand is not written', () => {
  const link = 'javascript:alert(1)';
  const content = [{ type: 'text' as const, text: 'x', marks: { link } }];
  expect(toHtml({ content: [{ type: 'paragraph', content }] })).toBe('<p>x</p>');
});
