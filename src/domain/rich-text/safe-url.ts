import { cleanText } from './clean-text';

const ALLOWED = /^(?:https?:\/\/|mailto:)[^\s/]/i;

/**
 * The address when it may stand in a link (http, https, mailto), null for anything else:
 * `javascript:`, `data:`, relative addresses, unparseable text. The answer has no white space,
 * quotes or angle brackets, and giving it back to this function returns it unchanged.
 */
export function safeUrl(address: unknown): string | null {
  if (typeof address !== 'string') return null;
  const url = cleanText(address)
    .replace(/[\t\n]/g, '')
    .trim()
    .replace(/[\s"<>\u0080-\u009f]/g, (character) => encodeURIComponent(character))
    .replace(/^[a-z]+:/i, (scheme) => scheme.toLowerCase());
  return ALLOWED.test(url) && URL.canParse(url) ? url : null;
}
