/**
 * Which block may stand in which, from the Atlassian Document Format's schema, which is the
 * stricter of the two formats (https://developer.atlassian.com/cloud/jira/platform/apis/document/).
 */
export type ContainerType = 'doc' | 'item' | 'quote' | 'panel' | 'cell';

type Nestable = 'heading' | 'rule' | 'quote' | 'panel' | 'table' | 'taskList' | 'mediaGroup';

const ALLOWED: Readonly<Record<ContainerType, readonly Nestable[]>> = {
  doc: ['heading', 'rule', 'quote', 'panel', 'table', 'taskList', 'mediaGroup'],
  item: ['taskList'],
  quote: ['mediaGroup'],
  panel: ['heading', 'rule', 'taskList', 'mediaGroup'],
  cell: ['heading', 'rule', 'quote', 'panel', 'taskList', 'mediaGroup'],
};

/** Paragraphs, lists, code blocks and single files may stand anywhere and are not asked about. */
export function mayHold(container: ContainerType, block: Nestable): boolean {
  return ALLOWED[container].includes(block);
}

/**
 * How many containers may be open at once (a list and its item are two). Deeper ones are flattened,
 * so that no input can exhaust the stack of a later walk.
 */
export const MAX_DEPTH = 32;
