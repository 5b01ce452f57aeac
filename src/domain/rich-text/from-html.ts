import { imageLabel } from './atoms';
import { headingLevel, listStart, spanOf } from './attributes';
import { TreeBuilder } from './build-tree';
import { BLOCK, UNREAD, VOID, endedBy } from './html-elements';
import { PreformattedText } from './html-preformatted';
import { readHtml, type Attributes, type HtmlListener } from './html-tokens';
import { NO_MARKS } from './marks';
import { OpenElements } from './open-elements';
import { safeUrl } from './safe-url';
import { DONE_MARK, TODO_MARK } from './task-items';
import { PANEL_KINDS, type PanelKind, type RichText } from './tree';

/**
 * The canonical tree of an HTML description. Takes any string, as browsers do: left-out and stray
 * tags, what Word and web editors write, text alone. Only what the tree can hold gets through, so
 * scripts, styles, event handlers and addresses other than http, https and mailto never do. Null
 * is the empty document. Runs in linear time and bounded depth.
 */
export function fromHtml(html: string | null): RichText {
  const reader = new HtmlReader();
  if (html !== null) readHtml(html, reader);
  return reader.finish();
}

class HtmlReader implements HtmlListener {
  private readonly builder = new TreeBuilder();
  private readonly elements = new OpenElements();
  private preformatted: PreformattedText | null = null;
  /** The element whose content is passed over until its end tag. */
  private unread: string | null = null;

  text(text: string): void {
    if (this.unread !== null) return;
    if (this.preformatted !== null) this.preformatted.add(text);
    else this.builder.text(text, this.elements.marks, this.elements.atom);
  }

  open(name: string, attributes: Attributes): void {
    if (this.unread !== null) return;
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
    } else if (VOID.has(name)) {
      this.openVoid(name, attributes);
    } else {
      this.openElement(name, attributes);
    }
  }

  close(name: string): void {
    if (this.unread !== null) {
      if (name === this.unread) this.unread = null;
      return;
    }
    if (this.preformatted !== null) {
      const ends = name === 'pre' || (BLOCK.has(name) && this.elements.has([name]));
      if (!ends) {
        this.preformatted.close(name);
        return;
      }
      this.endPreformatted();
      if (name === 'pre') return;
    }
    if (name === 'br') this.builder.lineBreak();
    else if (HEADINGS.includes(name)) this.elements.endOne([name, ...HEADINGS]);
    else if (!this.elements.endOne([name]) && BLOCK.has(name)) this.builder.endLine();
  }

  finish(): RichText {
    if (this.preformatted !== null) this.endPreformatted();
    this.elements.endEverything();
    return this.builder.finish();
  }

  private openVoid(name: string, attributes: Attributes): void {
    if (name === 'br') this.builder.lineBreak();
    else if (name === 'hr') this.builder.rule();
    else if (name === 'img') this.image(attributes);
    else if (name === 'input' && attributes.get('type')?.toLowerCase() === 'checkbox') {
      this.builder.text(attributes.has('checked') ? `${DONE_MARK} ` : `${TODO_MARK} `, NO_MARKS);
    }
  }

  /** Jira shows only images of its own: others become a link, within a link that link's text. */
  private image(attributes: Attributes): void {
    const marks = this.elements.marks;
    const link = marks.link ?? safeUrl(attributes.get('src'));
    const label = imageLabel(attributes.get('alt') ?? '');
    this.builder.text(label, link === null ? marks : { ...marks, link }, this.elements.atom);
  }

  private openElement(name: string, attributes: Attributes): void {
    const ended = endedBy(name);
    if (ended.length > 0) this.elements.endAll(ended);
    if (name === 'p' && this.elements.innermost === 'p') this.elements.endOne(['p']);
    if (name === 'a') this.elements.endOne(['a']);
    if ((name === 'td' || name === 'th') && !this.elements.has(['tr'])) {
      this.openElement('tr', new Map());
    }
    if (this.elements.full) {
      if (BLOCK.has(name)) this.builder.endLine();
      this.elements.skip(name);
    } else {
      this.elements.push(name, attributes, this.begin(name, attributes));
    }
  }

  /** Opens what the element stands for; the answer closes it again. */
  private begin(name: string, attributes: Attributes): () => void {
    const { builder } = this;
    const close = (opened: boolean) => (): void => {
      if (opened) builder.close();
      else builder.endLine();
    };
    if (!BLOCK.has(name)) return () => undefined;
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
        return close(
          builder.openCell({
            header: name === 'th',
            colspan: spanOf(attributes.get('colspan')),
            rowspan: spanOf(attributes.get('rowspan')),
          }),
        );
      case 'div': {
        const kind = panelOfClass(attributes.get('class'));
        if (kind !== null) return close(builder.openPanel(kind));
      }
    }
    builder.endLine();
    return close(false);
  }

  private endPreformatted(): void {
    const { text, language } = this.preformatted!;
    this.preformatted = null;
    this.builder.code(text, language);
  }
}

const HEADINGS: readonly string[] = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];

/** Written by `to-html.ts`; every other class is somebody else's. */
function panelOfClass(classes: string | undefined): PanelKind | null {
  const names = classes?.split(/\s+/) ?? [];
  return PANEL_KINDS.find((kind) => names.includes(`panel-${kind}`)) ?? null;
}
