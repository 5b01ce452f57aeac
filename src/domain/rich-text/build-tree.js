import { cleanCode } from './clean-text';
import { InlineContent } from './inline-content';
import { MAX_DEPTH, mayHold } from './nesting';
import { lineBlocks } from './paragraphs';
import { taskListIn } from './task-items';
export class TreeBuilder {
    root = blockFrame('doc', [], () => undefined);
    frames = [this.root];
    line = new InlineContent();
    text(text, marks, atom = null) {
        this.line.text(text, marks, atom);
    }
    lineBreak() {
        this.line.lineBreak();
    }
    endLine() {
        const inlines = this.line.take();
        if (inlines.length === 0)
            return;
        const top = this.top();
        const level = 'blocks' in top ? top.level : null;
        this.add((container) => lineBlocks(inlines, level, container));
    }
    setLevel(level) {
        this.endLine();
        const top = this.top();
        if (!('blocks' in top))
            return null;
        const before = top.level;
        top.level = level;
        return before;
    }
    rule() {
        this.endLine();
        this.add((container) => (mayHold(container, 'rule') ? [{ type: 'rule' }] : []));
    }
    code(code, language) {
        this.endLine();
        const text = cleanCode(code);
        if (text !== '')
            this.add(() => [{ type: 'codeBlock', language, text }]);
    }
    openList(start) {
        this.endLine();
        const top = this.top();
        const steps = top.type === 'list' ? 3 : 2;
        if (this.frames.length + steps > MAX_DEPTH)
            return false;
        if (top.type === 'table' || top.type === 'row')
            return false;
        const joined = top.type === 'list';
        if (joined)
            this.openLastItem(top.items);
        const parent = this.top();
        const items = [];
        this.frames.push({
            type: 'list',
            items,
            end: () => {
                if (items.length > 0)
                    parent.blocks.push(listBlock(start, items, parent.type));
                if (joined)
                    this.close();
            },
        });
        return true;
    }
    openItem() {
        this.endLine();
        const top = this.top();
        if (top.type !== 'list')
            return false;
        const blocks = [];
        top.items.push(blocks);
        this.frames.push(blockFrame('item', blocks, () => undefined));
        return true;
    }
    openQuote() {
        return this.openBlock('quote', (content) => ({ type: 'quote', content }));
    }
    openPanel(kind) {
        return this.openBlock('panel', (content) => ({ type: 'panel', kind, content }));
    }
    openTable() {
        this.endLine();
        const parent = this.top();
        if (!('blocks' in parent) || !mayHold(parent.type, 'table'))
            return false;
        const rows = [];
        const before = [];
        const end = () => {
            append(parent.blocks, before);
            if (rows.length > 0)
                parent.blocks.push({ type: 'table', rows });
        };
        this.frames.push({ type: 'table', rows, before, end });
        return true;
    }
    openRow() {
        this.endLine();
        const table = this.top();
        if (table.type !== 'table')
            return false;
        const cells = [];
        const end = () => {
            if (cells.length > 0)
                table.rows.push(cells);
        };
        this.frames.push({ type: 'row', cells, end });
        return true;
    }
    openCell(cell) {
        this.endLine();
        const row = this.top();
        if (row.type !== 'row')
            return false;
        const content = [];
        row.cells.push({ ...cell, content });
        this.frames.push(blockFrame('cell', content, () => undefined));
        return true;
    }
    close() {
        this.endLine();
        if (this.frames.length > 1)
            this.frames.pop().end();
    }
    finish() {
        while (this.frames.length > 1)
            this.close();
        this.endLine();
        return { content: this.root.blocks };
    }
    openBlock(type, block) {
        this.endLine();
        const parent = this.top();
        if (!('blocks' in parent) || !mayHold(parent.type, type))
            return false;
        const content = [];
        this.frames.push(blockFrame(type, content, () => {
            if (content.length > 0)
                parent.blocks.push(block(content));
        }));
        return true;
    }
    openLastItem(items) {
        const last = items[items.length - 1];
        if (last === undefined)
            this.openItem();
        else
            this.frames.push(blockFrame('item', last, () => undefined));
    }
    add(blocksFor) {
        const top = this.top();
        if ('blocks' in top) {
            append(top.blocks, blocksFor(top.type));
        }
        else if (top.type === 'list') {
            const item = blocksFor('item');
            if (item.length > 0)
                top.items.push(item);
        }
        else {
            const table = this.frames.findLast((frame) => frame.type === 'table');
            if (table !== undefined)
                append(table.before, blocksFor('doc'));
        }
    }
    top() {
        return this.frames[this.frames.length - 1];
    }
}
function blockFrame(type, blocks, end) {
    return { type, blocks, level: null, end };
}
function append(blocks, more) {
    for (const block of more)
        blocks.push(block);
}
function listBlock(start, items, parent) {
    const tasks = start === null && mayHold(parent, 'taskList') ? taskListIn(items) : null;
    return tasks ?? { type: 'list', start, items };
}
