import { looseNode } from './adf-document';
import { leafOf } from './adf-leaves';
import { marksOf } from './adf-marks';
import { codeLanguage, headingLevel, listStart, panelKind, spanOf } from './attributes';
import { TreeBuilder } from './build-tree';
import { NO_MARKS } from './marks';
import { DONE_MARK, TODO_MARK } from './task-items';
export function fromAdf(adf) {
    const builder = new TreeBuilder();
    const root = typeof adf === 'string' ? { type: 'text', text: adf } : adf;
    const steps = [{ node: root, place: { parent: '', inLine: false } }];
    for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
        if ('end' in step) {
            step.end();
            continue;
        }
        const node = looseNode(step.node);
        if (node === null)
            continue;
        const leaf = leafOf(node, step.place);
        if (leaf !== null) {
            addLeaf(builder, leaf);
            continue;
        }
        const end = begin(builder, node, step.place.inLine);
        steps.push({ end });
        const inLine = step.place.inLine || LINES.has(node.type);
        const place = { parent: node.type, inLine };
        for (let at = node.content.length - 1; at >= 0; at -= 1) {
            steps.push({ node: node.content[at], place });
        }
    }
    return builder.finish();
}
const LINES = new Set(['paragraph', 'heading', 'taskItem', 'decisionItem', 'caption']);
function addLeaf(builder, leaf) {
    if (leaf.alone)
        builder.endLine();
    if (leaf.type === 'rule')
        builder.rule();
    else if (leaf.type === 'code')
        builder.code(leaf.text, codeLanguage(leaf.language));
    else if (leaf.type === 'atom')
        builder.text(leaf.text, NO_MARKS, leaf.atom);
    else {
        leaf.text.split(/\r\n?|\n/).forEach((line, index) => {
            if (index > 0)
                builder.lineBreak();
            builder.text(line, marksOf(leaf.marks, leaf.link));
        });
    }
    if (leaf.alone)
        builder.endLine();
}
function begin(builder, node, inLine) {
    const close = (opened) => () => {
        if (opened)
            builder.close();
        else
            builder.endLine();
    };
    switch (node.type) {
        case 'heading': {
            const before = builder.setLevel(headingLevel(node.attrs['level']));
            return () => void builder.setLevel(before);
        }
        case 'bulletList':
        case 'taskList':
        case 'decisionList':
            return close(builder.openList(null));
        case 'orderedList':
            return close(builder.openList(listStart(node.attrs['order'])));
        case 'listItem':
        case 'decisionItem':
            return close(builder.openItem());
        case 'taskItem':
        case 'blockTaskItem': {
            const opened = builder.openItem();
            const mark = node.attrs['state'] === 'DONE' ? DONE_MARK : TODO_MARK;
            builder.text(`${mark} `, NO_MARKS);
            return close(opened);
        }
        case 'blockquote':
            return close(builder.openQuote());
        case 'panel':
            return close(builder.openPanel(panelKind(node.attrs['panelType'])));
        case 'table':
            return close(builder.openTable());
        case 'tableRow':
            return close(builder.openRow());
        case 'tableHeader':
        case 'tableCell':
            return close(builder.openCell({
                header: node.type === 'tableHeader',
                colspan: spanOf(node.attrs['colspan']),
                rowspan: spanOf(node.attrs['rowspan']),
            }));
        case 'expand':
        case 'nestedExpand':
            builder.endLine();
            if (typeof node.attrs['title'] === 'string') {
                builder.text(node.attrs['title'], { strong: true });
            }
            return close(false);
        default:
            if (inLine && node.type !== 'paragraph')
                return () => undefined;
            builder.endLine();
            return close(false);
    }
}
