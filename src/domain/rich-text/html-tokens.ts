import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';

/** Attributes by lower-case name; of a repeated one the first counts, as in browsers. */
export type Attributes = ReadonlyMap<string, string>;

/** What stands in an HTML text, in order, without any idea of a tree. */
export interface HtmlListener {
  /** Text with its entities decoded; one stretch may come in several calls. */
  text(text: string): void;
  /** A start tag, its name in lower case. */
  open(name: string, attributes: Attributes): void;
  /** An end tag, whether it matches anything or not. */
  close(name: string): void;
}

/**
 * Reads any string as HTML in one pass; comments, doctypes and CDATA are passed over. Only the
 * tokenizer of htmlparser2 is used: its tree rules move every open element for each tag, which is
 * quadratic on tag soup.
 */
export function readHtml(html: string, listener: HtmlListener): void {
  let tag = '';
  let attributes = new Map<string, string>();
  let name = '';
  let value = '';
  const ignore = (): void => undefined;
  const endOfStartTag = (): void => {
    listener.open(tag, attributes);
    attributes = new Map();
  };
  const callbacks: TokenizerCallbacks = {
    ontext: (start, end) => listener.text(html.slice(start, end)),
    ontextentity: (codePoint) => listener.text(String.fromCodePoint(codePoint)),
    onopentagname: (start, end) => {
      tag = html.slice(start, end).toLowerCase();
    },
    onopentagend: endOfStartTag,
    onselfclosingtag: endOfStartTag,
    onclosetag: (start, end) => listener.close(html.slice(start, end).toLowerCase()),
    onattribname: (start, end) => {
      name = html.slice(start, end).toLowerCase();
      value = '';
    },
    onattribdata: (start, end) => {
      value += html.slice(start, end);
    },
    onattribentity: (codePoint) => {
      value += String.fromCodePoint(codePoint);
    },
    onattribend: () => {
      if (!attributes.has(name)) attributes.set(name, value);
    },
    oncdata: ignore,
    oncomment: ignore,
    ondeclaration: ignore,
    onprocessinginstruction: ignore,
    onend: ignore,
  };
  const tokenizer = new Tokenizer({ xmlMode: false, decodeEntities: true }, callbacks);
  tokenizer.write(html);
  tokenizer.end();
}
