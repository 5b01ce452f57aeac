import { isRecord, looseNode } from './adf-document';
import { atomId, calendarDay, imageLabel, mediaLabel, mentionText } from './atoms';
import { mediaCollection } from './attributes';
import { safeUrl } from './safe-url';
export function leafOf(node, place) {
    const { attrs } = node;
    switch (node.type) {
        case 'text':
            return words(node.text ?? '', false, node.marks);
        case 'hardBreak':
            return words('\n', false);
        case 'rule':
            return { alone: true, type: 'rule' };
        case 'codeBlock':
            return { alone: true, type: 'code', text: codeText(node), language: attrs['language'] };
        case 'mention':
            return mention(attrs);
        case 'date':
            return date(attrs['timestamp']);
        case 'status':
        case 'placeholder':
        case 'inlineExtension':
            return words(stringOr(attrs['text'], ''), false);
        case 'emoji':
            return words(stringOr(attrs['text'], stringOr(attrs['shortName'], '')), false);
        case 'inlineCard':
        case 'blockCard':
        case 'embedCard':
            return linkTo(cardUrl(attrs), cardUrl(attrs), node.type !== 'inlineCard');
        case 'media':
        case 'mediaInline':
            return media(node, place.parent);
        default:
            return unknownLeaf(node, !place.inLine);
    }
}
function words(text, alone, marks = [], link = null) {
    return { alone, type: 'text', text, marks, link: safeUrl(link) };
}
function linkTo(url, text, alone, marks = []) {
    return words(text === '' ? url : text, alone, marks, url);
}
function mention(attrs) {
    const id = atomId(attrs['id']);
    if (id === null)
        return words(stringOr(attrs['text'], ''), false);
    const atom = { type: 'mention', id };
    return { alone: false, type: 'atom', text: mentionText(attrs['text'], id), atom };
}
function date(timestamp) {
    const time = new Date(Number(timestamp));
    const day = Number.isNaN(time.getTime()) ? null : calendarDay(time.toISOString().slice(0, 10));
    if (day === null)
        return words(stringOr(timestamp, ''), false);
    return { alone: false, type: 'atom', text: day, atom: { type: 'date', day } };
}
function media({ attrs, type, marks }, parent) {
    const alt = stringOr(attrs['alt'], '');
    if (typeof attrs['url'] === 'string') {
        return linkTo(attrs['url'], imageLabel(alt), parent === 'mediaSingle', marks);
    }
    const id = atomId(attrs['id']);
    if (id === null)
        return words(imageLabel(alt), false);
    const display = type === 'media'
        ? parent === 'mediaGroup'
            ? 'group'
            : 'single'
        : attrs['type'] === 'image'
            ? 'inline-image'
            : 'inline';
    const collection = mediaCollection(attrs['collection']);
    const atom = { type: 'media', id, collection, display };
    return { alone: false, type: 'atom', text: mediaLabel(alt), atom };
}
function cardUrl(attrs) {
    const data = isRecord(attrs['data']) ? attrs['data'] : {};
    return stringOr(attrs['url'], stringOr(data['url'], stringOr(data['@id'], '')));
}
function unknownLeaf(node, alone) {
    if (node.content.length > 0)
        return null;
    const text = node.text ?? stringOr(node.attrs['text'], '');
    const url = stringOr(node.attrs['url'], '');
    return text === '' && url === '' ? null : linkTo(url, text, alone, node.marks);
}
function codeText(block) {
    let text = '';
    const left = [...block.content].reverse();
    while (left.length > 0) {
        const node = looseNode(left.pop());
        if (node === null)
            continue;
        if (node.type === 'hardBreak')
            text += '\n';
        else
            text += node.text ?? stringOr(node.attrs['text'], '');
        for (const child of [...node.content].reverse())
            left.push(child);
    }
    return text;
}
function stringOr(value, fallback) {
    return typeof value === 'string' ? value : fallback;
}
