import { Tokenizer } from 'htmlparser2';
export function readHtml(html, listener) {
    let tag = '';
    let attributes = new Map();
    let name = '';
    let value = '';
    const ignore = () => undefined;
    const endOfStartTag = () => {
        listener.open(tag, attributes);
        attributes = new Map();
    };
    const callbacks = {
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
            if (!attributes.has(name))
                attributes.set(name, value);
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
