import { cleanText, collapseSpaces } from './clean-text';
import type { Inline, MediaDisplay } from './tree';

/**
 * What a piece of text stands for besides itself. Both formats carry it as an annotation of visible
 * text, and the text decides: once a person has changed it, the annotation no longer holds. One
 * object stands for one occurrence, so that two neighbours are not taken for one.
 */
export type Atom =
  | { type: 'mention'; id: string }
  | { type: 'date'; day: string }
  | { type: 'media'; id: string; collection: string; display: MediaDisplay };

const UNNAMED = 'file';
const ID_LIMIT = 255;

/** The inline an atom and its visible text make together; null when they no longer match. */
export function atomOrNull(atom: Atom, text: string): Inline | null {
  switch (atom.type) {
    case 'mention':
      return /^@\S/.test(text) ? { ...atom, text } : null;
    case 'date':
      return text === atom.day ? { ...atom } : null;
    case 'media':
      return text.startsWith('[') && text.endsWith(']') ? { ...atom, alt: altIn(text) } : null;
  }
}

/** What a file without an address looks like in a text. */
export function mediaLabel(alt: string): string {
  return `[${alt === '' ? UNNAMED : alt}]`;
}

function altIn(label: string): string {
  const alt = label.slice(1, -1).trim();
  return alt === UNNAMED ? '' : alt;
}

/** An id fit for an attribute, or null. Account ids and media ids are short and have no spaces. */
export function atomId(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const id = cleanText(value).trim();
  return id !== '' && id.length <= ID_LIMIT && !/\s/.test(id) ? id : null;
}

/** The visible text of a mention: @ and a name, or @ and the id when the name is unknown. */
export function mentionText(name: unknown, id: string): string {
  const text = typeof name === 'string' ? collapseSpaces(cleanText(name)).trim() : '';
  const bare = text.replace(/^@\s*/, '');
  return `@${bare === '' ? id : bare}`;
}

/** A day as yyyy-mm-dd, or null when it is none. */
export function calendarDay(value: unknown): string | null {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(value)) return null;
  const time = Date.parse(`${value}T00:00:00Z`);
  return Number.isNaN(time) || !new Date(time).toISOString().startsWith(value) ? null : value;
}

/** What stands for an image with an address: its description, linked to it. */
export function imageLabel(alt: string): string {
  const text = collapseSpaces(alt).trim();
  return text === '' ? '[image]' : text;
}
