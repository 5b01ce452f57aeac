import type { AdfNode } from './document';
import { parseInline } from './inline-from-markdown';

/** A line of a list: indent, bullet or number, words. */
export const LIST_ITEM = /^(\s*)([-*]|\d+\.)\s+(.*)$/;

interface Item {
  depth: number;
  ordered: boolean;
  number: number;
  words: string;
}

/** Lists of consecutive lines; deeper indents nest, a change of bullet starts another list. */
export function parseList(lines: readonly string[], kept: readonly AdfNode[]): AdfNode[] {
  const items = lines.map((line): Item => {
    const [, indent = '', bullet = '', words = ''] = LIST_ITEM.exec(line) ?? [];
    const depth = indent.replace(/\t/g, '    ').length;
    return { depth, ordered: /\d/.test(bullet), number: Number.parseInt(bullet, 10), words };
  });
  return nest(items, kept);
}

function nest(items: readonly Item[], kept: readonly AdfNode[]): AdfNode[] {
  const lists: AdfNode[] = [];
  for (let at = 0; at < items.length;) {
    const item = items[at] as Item;
    const end = items.findIndex((other, index) => index > at && other.depth <= item.depth);
    const inner = items.slice(at + 1, end === -1 ? items.length : end);
    const type = item.ordered ? 'orderedList' : 'bulletList';
    let list = lists.at(-1);
    if (list?.type !== type) {
      list = { type, ...startAttribute(item), content: [] };
      lists.push(list);
    }
    const paragraph = { type: 'paragraph', content: parseInline(item.words, kept) };
    list.content?.push({ type: 'listItem', content: [paragraph, ...nest(inner, kept)] });
    at += inner.length + 1;
  }
  return lists;
}

const startAttribute = (item: Item) =>
  item.ordered && item.number !== 1 ? { attrs: { order: item.number } } : {};
