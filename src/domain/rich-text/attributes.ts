import { cleanText } from './clean-text';
import { PANEL_KINDS, type HeadingLevel, type MediaDisplay, type PanelKind } from './tree';
import { wholeNumber } from './whole-number';

/** What both readers accept in an attribute, so that a value means the same on either side. */

const MAX_SPAN = 1000;
const MAX_START = 999_999;
const MEDIA_DISPLAYS: readonly MediaDisplay[] = ['single', 'group', 'inline', 'inline-image'];

export function spanOf(value: unknown): number {
  return wholeNumber(value, 1, MAX_SPAN, 1);
}

export function listStart(value: unknown): number {
  return wholeNumber(value, 0, MAX_START, 1);
}

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

export function mediaDisplay(value: unknown): MediaDisplay {
  return MEDIA_DISPLAYS.find((display) => display === value) ?? 'inline';
}

export function mediaCollection(value: unknown): string {
  return typeof value === 'string' ? cleanText(value).trim().slice(0, 255) : '';
}
