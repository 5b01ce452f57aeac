import type { Marks } from './marks';

/**
 * The canonical tree that both an Atlassian Document Format document and an HTML description
 * convert to and from. It holds only what both formats can carry, nested only as both allow, so a
 * text that has been through it once never changes again in either direction.
 *
 * Invariants that every tree made by `fromAdf` and `fromHtml` keeps (`build-tree.ts` enforces them):
 * no empty paragraph, heading, list, quote, panel, code block or table; no two neighbouring text
 * runs with the same marks; no run of spaces, and none at the edge of a line; line breaks only
 * between other inlines; blocks nested only as `nesting.ts` says; a bounded depth.
 */
export interface RichText {
  content: Block[];
}

export type Block =
  Paragraph | Heading | List | TaskList | Quote | Panel | CodeBlock | Rule | Table;

export interface Paragraph {
  type: 'paragraph';
  content: Inline[];
}

export type HeadingLevel = 1 | 2 | 3 | 4 | 5 | 6;

export interface Heading {
  type: 'heading';
  level: HeadingLevel;
  content: Inline[];
}

/** `start` is the number of the first item (0 to 999 999); null for a bullet list. */
export interface List {
  type: 'list';
  start: number | null;
  items: Block[][];
}

/** Checkable items. In HTML they are bullet items that begin with ☐ or ☑. */
export interface TaskList {
  type: 'taskList';
  items: Task[];
}

export interface Task {
  done: boolean;
  content: Inline[];
  /** Tasks indented below this one; empty when there are none. */
  children: Task[];
}

export interface Quote {
  type: 'quote';
  content: Block[];
}

export const PANEL_KINDS = ['info', 'note', 'tip', 'warning', 'error', 'success'] as const;
export type PanelKind = (typeof PANEL_KINDS)[number];

export interface Panel {
  type: 'panel';
  kind: PanelKind;
  content: Block[];
}

export interface CodeBlock {
  type: 'codeBlock';
  language: string | null;
  /** Verbatim, lines ended by \n, without blank lines at either end. */
  text: string;
}

export interface Rule {
  type: 'rule';
}

export interface Table {
  type: 'table';
  rows: TableCell[][];
}

export interface TableCell {
  header: boolean;
  colspan: number;
  rowspan: number;
  content: Block[];
}

export type Inline = TextRun | LineBreak | Mention | CalendarDate | Media;

export interface TextRun {
  type: 'text';
  text: string;
  marks: Marks;
}

export interface LineBreak {
  type: 'break';
}

/** A person named in the text. `id` is a Jira account id, `text` begins with @. */
export interface Mention {
  type: 'mention';
  id: string;
  text: string;
}

/** A day in UTC, as yyyy-mm-dd. */
export interface CalendarDate {
  type: 'date';
  day: string;
}

/** How Jira lays a file out: alone at its size, as a card, or within a line of text. */
export type MediaDisplay = 'single' | 'group' | 'inline' | 'inline-image';

/**
 * A file of Jira's media store. It has no address that another application could open, so HTML
 * shows its name in brackets and keeps what Jira needs to show the file again. A `single` or
 * `group` file is alone in its paragraph.
 */
export interface Media {
  type: 'media';
  id: string;
  collection: string;
  display: MediaDisplay;
  /** The name to show; empty when Jira has none. */
  alt: string;
}
