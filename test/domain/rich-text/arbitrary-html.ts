import fc from 'fast-check';
import { anyText, anyUrl } from './arbitrary-text';

export const NAMES = (
  'p div h1 h2 h3 h6 ul ol li blockquote pre code table thead tbody tfoot tr td th caption b ' +
  'strong i em u s strike del sub sup a span font time br hr img input section details summary ' +
  'dl dt dd script style iframe svg math title textarea template noscript o:p center main form'
).split(' ');

const attribute = fc.oneof(
  anyUrl.map((url) => `href="${url}"`),
  anyUrl.map((url) => `src=${url}`),
  anyText.map((text) => `alt='${text}'`),
  fc.constantFrom(
    ...['colspan=2', 'rowspan="3"', 'colspan=-1', 'start=4', 'start="0"', 'type=checkbox checked'],
    ...['class="panel-info"', 'class="ql-align panel-warning x"', 'class="language-ts"'],
    ...['style="font-weight:bold"', 'style="FONT-STYLE: italic; color:red"', 'class=MsoNormal'],
    ...['style="font-weight: normal"', 'style="text-decoration:underline line-through"'],
    ...['data-mention="712020:ana"', 'datetime="2026-11-24"', 'datetime="2026-02-31"'],
    ...['data-media="m1"', 'data-media="m2" data-media-display="single"', 'onclick="alert(1)"'],
    ...['data-media="m3" data-media-display="group"', 'onerror=alert(1)', 'style="x:expression()"'],
  ),
);

const startTag = fc
  .tuple(fc.constantFrom(...NAMES), fc.array(attribute, { maxLength: 2 }), fc.constantFrom('', '/'))
  .map(([name, attributes, slash]) => `<${[name, ...attributes].join(' ')}${slash}>`);
const endTag = fc.constantFrom(...NAMES).map((name) => `</${name}>`);

/** Tags that match nothing in particular, with text between them. */
export const tagSoup: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: startTag },
      { weight: 3, arbitrary: endTag },
      { weight: 4, arbitrary: anyText },
      fc.constantFrom(
        '<!-- x -->',
        '<!--',
        '<![CDATA[x]]>',
        '<?xml ?>',
        '<!DOCTYPE html>',
        '&',
        '<',
      ),
    ),
    { maxLength: 25 },
  )
  .map((pieces) => pieces.join(''));

/** Elements that do match, nested anyhow. */
export const nestedHtml: fc.Arbitrary<string> = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    anyText,
    fc
      .tuple(
        fc.constantFrom(...NAMES),
        fc.array(attribute, { maxLength: 1 }),
        fc.array(tie('node'), { maxLength: 4 }),
      )
      .map(
        ([name, attributes, children]) =>
          `<${[name, ...attributes].join(' ')}>${children.join('')}</${name}>`,
      ),
  ),
})).node;

export const anyHtml: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: tagSoup },
  { weight: 4, arbitrary: fc.array(nestedHtml, { maxLength: 4 }).map((parts) => parts.join('')) },
  fc.string({ unit: 'binary', maxLength: 60 }),
);
