import { trimBreaks } from './inline-content';
import { combinableMarks } from './marks';
import { mayHold } from './nesting';
export function lineBlocks(inlines, level, container) {
    if (level !== null) {
        const content = inlines.map(inlineMedia);
        return mayHold(container, 'heading')
            ? [{ type: 'heading', level, content }]
            : [{ type: 'paragraph', content: content.map(strong) }];
    }
    return splitAtFiles(mayHold(container, 'mediaGroup') ? inlines : inlines.map(groupToInline)).map((content) => ({ type: 'paragraph', content }));
}
function strong(inline) {
    if (inline.type !== 'text')
        return inline;
    return { ...inline, marks: combinableMarks({ ...inline.marks, strong: true }) };
}
export function inlineMedia(inline) {
    if (inline.type === 'media' && inline.display === 'single') {
        return { ...inline, display: 'inline-image' };
    }
    return groupToInline(inline);
}
function groupToInline(inline) {
    return inline.type === 'media' && inline.display === 'group'
        ? { ...inline, display: 'inline' }
        : inline;
}
function standsAlone(inline) {
    return inline.type === 'media' && (inline.display === 'single' || inline.display === 'group');
}
function splitAtFiles(inlines) {
    if (!inlines.some(standsAlone))
        return inlines.length === 0 ? [] : [inlines];
    const lines = [];
    let line = [];
    const endLine = () => {
        const content = trimEdges(line);
        if (content.length > 0)
            lines.push(content);
        line = [];
    };
    for (const inline of inlines) {
        if (standsAlone(inline)) {
            endLine();
            lines.push([inline]);
        }
        else {
            line.push(inline);
        }
    }
    endLine();
    return lines;
}
function trimEdges(line) {
    const cut = [...trimBreaks(line)];
    const first = cut[0];
    if (first?.type === 'text')
        cut[0] = { ...first, text: first.text.replace(/^ /, '') };
    const last = cut[cut.length - 1];
    if (last?.type === 'text')
        cut[cut.length - 1] = { ...last, text: last.text.replace(/ $/, '') };
    return cut.filter((inline) => inline.type !== 'text' || inline.text !== '');
}
