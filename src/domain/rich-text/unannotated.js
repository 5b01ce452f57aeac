import { fromHtml } from './from-html';
import { toHtml } from './to-html';
export function unannotatedHtml(html) {
    const bare = toHtml(fromHtml(html))
        .replace(/<\/?(?:span|time|div)\b[^>]*>/g, '')
        .replace(/<code class=[^>]*>/g, '<code>');
    return toHtml(fromHtml(bare));
}
