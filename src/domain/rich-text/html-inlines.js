import { mediaLabel } from './atoms';
import { MEDIA, MEDIA_COLLECTION, MEDIA_DISPLAY, MENTION } from './html-atoms';
import { attribute, escapeText } from './html-escape';
import { NO_MARKS } from './marks';
import { safeUrl } from './safe-url';
export function inlineHtml(inlines) {
    let html = '';
    let open = [];
    let breaks = '';
    const switchTo = (tags) => {
        let shared = 0;
        while (shared < open.length && open[shared].start === tags[shared]?.start)
            shared += 1;
        for (const tag of open.slice(shared).reverse())
            html += tag.end;
        html += breaks;
        breaks = '';
        for (const tag of tags.slice(shared))
            html += tag.start;
        open = tags;
    };
    for (const inline of inlines) {
        if (inline.type === 'break') {
            breaks += '<br>';
            continue;
        }
        switchTo(tagsOf(inline.type === 'text' ? inline.marks : NO_MARKS));
        html += wordHtml(inline);
    }
    switchTo([]);
    return html;
}
function tagsOf(marks) {
    const link = safeUrl(marks.link);
    return [
        ...(link === null ? [] : [{ start: `<a${attribute('href', link)}>`, end: '</a>' }]),
        ...(marks.strong ? [tag('strong')] : []),
        ...(marks.em ? [tag('em')] : []),
        ...(marks.underline ? [tag('u')] : []),
        ...(marks.strike ? [tag('s')] : []),
        ...(marks.script ? [tag(marks.script)] : []),
        ...(marks.code ? [tag('code')] : []),
    ];
}
function tag(name) {
    return { start: `<${name}>`, end: `</${name}>` };
}
function wordHtml(inline) {
    switch (inline.type) {
        case 'text':
            return escapeText(inline.text);
        case 'mention':
            return `<span${attribute(MENTION, inline.id)}>${escapeText(inline.text)}</span>`;
        case 'date':
            return `<time${attribute('datetime', inline.day)}>${inline.day}</time>`;
        case 'media': {
            const collection = inline.collection === '' ? '' : attribute(MEDIA_COLLECTION, inline.collection);
            const attributes = attribute(MEDIA, inline.id) + collection + attribute(MEDIA_DISPLAY, inline.display);
            return `<span${attributes}>${escapeText(mediaLabel(inline.alt))}</span>`;
        }
    }
}
