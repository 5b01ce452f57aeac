import { cleanText } from './clean-text';
const ALLOWED = /^(?:https?:\/\/|mailto:)[^\s/]/i;
export function safeUrl(address) {
    if (typeof address !== 'string')
        return null;
    const url = cleanText(address)
        .replace(/[\t\n]/g, '')
        .trim()
        .replace(/[\s"<>\u0080-\u009f]/g, (character) => encodeURIComponent(character))
        .replace(/^[a-z]+:/i, (scheme) => scheme.toLowerCase());
    return ALLOWED.test(url) && URL.canParse(url) ? url : null;
}
