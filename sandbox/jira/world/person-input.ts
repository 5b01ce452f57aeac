import type { AdfDocument, AdfNode } from '../adf/document';
import { fromMarkdown } from '../adf/from-markdown';
import { PRIORITIES } from './catalog';
import { STORY_POINTS_ID } from './fields/default-fields';

/** What a person fills in, in words instead of REST references. */
export interface PersonInput {
  summary?: string;
  /** Markdown, or a document. */
  description?: string | AdfDocument | null;
  labels?: string[];
  /** Name, such as `High`. */
  priority?: string;
  /** Account id. */
  assignee?: string | null;
  /** Account id. */
  reporter?: string | null;
  /** Issue key. */
  parent?: string | null;
  /** Name of the issue type. */
  type?: string;
  /** Story points. */
  points?: number | null;
  /** `yyyy-MM-dd`. */
  duedate?: string | null;
  /** Any other field, as REST v3 takes it. */
  fields?: Record<string, unknown>;
}

/**
 * The `fields` of REST v3 for what a person filled in.
 * @param kept nodes that placeholders in a Markdown description stand for
 */
export function restFields(input: PersonInput, kept: readonly AdfNode[] = []) {
  const fields: Record<string, unknown> = { ...input.fields };
  const { summary, labels, duedate, points } = input;
  if (summary !== undefined) fields.summary = summary;
  if (labels !== undefined) fields.labels = labels;
  if (duedate !== undefined) fields.duedate = duedate;
  if (points !== undefined) fields[STORY_POINTS_ID] = points;
  if (input.description !== undefined) fields.description = document(input.description, kept);
  if (input.priority !== undefined) fields.priority = priority(input.priority);
  if (input.assignee !== undefined) fields.assignee = user(input.assignee);
  if (input.reporter !== undefined) fields.reporter = user(input.reporter);
  if (input.parent !== undefined) fields.parent = input.parent && { key: input.parent };
  if (input.type !== undefined) fields.issuetype = { name: input.type };
  return fields;
}

const user = (accountId: string | null) => accountId && { accountId };

const priority = (name: string) => {
  const found = PRIORITIES.find((other) => other.name.toLowerCase() === name.toLowerCase());
  return found ? { id: found.id } : { name };
};

const document = (input: string | AdfDocument | null, kept: readonly AdfNode[]) =>
  typeof input === 'string' ? (input.trim() ? fromMarkdown(input, kept) : null) : input;
