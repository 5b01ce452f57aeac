import { codeLanguage } from './attributes';
import { BLOCK } from './html-elements';
export class PreformattedText {
    text = '';
    language;
    constructor(attributes) {
        this.language = languageOf(attributes);
    }
    add(text) {
        this.text += text;
    }
    open(name, attributes) {
        if (name === 'br')
            this.text += '\n';
        else if (BLOCK.has(name))
            this.endLine();
        else if (name === 'code')
            this.language ??= languageOf(attributes);
    }
    close(name) {
        if (BLOCK.has(name))
            this.endLine();
    }
    endLine() {
        if (this.text !== '' && !this.text.endsWith('\n'))
            this.text += '\n';
    }
}
function languageOf(attributes) {
    for (const name of attributes.get('class')?.split(/\s+/) ?? []) {
        const language = /^lang(?:uage)?-(.+)$/.exec(name)?.[1];
        if (language !== undefined)
            return codeLanguage(language);
    }
    return codeLanguage(attributes.get('data-language'));
}
