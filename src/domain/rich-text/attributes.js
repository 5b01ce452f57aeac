import { cleanText } from './clean-text';
import { PANEL_KINDS } from './tree';
import { wholeNumber } from './whole-number';
const MAX_SPAN = 1000;
const MAX_START = 999_999;
const MEDIA_DISPLAYS = ['single', 'group', 'inline', 'inline-image'];
export function spanOf(value) {
    return wholeNumber(value, 1, MAX_SPAN, 1);
}
export function listStart(value) {
    return wholeNumber(value, 0, MAX_START, 1);
}
export function headingLevel(value) {
    return wholeNumber(value, 1, 6, 6);
}
export function codeLanguage(value) {
    return typeof value === 'string' && /^[\w+#.-]{1,40}$/.test(value) ? value : null;
}
export function panelKind(value) {
    return PANEL_KINDS.find((kind) => kind === value) ?? 'info';
}
export function mediaDisplay(value) {
    return MEDIA_DISPLAYS.find((display) => display === value) ?? 'inline';
}
export function mediaCollection(value) {
    return typeof value === 'string' ? cleanText(value).trim().slice(0, 255) : '';
}
