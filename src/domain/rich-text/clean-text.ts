// eslint-disable-next-line no-control-regex -- control characters are what it matches
const CONTROLS = /[\u0000-\u0008\u000e-\u001f\u007f\ufeff]/g;

/**
 * Text without the characters that do not survive both formats: control characters and byte order
 * marks go, half surrogate pairs become U+FFFD (UTF-8 cannot carry them). Line breaks are \n.
 */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\v\f]/g, ' ')
    .replace(CONTROLS, '')
    .replace(/\p{Surrogate}/gu, '\ufffd');
}

/**
 * Runs of white space, no-break spaces included, become one space. Editors write no-break spaces
 * where a person typed ordinary ones, each in its own way; telling the two apart would report
 * changes that nobody made.
 */
export function collapseSpaces(text: string): string {
  return text.replace(/[\t\n\f\r \u00a0]+/g, ' ');
}

/** The text of a code block: spaces kept, no-break spaces made ordinary, no blank edge lines. */
export function cleanCode(text: string): string {
  return cleanText(text)
    .replace(/\u00a0/g, ' ')
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd();
}
