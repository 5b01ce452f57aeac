import { adfMarks } from './adf-marks';
export function toAdf(doc) {
    let tasks = 0;
    const ids = { next: () => `task-${(tasks += 1)}` };
    return { version: 1, type: 'doc', content: doc.content.map((block) => blockNode(block, ids)) };
}
function blockNode(block, ids) {
    switch (block.type) {
        case 'paragraph':
            return lineNode(block.content);
        case 'heading':
            return {
                type: 'heading',
                attrs: { level: block.level },
                content: block.content.map(inlineNode),
            };
        case 'list':
            return listNode(block, ids);
        case 'taskList':
            return taskListNode(block.items, ids);
        case 'quote':
            return { type: 'blockquote', content: blockNodes(block.content, ids) };
        case 'panel':
            return {
                type: 'panel',
                attrs: { panelType: block.kind },
                content: blockNodes(block.content, ids),
            };
        case 'codeBlock':
            return {
                type: 'codeBlock',
                ...(block.language === null ? {} : { attrs: { language: block.language } }),
                content: [{ type: 'text', text: block.text }],
            };
        case 'rule':
            return { type: 'rule' };
        case 'table':
            return {
                type: 'table',
                content: block.rows.map((row) => ({
                    type: 'tableRow',
                    content: row.map((cell) => cellNode(cell, ids)),
                })),
            };
    }
}
function blockNodes(blocks, ids) {
    return blocks.map((block) => blockNode(block, ids));
}
function listNode(list, ids) {
    const content = list.items.map((item) => ({ type: 'listItem', content: itemNodes(item, ids) }));
    if (list.start === null)
        return { type: 'bulletList', content };
    return { type: 'orderedList', attrs: { order: list.start }, content };
}
function itemNodes(item, ids) {
    const first = item[0]?.type;
    const needsLine = first === undefined || first === 'list' || first === 'taskList';
    return [...(needsLine ? [emptyLine()] : []), ...blockNodes(item, ids)];
}
function taskListNode(tasks, ids) {
    const localId = ids.next();
    const content = tasks.flatMap((task) => [
        {
            type: 'taskItem',
            attrs: { localId: ids.next(), state: task.done ? 'DONE' : 'TODO' },
            content: task.content.map(inlineNode),
        },
        ...(task.children.length === 0 ? [] : [taskListNode(task.children, ids)]),
    ]);
    return { type: 'taskList', attrs: { localId }, content };
}
function cellNode(cell, ids) {
    const attrs = {
        ...(cell.colspan === 1 ? {} : { colspan: cell.colspan }),
        ...(cell.rowspan === 1 ? {} : { rowspan: cell.rowspan }),
    };
    return {
        type: cell.header ? 'tableHeader' : 'tableCell',
        ...(Object.keys(attrs).length === 0 ? {} : { attrs }),
        content: cell.content.length === 0 ? [emptyLine()] : blockNodes(cell.content, ids),
    };
}
function emptyLine() {
    return { type: 'paragraph', content: [] };
}
function lineNode(content) {
    const [first] = content;
    if (first?.type === 'media' && first.display === 'single') {
        return { type: 'mediaSingle', attrs: { layout: 'center' }, content: [mediaNode(first)] };
    }
    if (first?.type === 'media' && first.display === 'group') {
        return { type: 'mediaGroup', content: [mediaNode(first)] };
    }
    return { type: 'paragraph', content: content.map(inlineNode) };
}
function mediaNode(media) {
    return { type: 'media', attrs: { type: 'file', ...mediaAttrs(media) } };
}
function mediaAttrs({ id, collection, alt }) {
    return { id, collection, ...(alt === '' ? {} : { alt }) };
}
function inlineNode(inline) {
    switch (inline.type) {
        case 'text': {
            const marks = adfMarks(inline.marks);
            return { type: 'text', text: inline.text, ...(marks.length === 0 ? {} : { marks }) };
        }
        case 'break':
            return { type: 'hardBreak' };
        case 'mention':
            return { type: 'mention', attrs: { id: inline.id, text: inline.text } };
        case 'date':
            return {
                type: 'date',
                attrs: { timestamp: String(Date.parse(`${inline.day}T00:00:00Z`)) },
            };
        case 'media': {
            const type = inline.display === 'inline-image' ? 'image' : 'file';
            return { type: 'mediaInline', attrs: { type, ...mediaAttrs(inline) } };
        }
    }
}
