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

/** A part of a text that stands on lines of its own. */
export type Block =
  Paragraph | Heading | List | TaskList | Quote | Panel | CodeBlock | Rule | Table;

/** A paragraph; never empty. */
export interface Paragraph {
  type: 'paragraph';
  content: Inline[];
}

/** 1 is the highest. */
export type HeadingLevel = 1 | 2 | 3 | 4 | 5 | 6;

/** A heading; never empty. */
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

/** One checkable item. */
export interface Task {
  done: boolean;
  content: Inline[];
  /** Tasks indented below this one; empty when there are none. */
  children: Task[];
}

/** A quotation. */
export interface Quote {
  type: 'quote';
  content: Block[];
}

/** The kinds of panel that Jira has a colour and an icon for. */
export const PANEL_KINDS = ['info', 'note', 'tip', 'warning', 'error', 'success'] as const;
/** One of them. */
export type PanelKind = (typeof PANEL_KINDS)[number];

/** A coloured box with an icon. */
export interface Panel {
  type: 'panel';
  kind: PanelKind;
  content: Block[];
}

/** Lines of code. */
export interface CodeBlock {
  type: 'codeBlock';
  language: string | null;
  /** Verbatim, lines ended by \n, without blank lines at either end. */
  text: string;
}

/** A line across the page. */
export interface Rule {
  type: 'rule';
}

/** A table, row by row. */
export interface Table {
  type: 'table';
  rows: TableCell[][];
}

/** A cell. `colspan` and `rowspan` count from 1. */
export interface TableCell {
  header: boolean;
  colspan: number;
  rowspan: number;
  content: Block[];
}

/** A part of a line. */
export type Inline = TextRun | LineBreak | Mention | CalendarDate | Media;

/** Text of one style. */
export interface TextRun {
  type: 'text';
  text: string;
  marks: Marks;
}

/** A line break within a paragraph. */
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
