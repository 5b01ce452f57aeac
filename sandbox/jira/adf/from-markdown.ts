import type { AdfDocument, AdfNode } from './document';
import { parseInline } from './inline-from-markdown';
import { parseList, LIST_ITEM } from './list-from-markdown';
import { keptNode, PLACEHOLDER } from './placeholder';

const FENCE = /^```(\w*)\s*$/;
const HEADING = /^(#{1,6}) (.*)$/;
const RULE = /^(-{3,}|\*{3,})\s*$/;
const TABLE_ROW = /^\|.*\|\s*$/;
const TABLE_LINE = /^\|(\s*:?-+:?\s*\|)+\s*$/;
const QUOTE = /^> ?/;
const ONLY_PLACEHOLDER = new RegExp(`^\\s*${PLACEHOLDER.source}\\s*$`, 'u');

const isTable = (lines: readonly string[], at: number) =>
  TABLE_ROW.test(lines[at] ?? '') && TABLE_LINE.test(lines[at + 1] ?? '');

/**
 * Builds a document from what a person typed: headings, lists, tables, quotes, code and the usual
 * inline marks. Anything else is plain text.
 * @param kept nodes of the document under edit that placeholders in the text stand for
 */
export function fromMarkdown(text: string, kept: readonly AdfNode[] = []): AdfDocument {
  return { type: 'doc', version: 1, content: blocks(text.replace(/\r\n?/g, '\n'), kept) };
}

function blocks(text: string, kept: readonly AdfNode[]): AdfNode[] {
  const lines = text.split('\n');
  const nodes: AdfNode[] = [];
  let at = 0;
  const takeWhile = (test: (line: string) => boolean) => {
    const start = at;
    while (at < lines.length && test(lines[at] ?? '')) at += 1;
    return lines.slice(start, at);
  };
  while (at < lines.length) {
    const line = lines[at] ?? '';
    const node = placeholderBlock(line, kept) ?? singleLine(line, kept);
    if (line.trim() === '') {
      at += 1;
    } else if (node) {
      nodes.push(node);
      at += 1;
    } else if (FENCE.test(line)) {
      at += 1;
      const code = takeWhile((other) => !FENCE.test(other)).join('\n');
      at += 1;
      nodes.push(codeBlock(FENCE.exec(line)?.[1] ?? '', code));
    } else if (isTable(lines, at)) {
      nodes.push(
        table(
          takeWhile((other) => TABLE_ROW.test(other)),
          kept,
        ),
      );
    } else if (QUOTE.test(line)) {
      const inner = takeWhile((other) => QUOTE.test(other) || other === '>');
      nodes.push(quote(inner.map((other) => other.replace(QUOTE, '')).join('\n'), kept));
    } else if (LIST_ITEM.test(line)) {
      nodes.push(
        ...parseList(
          takeWhile((other) => LIST_ITEM.test(other)),
          kept,
        ),
      );
    } else {
      const start = at;
      const words = takeWhile((_) => at === start || !startsBlock(lines, at, kept));
      nodes.push({ type: 'paragraph', content: parseInline(words.join('\n'), kept) });
    }
  }
  return nodes;
}

function startsBlock(lines: readonly string[], at: number, kept: readonly AdfNode[]): boolean {
  const line = lines[at] ?? '';
  return (
    line.trim() === '' ||
    FENCE.test(line) ||
    QUOTE.test(line) ||
    LIST_ITEM.test(line) ||
    isTable(lines, at) ||
    (placeholderBlock(line, kept) ?? singleLine(line, kept)) !== undefined
  );
}

function singleLine(line: string, kept: readonly AdfNode[]): AdfNode | undefined {
  if (RULE.test(line)) return { type: 'rule' };
  const [, marks, words] = HEADING.exec(line) ?? [];
  if (!marks) return undefined;
  return {
    type: 'heading',
    attrs: { level: marks.length },
    content: parseInline(words ?? '', kept),
  };
}

const INLINE_KINDS = ['text', 'mention', 'date', 'status', 'emoji', 'inlineCard', 'mediaInline'];

function placeholderBlock(line: string, kept: readonly AdfNode[]): AdfNode | undefined {
  const [, type = '', number = ''] = ONLY_PLACEHOLDER.exec(line) ?? [];
  return INLINE_KINDS.includes(type) ? undefined : keptNode(type, number, kept);
}

function codeBlock(language: string, code: string): AdfNode {
  return {
    type: 'codeBlock',
    ...(language ? { attrs: { language } } : {}),
    ...(code ? { content: [{ type: 'text', text: code }] } : {}),
  };
}

function quote(text: string, kept: readonly AdfNode[]): AdfNode {
  const content = text
    .split(/\n{2,}/)
    .map((words) => ({ type: 'paragraph', content: parseInline(words, kept) }));
  return { type: 'blockquote', content };
}

function table(lines: readonly string[], kept: readonly AdfNode[]): AdfNode {
  const cells = (line: string) =>
    line
      .trim()
      .slice(1, -1)
      .split(/(?<!\\)\|/)
      .map((cell) => cell.trim().replace(/\\\|/g, '|'));
  const [head = '', , ...body] = lines;
  const row = (line: string, type: string): AdfNode => ({
    type: 'tableRow',
    content: cells(line).map((cell) => ({
      type,
      content: [{ type: 'paragraph', content: parseInline(cell, kept) }],
    })),
  });
  return {
    type: 'table',
    content: [row(head, 'tableHeader'), ...body.map((line) => row(line, 'tableCell'))],
  };
}
