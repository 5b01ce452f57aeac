import { inlineHtml } from './html-inlines';
import { attribute, escapeText } from './html-escape';
import { DONE_MARK, TODO_MARK } from './task-items';
import type { Block, RichText, TableCell, Task } from './tree';

/**
 * The document as canonical HTML: the fewest elements, no white space between them, everything
 * escaped. The same tree gives the same string. The empty document is the empty string.
 */
export function toHtml(doc: RichText): string {
  return blocksHtml(doc.content);
}

function blocksHtml(blocks: Block[]): string {
  return blocks.map(blockHtml).join('');
}

function blockHtml(block: Block): string {
  switch (block.type) {
    case 'paragraph':
      return `<p>${inlineHtml(block.content)}</p>`;
    case 'heading':
      return `<h${block.level}>${inlineHtml(block.content)}</h${block.level}>`;
    case 'list': {
      const items = block.items.map((item) => `<li>${looseHtml(item)}</li>`).join('');
      if (block.start === null) return `<ul>${items}</ul>`;
      return block.start === 1 ? `<ol>${items}</ol>` : `<ol start="${block.start}">${items}</ol>`;
    }
    case 'taskList':
      return tasksHtml(block.items);
    case 'quote':
      return `<blockquote>${blocksHtml(block.content)}</blockquote>`;
    case 'panel':
      return `<div class="panel-${block.kind}">${blocksHtml(block.content)}</div>`;
    case 'codeBlock': {
      const language =
        block.language === null ? '' : attribute('class', `language-${block.language}`);
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

/** The content of an item or a cell, whose only paragraph needs no tags when it comes first. */
function looseHtml(blocks: Block[]): string {
  const [first, ...others] = blocks;
  if (first?.type !== 'paragraph' || others.some((block) => block.type === 'paragraph')) {
    return blocksHtml(blocks);
  }
  return inlineHtml(first.content) + blocksHtml(others);
}

function tasksHtml(tasks: Task[]): string {
  const items = tasks.map((task) => {
    const mark = task.done ? DONE_MARK : TODO_MARK;
    const line = task.content.length === 0 ? mark : `${mark} ${inlineHtml(task.content)}`;
    return `<li>${line}${task.children.length === 0 ? '' : tasksHtml(task.children)}</li>`;
  });
  return `<ul>${items.join('')}</ul>`;
}

function cellHtml(cell: TableCell): string {
  const name = cell.header ? 'th' : 'td';
  const colspan = cell.colspan === 1 ? '' : attribute('colspan', String(cell.colspan));
  const rowspan = cell.rowspan === 1 ? '' : attribute('rowspan', String(cell.rowspan));
  return `<${name}${colspan}${rowspan}>${looseHtml(cell.content)}</${name}>`;
}
