import { fromAdf } from './from-adf';
import { fromHtml } from './from-html';
import { toAdf } from './to-adf';
import { toHtml } from './to-html';
export { fromAdf, fromHtml, toAdf, toHtml };
export { plainText } from './plain-text';
export { unannotatedHtml } from './unannotated';
export function canonicalHtml(html) {
    return toHtml(fromHtml(html));
}
export function adfToHtml(adf) {
    return toHtml(fromAdf(adf));
}
export function htmlToAdf(html) {
    return toAdf(fromHtml(html));
}
