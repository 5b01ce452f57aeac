import type { AdfDocument } from './adf-document';
import { fromAdf } from './from-adf';
import { fromHtml } from './from-html';
import { toAdf } from './to-adf';
import { toHtml } from './to-html';

export type { AdfDocument, AdfMark, AdfNode } from './adf-document';
export type { Block, Inline, RichText } from './tree';
export type { Marks } from './marks';
export { fromAdf, fromHtml, toAdf, toHtml };
export { plainText } from './plain-text';
export { unannotatedHtml } from './unannotated';

/**
 * The one form of an HTML text: equal for two texts that say the same, however they are written.
 * `canonicalHtml(canonicalHtml(x)) === canonicalHtml(x)` for every string.
 */
export function canonicalHtml(html: string | null): string {
  return toHtml(fromHtml(html));
}

/** Canonical HTML of an Atlassian Document Format document; never throws on JSON. */
export function adfToHtml(adf: unknown): string {
  return toHtml(fromAdf(adf));
}

/** The HTML text as a valid document: `adfToHtml(htmlToAdf(h)) === canonicalHtml(h)`. */
export function htmlToAdf(html: string | null): AdfDocument {
  return toAdf(fromHtml(html));
}
