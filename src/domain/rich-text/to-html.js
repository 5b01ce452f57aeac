import { inlineHtml } from './html-inlines';
import { attribute, escapeText } from './html-escape';
import { DONE_MARK, TODO_MARK } from './task-items';
export function toHtml(doc) {
    return blocksHtml(doc.content);
}
function blocksHtml(blocks) {
    return blocks.map(blockHtml).join('');
}
function blockHtml(block) {
    switch (block.type) {
        case 'paragraph':
            return `<p>${inlineHtml(block.content)}</p>`;
        case 'heading':
            return `<h${block.level}>${inlineHtml(block.content)}</h${block.level}>`;
        case 'list': {
            const items = block.items.map((item) => `<li>${looseHtml(item)}</li>`).join('');
            if (block.start === null)
                return `<ul>${items}</ul>`;
            return block.start === 1 ? `<ol>${items}</ol>` : `<ol start="${block.start}">${items}</ol>`;
        }
        case 'taskList':
            return tasksHtml(block.items);
        case 'quote':
            return `<blockquote>${blocksHtml(block.content)}</blockquote>`;
        case 'panel':
            return `<div class="panel-${block.kind}">${blocksHtml(block.content)}</div>`;
        case 'codeBlock': {
            const language = block.language === null ? '' : attribute('class', `language-${block.language}`);
            return `<pre><code${language}>${escapeText(block.text)}</code></pre>`;
        }
        case 'rule':
            return '<hr>';
        case 'table': {
            const rows = block.rows.map((row) => `<tr>${row.map(cellHtml).join('')}</tr>`);
            return `<table><tbody>${rows.join('')}</tbody></table>`;
        }
    }
}
function looseHtml(blocks) {
    const [first, ...others] = blocks;
    if (first?.type !== 'paragraph' || others.some((block) => block.type === 'paragraph')) {
        return blocksHtml(blocks);
    }
    return inlineHtml(first.content) + blocksHtml(others);
}
function tasksHtml(tasks) {
    const items = tasks.map((task) => {
        const mark = task.done ? DONE_MARK : TODO_MARK;
        const line = task.content.length === 0 ? mark : `${mark} ${inlineHtml(task.content)}`;
        return `<li>${line}${task.children.length === 0 ? '' : tasksHtml(task.children)}</li>`;
    });
    return `<ul>${items.join('')}</ul>`;
}
function cellHtml(cell) {
    const name = cell.header ? 'th' : 'td';
    const colspan = cell.colspan === 1 ? '' : attribute('colspan', String(cell.colspan));
    const rowspan = cell.rowspan === 1 ? '' : attribute('rowspan', String(cell.rowspan));
    return `<${name}${colspan}${rowspan}>${looseHtml(cell.content)}</${name}>`;
}
