import { imageLabel } from './atoms';
import { headingLevel, listStart, spanOf } from './attributes';
import { TreeBuilder } from './build-tree';
import { BLOCK, UNREAD, VOID, endedBy } from './html-elements';
import { PreformattedText } from './html-preformatted';
import { readHtml } from './html-tokens';
import { NO_MARKS } from './marks';
import { OpenElements } from './open-elements';
import { safeUrl } from './safe-url';
import { DONE_MARK, TODO_MARK } from './task-items';
import { PANEL_KINDS } from './tree';
export function fromHtml(html) {
    const reader = new HtmlReader();
    if (html !== null)
        readHtml(html, reader);
    return reader.finish();
}
class HtmlReader {
    builder = new TreeBuilder();
    elements = new OpenElements();
    preformatted = null;
    unread = null;
    text(text) {
        if (this.unread !== null)
            return;
        if (this.preformatted !== null)
            this.preformatted.add(text);
        else
            this.builder.text(text, this.elements.marks, this.elements.atom);
    }
    open(name, attributes) {
        if (this.unread !== null)
            return;
        if (UNREAD.has(name)) {
            this.unread = name;
            return;
        }
        if (this.preformatted !== null) {
            if (endedBy(name).length === 0 || !this.elements.has(['table'])) {
                this.preformatted.open(name, attributes);
                return;
            }
            this.endPreformatted();
        }
        if (name === 'pre') {
            this.builder.endLine();
            this.preformatted = new PreformattedText(attributes);
        }
        else if (VOID.has(name)) {
            this.openVoid(name, attributes);
        }
        else {
            this.openElement(name, attributes);
        }
    }
    close(name) {
        if (this.unread !== null) {
            if (name === this.unread)
                this.unread = null;
            return;
        }
        if (this.preformatted !== null) {
            const ends = name === 'pre' || (BLOCK.has(name) && this.elements.has([name]));
            if (!ends) {
                this.preformatted.close(name);
                return;
            }
            this.endPreformatted();
            if (name === 'pre')
                return;
        }
        if (name === 'br')
            this.builder.lineBreak();
        else if (HEADINGS.includes(name))
            this.elements.endOne([name, ...HEADINGS]);
        else if (!this.elements.endOne([name]) && BLOCK.has(name))
            this.builder.endLine();
    }
    finish() {
        if (this.preformatted !== null)
            this.endPreformatted();
        this.elements.endEverything();
        return this.builder.finish();
    }
    openVoid(name, attributes) {
        if (name === 'br')
            this.builder.lineBreak();
        else if (name === 'hr')
            this.builder.rule();
        else if (name === 'img')
            this.image(attributes);
        else if (name === 'input' && attributes.get('type')?.toLowerCase() === 'checkbox') {
            this.builder.text(attributes.has('checked') ? `${DONE_MARK} ` : `${TODO_MARK} `, NO_MARKS);
        }
    }
    image(attributes) {
        const marks = this.elements.marks;
        const link = marks.link ?? safeUrl(attributes.get('src'));
        const label = imageLabel(attributes.get('alt') ?? '');
        this.builder.text(label, link === null ? marks : { ...marks, link }, this.elements.atom);
    }
    openElement(name, attributes) {
        const ended = endedBy(name);
        if (ended.length > 0)
            this.elements.endAll(ended);
        if (name === 'p' && this.elements.innermost === 'p')
            this.elements.endOne(['p']);
        if (name === 'a')
            this.elements.endOne(['a']);
        if ((name === 'td' || name === 'th') && !this.elements.has(['tr'])) {
            this.openElement('tr', new Map());
        }
        if (this.elements.full) {
            if (BLOCK.has(name))
                this.builder.endLine();
            this.elements.skip(name);
        }
        else {
            this.elements.push(name, attributes, this.begin(name, attributes));
        }
    }
    begin(name, attributes) {
        const { builder } = this;
        const close = (opened) => () => {
            if (opened)
                builder.close();
            else
                builder.endLine();
        };
        if (!BLOCK.has(name))
            return () => undefined;
        if (HEADINGS.includes(name)) {
            const before = builder.setLevel(headingLevel(name.slice(1)));
            return () => void builder.setLevel(before);
        }
        switch (name) {
            case 'ul':
            case 'menu':
            case 'dir':
                return close(builder.openList(null));
            case 'ol':
                return close(builder.openList(listStart(attributes.get('start'))));
            case 'li':
                return close(builder.openItem());
            case 'blockquote':
                return close(builder.openQuote());
            case 'table':
                return close(builder.openTable());
            case 'tr':
                return close(builder.openRow());
            case 'td':
            case 'th':
                return close(builder.openCell({
                    header: name === 'th',
                    colspan: spanOf(attributes.get('colspan')),
                    rowspan: spanOf(attributes.get('rowspan')),
                }));
            case 'div': {
                const kind = panelOfClass(attributes.get('class'));
                if (kind !== null)
                    return close(builder.openPanel(kind));
            }
        }
        builder.endLine();
        return close(false);
    }
    endPreformatted() {
        const { text, language } = this.preformatted;
        this.preformatted = null;
        this.builder.code(text, language);
    }
}
const HEADINGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];
function panelOfClass(classes) {
    const names = classes?.split(/\s+/) ?? [];
    return PANEL_KINDS.find((kind) => names.includes(`panel-${kind}`)) ?? null;
}
