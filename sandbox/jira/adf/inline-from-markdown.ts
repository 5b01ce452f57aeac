import type { AdfMark, AdfNode } from './document';
import { emojiAttributes } from './emoji';
import { keptNode, PLACEHOLDER } from './placeholder';

const TOKEN = new RegExp(
  [
    /\\(?<escaped>[\\`*_~[\]#>|:⟦.\d-])/,
    /`(?<code>[^`\n]+)`/,
    /\*\*(?<strong>.+?)\*\*/,
    /~~(?<strike>.+?)~~/,
    /\*(?!\s)(?<em>[^*\n]+?)(?<!\s)\*/,
    /(?<!\w)_(?!\s)(?<under>[^_\n]+?)(?<!\s)_(?!\w)/,
    /\[(?<words>(?:\\.|[^\]\\])+)\]\((?<href>[^)\s]+)\)/,
    /(?<emoji>:[a-z0-9_+-]+:)/,
    new RegExp(
      PLACEHOLDER.source
        .replace('([A-Za-z]+)', '(?<kind>[A-Za-z]+)')
        .replace('(\\d+)', '(?<number>\\d+)'),
    ),
    /(?<url>https?:\/\/[^\s<>)\]]+)/,
    /(?<newline>\n)/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gsu',
);

/** Inline nodes of a run of text, with the marks that surround it. */
export function parseInline(
  text: string,
  kept: readonly AdfNode[],
  marks: readonly AdfMark[] = [],
): AdfNode[] {
  const nodes: AdfNode[] = [];
  let from = 0;
  for (const match of text.matchAll(TOKEN)) {
    push(nodes, textNode(text.slice(from, match.index), marks));
    for (const node of token(match[0], match.groups ?? {}, kept, marks)) push(nodes, node);
    from = match.index + match[0].length;
  }
  push(nodes, textNode(text.slice(from), marks));
  return nodes;
}

function token(
  source: string,
  groups: Record<string, string | undefined>,
  kept: readonly AdfNode[],
  marks: readonly AdfMark[],
): (AdfNode | undefined)[] {
  const inner = (words: string, mark: AdfMark) => parseInline(words, kept, [...marks, mark]);
  if (groups.escaped) return [textNode(groups.escaped, marks)];
  if (groups.newline) return [{ type: 'hardBreak' }];
  if (groups.code) return [codeNode(groups.code, marks)];
  if (groups.strong) return inner(groups.strong, { type: 'strong' });
  if (groups.strike) return inner(groups.strike, { type: 'strike' });
  const em = groups.em ?? groups.under;
  if (em) return inner(em, { type: 'em' });
  if (groups.words && groups.href) return inner(groups.words, link(groups.href));
  if (groups.url) return [textNode(source, withLink(marks, groups.url))];
  if (groups.emoji) {
    const attrs = emojiAttributes(groups.emoji);
    return [attrs ? { type: 'emoji', attrs } : textNode(source, marks)];
  }
  const node = keptNode(groups.kind ?? '', groups.number ?? '', kept);
  return [node ?? textNode(source, marks)];
}

const link = (href: string): AdfMark => ({ type: 'link', attrs: { href } });

const withLink = (marks: readonly AdfMark[], href: string) =>
  marks.some(({ type }) => type === 'link') ? marks : [...marks, link(href)];

function codeNode(code: string, marks: readonly AdfMark[]): AdfNode {
  const beside = marks.filter(({ type }) => type === 'link');
  return { type: 'text', text: code, marks: [...beside, { type: 'code' }] };
}

function textNode(text: string, marks: readonly AdfMark[]): AdfNode | undefined {
  if (text === '') return undefined;
  return { type: 'text', text, ...(marks.length > 0 ? { marks: [...marks] } : {}) };
}

/** Appends, joining neighbours that differ in nothing but their words. */
function push(nodes: AdfNode[], node: AdfNode | undefined): void {
  if (!node) return;
  const last = nodes.at(-1);
  if (last?.type === 'text' && node.type === 'text' && sameMarks(last, node)) {
    last.text = `${last.text ?? ''}${node.text ?? ''}`;
  } else {
    nodes.push(node.type === 'text' ? { ...node } : node);
  }
}

const sameMarks = (a: AdfNode, b: AdfNode) =>
  JSON.stringify(a.marks ?? []) === JSON.stringify(b.marks ?? []);
