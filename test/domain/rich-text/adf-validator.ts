import type { AdfMark, AdfNode } from '../../../src/domain/rich-text';

/**
 * The structure rules of the Atlassian Document Format that Jira enforces on a description, written
 * out by hand and stricter than the published JSON schema: that one also takes an unknown mix of
 * marks, an empty table row, or a list as the first thing in a list item, which editors choke on.
 */

const BLOCKS_IN: Record<string, readonly string[]> = {
  doc: [
    ...['paragraph', 'heading', 'bulletList', 'orderedList', 'taskList', 'blockquote', 'panel'],
    ...['codeBlock', 'rule', 'table', 'mediaSingle', 'mediaGroup'],
  ],
  listItem: ['paragraph', 'bulletList', 'orderedList', 'taskList', 'codeBlock', 'mediaSingle'],
  blockquote: [
    ...['paragraph', 'bulletList', 'orderedList', 'codeBlock', 'mediaSingle', 'mediaGroup'],
  ],
  panel: [
    ...['paragraph', 'heading', 'bulletList', 'orderedList', 'taskList', 'codeBlock', 'rule'],
    ...['mediaSingle', 'mediaGroup'],
  ],
  tableCell: [
    ...['paragraph', 'heading', 'bulletList', 'orderedList', 'taskList', 'blockquote', 'panel'],
    ...['codeBlock', 'rule', 'mediaSingle', 'mediaGroup'],
  ],
  bulletList: ['listItem'],
  orderedList: ['listItem'],
  taskList: ['taskItem', 'taskList'],
  table: ['tableRow'],
  tableRow: ['tableCell', 'tableHeader'],
  mediaSingle: ['media'],
  mediaGroup: ['media'],
  codeBlock: ['text'],
};
BLOCKS_IN['tableHeader'] = BLOCKS_IN['tableCell']!;

const INLINES = ['text', 'hardBreak', 'mention', 'date', 'mediaInline'];
for (const line of ['paragraph', 'heading', 'taskItem']) BLOCKS_IN[line] = INLINES;

const MAY_BE_EMPTY = ['doc', 'paragraph', 'taskItem'];
const FIRST_IN_ITEM = ['paragraph', 'codeBlock', 'mediaSingle'];
const KEYS = ['type', 'attrs', 'content', 'text', 'marks'];
const TEXT_MARKS = ['link', 'strong', 'em', 'underline', 'strike', 'subsup', 'code'];

const ATTRS: Record<string, (attrs: Record<string, unknown>) => boolean> = {
  heading: ({ level, ...rest }) => isWhole(level, 1, 6) && isEmpty(rest),
  orderedList: ({ order, ...rest }) => isWhole(order, 0, 1e9) && isEmpty(rest),
  taskList: ({ localId, ...rest }) => isId(localId) && isEmpty(rest),
  taskItem: ({ localId, state, ...rest }) =>
    isId(localId) && (state === 'TODO' || state === 'DONE') && isEmpty(rest),
  panel: ({ panelType, ...rest }) =>
    ['info', 'note', 'tip', 'warning', 'error', 'success'].includes(String(panelType)) &&
    isEmpty(rest),
  codeBlock: ({ language, ...rest }) => (language === undefined || isId(language)) && isEmpty(rest),
  tableCell: ({ colspan = 1, rowspan = 1, ...rest }) =>
    isWhole(colspan, 1, 1000) && isWhole(rowspan, 1, 1000) && isEmpty(rest),
  tableHeader: (attrs) => ATTRS['tableCell']!(attrs),
  mention: ({ id, text, ...rest }) => isId(id) && /^@\S/.test(String(text)) && isEmpty(rest),
  date: ({ timestamp, ...rest }) =>
    typeof timestamp === 'string' && /^-?\d+$/.test(timestamp) && isEmpty(rest),
  mediaSingle: ({ layout, ...rest }) => layout === 'center' && isEmpty(rest),
  media: ({ type, id, collection, alt, ...rest }) =>
    type === 'file' && isId(id) && typeof collection === 'string' && isAlt(alt) && isEmpty(rest),
  mediaInline: ({ type, id, collection, alt, ...rest }) =>
    (type === 'file' || type === 'image') &&
    isId(id) &&
    typeof collection === 'string' &&
    isAlt(alt) &&
    isEmpty(rest),
};

