import { BESIDE_CODE, CHILDREN, MARKS, NEEDS_CONTENT, REQUIRED_ATTRIBUTES } from './content-model';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether the value claims to be a document at all; Jira words the two refusals differently. */
export function looksLikeDocument(value: unknown): boolean {
  return isRecord(value) && value.type === 'doc' && value.version === 1;
}

/**
 * What is wrong with a document, each with its path, or an empty list.
 * @param value a value that {@link looksLikeDocument} accepts
 */
export function documentProblems(value: unknown): string[] {
  const problems: string[] = [];
  checkNode(value, 'doc', problems);
  return problems;
}

function checkNode(node: unknown, path: string, problems: string[]): void {
  if (!isRecord(node) || typeof node.type !== 'string') {
    problems.push(`${path}: not a node`);
    return;
  }
  const type = node.type;
  const allowed = Object.hasOwn(CHILDREN, type) ? CHILDREN[type] : undefined;
  if (!allowed) {
    problems.push(`${path}: unknown node type '${type}'`);
    return;
  }
  checkText(node, type, path, problems);
  checkAttributes(node, type, path, problems);
  checkMarks(node.marks, path, problems);
  checkContent(node.content, type, allowed, path, problems);
}

function checkText(
  node: Record<string, unknown>,
  type: string,
  path: string,
  problems: string[],
): void {
  if (type !== 'text') return;
  if (typeof node.text !== 'string' || node.text.length === 0) {
    problems.push(`${path}: a text node needs a text that is not empty`);
  }
}

function checkAttributes(
  node: Record<string, unknown>,
  type: string,
  path: string,
  problems: string[],
): void {
  const attrs = isRecord(node.attrs) ? node.attrs : {};
  for (const name of REQUIRED_ATTRIBUTES[type] ?? []) {
    if (attrs[name] === undefined) problems.push(`${path}: ${type} needs the attribute '${name}'`);
  }
  if (type === 'heading' && ![1, 2, 3, 4, 5, 6].includes(attrs.level as number)) {
    problems.push(`${path}: the level of a heading is 1 to 6`);
  }
}

function checkMarks(marks: unknown, path: string, problems: string[]): void {
  if (marks === undefined) return;
  if (!Array.isArray(marks)) {
    problems.push(`${path}: marks is not a list`);
    return;
  }
  const types = marks.map((mark: unknown) => (isRecord(mark) ? String(mark.type) : ''));
  for (const [index, type] of types.entries()) {
    const mark: unknown = marks[index];
    if (!MARKS.includes(type)) problems.push(`${path}: unknown mark '${type}'`);
    if (type === 'link' && !(isRecord(mark) && isRecord(mark.attrs) && mark.attrs.href)) {
      problems.push(`${path}: a link needs its href`);
    }
  }
  if (types.includes('code') && types.some((type) => !BESIDE_CODE.includes(type))) {
    problems.push(`${path}: code goes with no mark but link and annotation`);
  }
}

function checkContent(
  content: unknown,
  type: string,
  allowed: readonly string[],
  path: string,
  problems: string[],
): void {
  if (content === undefined) {
    if (type === 'doc') problems.push(`${path}: a document needs its content`);
    if (NEEDS_CONTENT.includes(type)) problems.push(`${path}: ${type} is empty`);
    return;
  }
  if (!Array.isArray(content)) {
    problems.push(`${path}: content is not a list`);
    return;
  }
  if (content.length === 0 && NEEDS_CONTENT.includes(type)) {
    problems.push(`${path}: ${type} is empty`);
  }
  content.forEach((child: unknown, index) => {
    const childType = isRecord(child) ? child.type : undefined;
    const childPath = `${path}/${index}`;
    if (typeof childType === 'string' && !allowed.includes(childType)) {
      problems.push(`${childPath}: ${type} cannot hold ${childType}`);
    }
    checkNode(child, childPath, problems);
  });
}
