import type { AdfDocument, AdfNode } from './document';
import { inlineMarkdown } from './inline-to-markdown';
import { spellPlaceholder } from './placeholder';
import { documentText } from './to-text';

/** A document as the simple editor shows it, with the nodes that only a placeholder stands for. */
export interface EditableText {
  markdown: string;
  kept: AdfNode[];
}

/** Spells a document as Markdown. `fromMarkdown` with `kept` gives the document back. */
export function toMarkdown(document: AdfDocument | null): EditableText {
  const kept: AdfNode[] = [];
  const markdown = (document?.content ?? []).map((node) => block(node, kept)).join('\n\n');
  return { markdown, kept };
}

function block(node: AdfNode, kept: AdfNode[]): string {
  switch (node.type) {
    case 'paragraph':
      return paragraph(node, kept);
    case 'heading':
      return isOneLine(node)
        ? `${'#'.repeat(Number(node.attrs?.level))} ${inlineMarkdown(node.content, kept)}`
        : placeholder(node, kept);
    case 'rule':
      return '---';
    case 'codeBlock':
      return codeBlock(node);
    case 'blockquote':
      return quote(node, kept) ?? placeholder(node, kept);
    case 'bulletList':
    case 'orderedList':
      return isPlainList(node) ? list(node, '', kept) : placeholder(node, kept);
    case 'table':
      return isPlainTable(node) ? table(node, kept) : placeholder(node, kept);
    default:
      return placeholder(node, kept);
  }
}

function placeholder(node: AdfNode, kept: AdfNode[]): string {
  const label = documentText({ type: 'doc', version: 1, content: [node] });
  return spellPlaceholder(node, label, kept);
}

function paragraph(node: AdfNode, kept: AdfNode[]): string {
  return inlineMarkdown(node.content, kept)
    .split('\n')
    .map((line) => line.replace(/^(\s*)(#{1,6}\s|>|[-*]\s|---|\||```|\d+\.\s)/, '$1\\$2'))
    .join('\n');
}

function codeBlock(node: AdfNode): string {
  const code = (node.content ?? []).map((child) => child.text ?? '').join('');
  return `\`\`\`${String(node.attrs?.language ?? '')}\n${code}\n\`\`\``;
}

function quote(node: AdfNode, kept: AdfNode[]): string | undefined {
  const paragraphs = node.content ?? [];
  if (paragraphs.some(({ type }) => type !== 'paragraph')) return undefined;
  return paragraphs.map((child) => paragraph(child, kept).replace(/^/gm, '> ')).join('\n>\n');
}

const isList = ({ type }: AdfNode) => type === 'bulletList' || type === 'orderedList';

function isPlainList(node: AdfNode): boolean {
  return (node.content ?? []).every(({ content = [] }) =>
    content.every((child, index) =>
      index === 0 ? isPlainParagraph(child) : isList(child) && isPlainList(child),
    ),
  );
}

const isOneLine = ({ content }: AdfNode) => !content?.some(({ type }) => type === 'hardBreak');

const isPlainParagraph = (node: AdfNode) => node.type === 'paragraph' && isOneLine(node);

function list(node: AdfNode, indent: string, kept: AdfNode[]): string {
  const start = Number(node.attrs?.order ?? 1);
  return (node.content ?? [])
    .map(({ content = [] }, index) => {
      const bullet = node.type === 'bulletList' ? '-' : `${start + index}.`;
      const [first, ...nested] = content;
      const line = `${indent}${bullet} ${first ? inlineMarkdown(first.content, kept) : ''}`;
      return [line, ...nested.map((child) => list(child, `${indent}    `, kept))].join('\n');
    })
    .join('\n');
}

function isPlainTable(node: AdfNode): boolean {
  return (node.content ?? []).every(({ content = [] }, row) =>
    content.every(
      (cell) =>
        cell.type === (row === 0 ? 'tableHeader' : 'tableCell') &&
        !cell.attrs?.colspan &&
        !cell.attrs?.rowspan &&
        cell.content?.length === 1 &&
        cell.content.every(isPlainParagraph),
    ),
  );
}

function table(node: AdfNode, kept: AdfNode[]): string {
  const rows = (node.content ?? []).map(({ content = [] }) =>
    content.map((cell) => inlineMarkdown(cell.content?.[0]?.content, kept).replace(/\|/g, '\\|')),
  );
  const lines = rows.map((cells) => `| ${cells.join(' | ')} |`);
  lines.splice(1, 0, `|${' --- |'.repeat(rows[0]?.length ?? 0)}`);
  return lines.join('\n');
}
