/** An Atlassian Document Format document, version 1, as Jira's REST API v3 takes and gives it. */
export interface AdfDocument {
  version: 1;
  type: 'doc';
  content: AdfNode[];
}

/** A node of a document. */
export interface AdfNode {
  type: string;
  attrs?: Record<string, unknown>;
  content?: AdfNode[];
  text?: string;
  marks?: AdfMark[];
}

/** A style of a text node. */
export interface AdfMark {
  type: string;
  attrs?: Record<string, unknown>;
}

/** A node of unknown origin: nothing about it is taken for granted. */
export interface LooseNode {
  type: string;
  attrs: Record<string, unknown>;
  content: unknown[];
  text: string | null;
  marks: unknown[];
}

/** What can be read of a node; null when the value is no object. */
export function looseNode(value: unknown): LooseNode | null {
  if (!isRecord(value)) return null;
  return {
    type: typeof value['type'] === 'string' ? value['type'] : '',
    attrs: isRecord(value['attrs']) ? value['attrs'] : {},
    content: Array.isArray(value['content']) ? value['content'] : [],
    text: typeof value['text'] === 'string' ? value['text'] : null,
    marks: Array.isArray(value['marks']) ? value['marks'] : [],
  };
}

/** Whether a value is an object that is no list. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
