const CONTROLS = /[\u0000-\u0008\u000e-\u001f\u007f\ufeff]/g;
export function cleanText(text) {
    return text
        .replace(/\r\n?/g, '\n')
        .replace(/[\v\f]/g, ' ')
        .replace(CONTROLS, '')
        .replace(/\p{Surrogate}/gu, '\ufffd');
}
export function collapseSpaces(text) {
    return text.replace(/[\t\n\f\r \u00a0]+/g, ' ');
}
export function cleanCode(text) {
    return cleanText(text)
        .replace(/\u00a0/g, ' ')
        .replace(/^(?:[ \t]*\n)+/, '')
        .trimEnd();
}
