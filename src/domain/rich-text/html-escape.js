const ENTITIES = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
};
export function escapeText(text) {
    return text.replace(/[&<>]/g, (character) => ENTITIES[character] ?? character);
}
export function attribute(name, value) {
    return ` ${name}="${value.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character)}"`;
}
