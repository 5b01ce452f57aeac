import type { AdfDocument, AdfNode } from './adf-document';
import { adfMarks } from './adf-marks';
import type { Block, Inline, List, Media, RichText, TableCell, Task } from './tree';

/** Numbers the tasks of one document: Jira wants ids that are unique within it. */
interface Ids {
  next(): string;
}

/**
 * The document in the Atlassian Document Format, version 1. It satisfies the format's structure
 * rules for every tree that `fromAdf` or `fromHtml` made; the same tree gives the same document.
 */
export function toAdf(doc: RichText): AdfDocument {
  let tasks = 0;
  const ids: Ids = { next: () => `task-${(tasks += 1)}` };
  return { version: 1, type: 'doc', content: doc.content.map((block) => blockNode(block, ids)) };
}

function blockNode(block: Block, ids: Ids): AdfNode {
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

function blockNodes(blocks: Block[], ids: Ids): AdfNode[] {
  return blocks.map((block) => blockNode(block, ids));
}

function listNode(list: List, ids: Ids): AdfNode {
  const content = list.items.map((item) => ({ type: 'listItem', content: itemNodes(item, ids) }));
  if (list.start === null) return { type: 'bulletList', content };
  return { type: 'orderedList', attrs: { order: list.start }, content };
}

/** Editors expect a line of text before a list within an item: the empty one is read as nothing. */
function itemNodes(item: Block[], ids: Ids): AdfNode[] {
  const first = item[0]?.type;
  const needsLine = first === undefined || first === 'list' || first === 'taskList';
  return [...(needsLine ? [emptyLine()] : []), ...blockNodes(item, ids)];
}

/** Jira keeps indented tasks beside the task they belong to, not within it. */
function taskListNode(tasks: Task[], ids: Ids): AdfNode {
  const localId = ids.next();
  const content = tasks.flatMap((task): AdfNode[] => [
    {
      type: 'taskItem',
      attrs: { localId: ids.next(), state: task.done ? 'DONE' : 'TODO' },
      content: task.content.map(inlineNode),
    },
    ...(task.children.length === 0 ? [] : [taskListNode(task.children, ids)]),
  ]);
  return { type: 'taskList', attrs: { localId }, content };
}

function cellNode(cell: TableCell, ids: Ids): AdfNode {
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

function emptyLine(): AdfNode {
  return { type: 'paragraph', content: [] };
}

/** A paragraph, or the block that a file alone in its paragraph is. */
function lineNode(content: Inline[]): AdfNode {
  const [first] = content;
  if (first?.type === 'media' && first.display === 'single') {
    return { type: 'mediaSingle', attrs: { layout: 'center' }, content: [mediaNode(first)] };
  }
  if (first?.type === 'media' && first.display === 'group') {
    return { type: 'mediaGroup', content: [mediaNode(first)] };
  }
  return { type: 'paragraph', content: content.map(inlineNode) };
}

function mediaNode(media: Media): AdfNode {
  return { type: 'media', attrs: { type: 'file', ...mediaAttrs(media) } };
}

function mediaAttrs({ id, collection, alt }: Media): Record<string, unknown> {
  return { id, collection, ...(alt === '' ? {} : { alt }) };
}

function inlineNode(inline: Inline): AdfNode {
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
