import type { AdfDocument, AdfNode } from './document';

const BLOCKS = /^(paragraph|heading|codeBlock|listItem|tableRow|taskItem|decisionItem|rule)$/;

/** The words of a document, a line per block: what search and the history show. */
export function documentText(document: AdfDocument | null): string {
  if (!document) return '';
  return nodesText(document.content)
    .replace(/\n{2,}/g, '\n')
    .trim();
}

function nodesText(nodes: readonly AdfNode[]): string {
  return nodes.map(nodeText).join('');
}

function nodeText(node: AdfNode): string {
  switch (node.type) {
    case 'text':
      return node.text ?? '';
    case 'hardBreak':
      return '\n';
    case 'emoji':
      return String(node.attrs?.text ?? node.attrs?.shortName ?? '');
    case 'mention':
      return `@${String(node.attrs?.text ?? node.attrs?.id ?? '').replace(/^@/, '')}`;
    case 'status':
      return String(node.attrs?.text ?? '');
    case 'date':
      return dateText(node.attrs?.timestamp);
    case 'inlineCard':
    case 'blockCard':
      return String(node.attrs?.url ?? '');
    case 'tableCell':
    case 'tableHeader':
      return `${nodesText(node.content ?? []).trim()}\t`;
    default: {
      const inner = nodesText(node.content ?? []);
      return BLOCKS.test(node.type) ? `${inner}\n` : inner;
    }
  }
}

/** ADF dates are epoch milliseconds as text, at midnight UTC. */
export function dateText(timestamp: unknown): string {
  const time = new Date(Number(timestamp));
  return Number.isNaN(time.getTime()) ? '' : time.toISOString().slice(0, 10);
}
