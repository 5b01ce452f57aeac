import { cleanText, collapseSpaces } from './clean-text';
const UNNAMED = 'file';
const ID_LIMIT = 255;
export function atomOrNull(atom, text) {
    switch (atom.type) {
        case 'mention':
            return /^@\S/.test(text) ? { ...atom, text } : null;
        case 'date':
            return text === atom.day ? { ...atom } : null;
        case 'media':
            return text.startsWith('[') && text.endsWith(']') ? { ...atom, alt: altIn(text) } : null;
    }
}
export function mediaLabel(alt) {
    return `[${alt === '' ? UNNAMED : alt}]`;
}
function altIn(label) {
    const alt = label.slice(1, -1).trim();
    return alt === UNNAMED ? '' : alt;
}
export function atomId(value) {
    if (typeof value !== 'string')
        return null;
    const id = cleanText(value).trim();
    return id !== '' && id.length <= ID_LIMIT && !/\s/.test(id) ? id : null;
}
export function mentionText(name, id) {
    const text = typeof name === 'string' ? collapseSpaces(cleanText(name)).trim() : '';
    const bare = text.replace(/^@\s*/, '');
    return `@${bare === '' ? id : bare}`;
}
export function calendarDay(value) {
    if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(value))
        return null;
    const time = Date.parse(`${value}T00:00:00Z`);
    return Number.isNaN(time) || !new Date(time).toISOString().startsWith(value) ? null : value;
}
export function imageLabel(alt) {
    const text = collapseSpaces(alt).trim();
    return text === '' ? '[image]' : text;
}
