import { cleanCode } from './clean-text';
import type { Atom } from './atoms';
import { InlineContent } from './inline-content';
import type { Marks } from './marks';
import { MAX_DEPTH, mayHold, type ContainerType } from './nesting';
import { lineBlocks } from './paragraphs';
import { taskListIn } from './task-items';
import type { Block, HeadingLevel, PanelKind, RichText, TableCell } from './tree';

/** A container that is open: one that holds blocks, or the frame of a list or a table. */
type Frame =
  | { type: ContainerType; blocks: Block[]; level: HeadingLevel | null; end(): void }
  | { type: 'list'; items: Block[][]; end(): void }
  | { type: 'table'; rows: TableCell[][]; before: Block[]; end(): void }
  | { type: 'row'; cells: TableCell[]; end(): void };

type BlockFrame = Extract<Frame, { blocks: Block[] }>;

/**
 * Builds a canonical tree out of what a reader meets in reading order, whatever the order: the one
 * place where the tree's invariants are made. A reader opens and closes containers and adds text;
 * a container that may not stand where it is opened is refused and its content joins the container
 * around it, so no text is ever lost.
 */
export class TreeBuilder {
  private readonly root: BlockFrame = blockFrame('doc', [], () => undefined);
  private readonly frames: Frame[] = [this.root];
  private readonly line = new InlineContent();

  text(text: string, marks: Marks, atom: Atom | null = null): void {
    this.line.text(text, marks, atom);
  }

  lineBreak(): void {
    this.line.lineBreak();
  }

  /** Ends the paragraph or heading in progress, if any. */
  endLine(): void {
    const inlines = this.line.take();
    if (inlines.length === 0) return;
    const top = this.top();
    const level = 'blocks' in top ? top.level : null;
    this.add((container) => lineBlocks(inlines, level, container));
  }

  /** Makes the lines that follow headings, or ordinary again (null); answers what held before. */
  setLevel(level: HeadingLevel | null): HeadingLevel | null {
    this.endLine();
    const top = this.top();
    if (!('blocks' in top)) return null;
    const before = top.level;
    top.level = level;
    return before;
  }

  rule(): void {
    this.endLine();
    this.add((container) => (mayHold(container, 'rule') ? [{ type: 'rule' }] : []));
  }

  code(code: string, language: string | null): void {
    this.endLine();
    const text = cleanCode(code);
    if (text !== '') this.add(() => [{ type: 'codeBlock', language, text }]);
  }

  /** `start` is the first item's number, null for bullets. A list in a list joins its last item. */
  openList(start: number | null): boolean {
    this.endLine();
    const top = this.top();
    const steps = top.type === 'list' ? 3 : 2;
    if (this.frames.length + steps > MAX_DEPTH) return false;
    if (top.type === 'table' || top.type === 'row') return false;
    const joined = top.type === 'list';
    if (joined) this.openLastItem(top.items);
    const parent = this.top() as BlockFrame;
    const items: Block[][] = [];
    this.frames.push({
      type: 'list',
      items,
      end: () => {
        if (items.length > 0) parent.blocks.push(listBlock(start, items, parent.type));
        if (joined) this.close();
      },
    });
    return true;
  }

  openItem(): boolean {
    this.endLine();
    const top = this.top();
    if (top.type !== 'list') return false;
    const blocks: Block[] = [];
    top.items.push(blocks);
    this.frames.push(blockFrame('item', blocks, () => undefined));
    return true;
  }

  openQuote(): boolean {
    return this.openBlock('quote', (content) => ({ type: 'quote', content }));
  }

  openPanel(kind: PanelKind): boolean {
    return this.openBlock('panel', (content) => ({ type: 'panel', kind, content }));
  }

  /** Content between a table's cells moves in front of the table, as browsers show it. */
  openTable(): boolean {
    this.endLine();
    const parent = this.top();
    if (!('blocks' in parent) || !mayHold(parent.type, 'table')) return false;
    const rows: TableCell[][] = [];
    const before: Block[] = [];
    const end = (): void => {
      append(parent.blocks, before);
      if (rows.length > 0) parent.blocks.push({ type: 'table', rows });
    };
    this.frames.push({ type: 'table', rows, before, end });
    return true;
  }

  openRow(): boolean {
    this.endLine();
    const table = this.top();
    if (table.type !== 'table') return false;
    const cells: TableCell[] = [];
    const end = (): void => {
      if (cells.length > 0) table.rows.push(cells);
    };
    this.frames.push({ type: 'row', cells, end });
    return true;
  }

  openCell(cell: { header: boolean; colspan: number; rowspan: number }): boolean {
    this.endLine();
    const row = this.top();
    if (row.type !== 'row') return false;
    const content: Block[] = [];
    row.cells.push({ ...cell, content });
    this.frames.push(blockFrame('cell', content, () => undefined));
    return true;
  }

  /** Closes the container opened last. Call it once for each `open…` that answered true. */
  close(): void {
    this.endLine();
    if (this.frames.length > 1) this.frames.pop()!.end();
  }

  /** The tree, with everything still open closed. */
  finish(): RichText {
    while (this.frames.length > 1) this.close();
    this.endLine();
    return { content: this.root.blocks };
  }

  private openBlock(type: 'quote' | 'panel', block: (content: Block[]) => Block): boolean {
    this.endLine();
    const parent = this.top();
    if (!('blocks' in parent) || !mayHold(parent.type, type)) return false;
    const content: Block[] = [];
    this.frames.push(
      blockFrame(type, content, () => {
        if (content.length > 0) parent.blocks.push(block(content));
      }),
    );
    return true;
  }

  private openLastItem(items: Block[][]): void {
    const last = items[items.length - 1];
    if (last === undefined) this.openItem();
    else this.frames.push(blockFrame('item', last, () => undefined));
  }

  /** Adds blocks where the top frame takes them: in itself, a new item, or before the table. */
  private add(blocksFor: (container: ContainerType) => Block[]): void {
    const top = this.top();
    if ('blocks' in top) {
      append(top.blocks, blocksFor(top.type));
    } else if (top.type === 'list') {
      const item = blocksFor('item');
      if (item.length > 0) top.items.push(item);
    } else {
      const table = this.frames.findLast((frame) => frame.type === 'table');
      if (table !== undefined) append(table.before, blocksFor('doc'));
    }
  }

  private top(): Frame {
    return this.frames[this.frames.length - 1]!;
  }
}

function blockFrame(type: ContainerType, blocks: Block[], end: () => void): BlockFrame {
  return { type, blocks, level: null, end };
}

/** Not `push(...blocks)`, whose arguments live on the stack: a long list would exhaust it. */
function append(blocks: Block[], more: Block[]): void {
  for (const block of more) blocks.push(block);
}

function listBlock(start: number | null, items: Block[][], parent: ContainerType): Block {
  const tasks = start === null && mayHold(parent, 'taskList') ? taskListIn(items) : null;
  return tasks ?? { type: 'list', start, items };
}
