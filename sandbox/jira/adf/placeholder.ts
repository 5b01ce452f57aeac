import type { AdfNode } from './document';

/**
 * Nodes that the simple editor has no spelling for (panels, mentions, coloured text). They stand in
 * the text as `⟦panel 1 …⟧` and come back unchanged when the text is saved.
 */
export const PLACEHOLDER = /⟦([A-Za-z]+) (\d+)[^⟧]*⟧/u;

/** Spells the node and remembers it in `kept`. */
export function spellPlaceholder(node: AdfNode, label: string, kept: AdfNode[]): string {
  kept.push(node);
  const words = label.replace(/[⟦⟧\s|]+/gu, ' ').trim();
  return `⟦${node.type} ${kept.length}${words ? ` ${words.slice(0, 40)}` : ''}⟧`;
}

/** The node a placeholder stands for, if the document it was written from still has it. */
export function keptNode(type: string, number: string, kept: readonly AdfNode[]) {
  const node = kept[Number(number) - 1];
  return node?.type === type ? node : undefined;
}
