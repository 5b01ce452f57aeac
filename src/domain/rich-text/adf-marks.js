import { isRecord } from './adf-document';
import { combinableMarks } from './marks';
import { safeUrl } from './safe-url';
export function marksOf(adfMarks, link) {
    const marks = {};
    if (link !== null)
        marks.link = link;
    for (const mark of adfMarks) {
        if (!isRecord(mark))
            continue;
        const attrs = isRecord(mark['attrs']) ? mark['attrs'] : {};
        switch (mark['type']) {
            case 'strong':
            case 'em':
            case 'underline':
            case 'strike':
            case 'code':
                marks[mark['type']] = true;
                break;
            case 'subsup':
                if (attrs['type'] === 'sub' || attrs['type'] === 'sup')
                    marks.script = attrs['type'];
                break;
            case 'link': {
                const url = safeUrl(attrs['href']);
                if (url !== null)
                    marks.link = url;
            }
        }
    }
    return combinableMarks(marks);
}
export function adfMarks(marks) {
    const written = [];
    const link = safeUrl(marks.link);
    if (link !== null)
        written.push({ type: 'link', attrs: { href: link } });
    if (marks.strong)
        written.push({ type: 'strong' });
    if (marks.em)
        written.push({ type: 'em' });
    if (marks.underline)
        written.push({ type: 'underline' });
    if (marks.strike)
        written.push({ type: 'strike' });
    if (marks.script)
        written.push({ type: 'subsup', attrs: { type: marks.script } });
    if (marks.code)
        written.push({ type: 'code' });
    return written;
}
