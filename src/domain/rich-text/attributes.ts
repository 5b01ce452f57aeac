import { cleanText } from './clean-text';
import { PANEL_KINDS, type HeadingLevel, type MediaDisplay, type PanelKind } from './tree';
import { wholeNumber } from './whole-number';

/** What both readers accept in an attribute, so that a value means the same on either side. */

const MAX_SPAN = 1000;
const MAX_START = 999_999;
const MEDIA_DISPLAYS: readonly MediaDisplay[] = ['single', 'group', 'inline', 'inline-image'];

/** Columns or rows that a table cell spans, 1 to 1000. */
export function spanOf(value: unknown): number {
  return wholeNumber(value, 1, MAX_SPAN, 1);
}

/** Number of the first item of a numbered list, 0 to 999 999. */
export function listStart(value: unknown): number {
  return wholeNumber(value, 0, MAX_START, 1);
}

/** A level that does not exist becomes the lowest. */
export function headingLevel(value: unknown): HeadingLevel {
  return wholeNumber(value, 1, 6, 6) as HeadingLevel;
}

/** A programming language's name, or null when it is none. */
export function codeLanguage(value: unknown): string | null {
  return typeof value === 'string' && /^[\w+#.-]{1,40}$/.test(value) ? value : null;
}

/** Kinds with their own colour and icon ("custom") become the plainest one. */
export function panelKind(value: unknown): PanelKind {
  return PANEL_KINDS.find((kind) => kind === value) ?? 'info';
}

/** How a file is laid out; within a line of text when it is not said. */
export function mediaDisplay(value: unknown): MediaDisplay {
  return MEDIA_DISPLAYS.find((display) => display === value) ?? 'inline';
}

/** Name of the file's collection in Jira's media store; empty when there is none. */
export function mediaCollection(value: unknown): string {
  return typeof value === 'string' ? cleanText(value).trim().slice(0, 255) : '';
}