/** Every breach of the rules, with the path to it; none for a valid document. */
export function adfProblems(doc: unknown): string[] {
  const problems: string[] = [];
  const localIds = new Set<unknown>();
  const root = doc as AdfNode & { version?: unknown };
  if (root.version !== 1) problems.push('doc: version is not 1');
  if (root.type !== 'doc') problems.push('doc: type is not doc');
  const node = { ...root };
  delete node.version;
  check(node, 'doc', problems, localIds);
  return problems;
}

function check(node: AdfNode, path: string, problems: string[], localIds: Set<unknown>): void {
  const report = (problem: string): void => void problems.push(`${path}: ${problem}`);
  for (const [key, value] of Object.entries(node)) {
    if (!KEYS.includes(key)) report(`unknown key ${key}`);
    if (value === undefined) report(`${key} is undefined`);
  }
  const attrs = node.attrs ?? {};
  const attrsFit = ATTRS[node.type] ?? isEmpty;
  if (!attrsFit(attrs)) report(`attrs ${JSON.stringify(attrs)}`);
  if (node.attrs !== undefined && isEmpty(node.attrs)) report('empty attrs');
  if (attrs['localId'] !== undefined) {
    if (localIds.has(attrs['localId'])) report('localId is not unique');
    localIds.add(attrs['localId']);
  }
  if (node.type === 'text') checkText(node, report);
  else if (node.text !== undefined) report('text outside a text node');
  else if (node.marks !== undefined) report('marks outside a text node');

  const allowed = BLOCKS_IN[node.type];
  if (allowed === undefined) {
    if (node.content !== undefined) report('content in a leaf');
    return;
  }
  const content = node.content ?? [];
  if (content.length === 0 && !MAY_BE_EMPTY.includes(node.type)) report('is empty');
  const first = content[0]?.type ?? '';
  if (node.type === 'listItem' && !FIRST_IN_ITEM.includes(first)) report(`begins with ${first}`);
  if (node.type === 'taskList' && first !== 'taskItem') report(`begins with ${first}`);
  if (node.type === 'mediaSingle' && content.length !== 1) report('holds more than one file');
  content.forEach((child, index) => {
    if (!allowed.includes(child.type)) report(`${child.type} may not stand in ${node.type}`);
    if (node.type === 'codeBlock' && child.marks !== undefined) report('marks in a code block');
    check(child, `${path}/${index}:${child.type}`, problems, localIds);
  });
}

function checkText(node: AdfNode, report: (problem: string) => void): void {
  if (typeof node.text !== 'string' || node.text === '') report('empty text');
  if (/\p{Surrogate}/u.test(node.text ?? '')) report('half a surrogate pair');
  const marks: AdfMark[] = node.marks ?? [];
  if (node.marks?.length === 0) report('empty marks');
  const types = marks.map((mark) => mark.type);
  if (new Set(types).size !== types.length) report(`repeated marks ${types.join()}`);
  if (types.some((type) => !TEXT_MARKS.includes(type))) report(`unknown marks ${types.join()}`);
  if (types.includes('code') && types.some((type) => type !== 'code' && type !== 'link')) {
    report(`code combined with ${types.join()}`);
  }
  for (const { type, attrs = {} } of marks) {
    const { href, type: script, ...rest } = attrs;
    const fits =
      type === 'link'
        ? /^(?:https?:\/\/|mailto:)\S+$/.test(String(href)) && script === undefined
        : type === 'subsup'
          ? (script === 'sub' || script === 'sup') && href === undefined
          : href === undefined && script === undefined;
    if (!fits || !isEmpty(rest)) report(`attrs of mark ${type} ${JSON.stringify(attrs)}`);
  }
}

function isEmpty(attrs: Record<string, unknown>): boolean {
  return Object.keys(attrs).length === 0;
}

function isWhole(value: unknown, min: number, max: number): boolean {
  return Number.isInteger(value) && (value as number) >= min && (value as number) <= max;
}

function isId(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}

function isAlt(value: unknown): boolean {
  return value === undefined || isId(value);
}
