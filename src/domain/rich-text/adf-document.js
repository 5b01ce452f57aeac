export function looseNode(value) {
    if (!isRecord(value))
        return null;
    return {
        type: typeof value['type'] === 'string' ? value['type'] : '',
        attrs: isRecord(value['attrs']) ? value['attrs'] : {},
        content: Array.isArray(value['content']) ? value['content'] : [],
        text: typeof value['text'] === 'string' ? value['text'] : null,
        marks: Array.isArray(value['marks']) ? value['marks'] : [],
    };
}
export function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
