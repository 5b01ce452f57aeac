import { trimBreaks } from './inline-content';
import type { Block, Inline, Task, TaskList } from './tree';

/** Begins an item that is still to do. */
export const TODO_MARK = '☐';
/** Begins an item that is done. */
export const DONE_MARK = '☑';

/**
 * The task list that a bullet list stands for, or null when it is an ordinary one: every item is
 * one line that begins with ☐ or ☑, with nothing below it but further such lists.
 */
export function taskListIn(items: Block[][]): TaskList | null {
  const tasks: Task[] = [];
  for (const item of items) {
    const task = taskIn(item);
    if (task === null) return null;
    tasks.push(task);
  }
  return tasks.length === 0 ? null : { type: 'taskList', items: tasks };
}

function taskIn(item: Block[]): Task | null {
  const [line, children, ...others] = item;
  if (line?.type !== 'paragraph' || others.length > 0) return null;
  if (children !== undefined && children.type !== 'taskList') return null;
  const first = line.content[0];
  if (first?.type !== 'text') return null;
  const mark = /^([☐☑])(?: |$)/.exec(first.text);
  if (mark === null) return null;
  return {
    done: mark[1] === DONE_MARK,
    content: withoutMark(line.content, mark[0].length),
    children: children === undefined ? [] : children.items,
  };
}

function withoutMark([first, ...rest]: Inline[], length: number): Inline[] {
  if (first?.type !== 'text') return rest;
  const text = first.text.slice(length);
  return trimBreaks(text === '' ? withoutLeadingSpace(rest) : [{ ...first, text }, ...rest]);
}

function withoutLeadingSpace(inlines: Inline[]): Inline[] {
  const [first, ...rest] = inlines;
  if (first?.type !== 'text' || !first.text.startsWith(' ')) return inlines;
  const text = first.text.slice(1);
  return text === '' ? rest : [{ ...first, text }, ...rest];
}
