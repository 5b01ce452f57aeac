import { codeLanguage } from './attributes';
import { BLOCK } from './html-elements';
import type { Attributes } from './html-tokens';

/** Collects the text of a `pre` element, where white space counts and tags only break lines. */
export class PreformattedText {
  text = '';
  language: string | null;

  constructor(attributes: Attributes) {
    this.language = languageOf(attributes);
  }

  add(text: string): void {
    this.text += text;
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'br') this.text += '\n';
    else if (BLOCK.has(name)) this.endLine();
    else if (name === 'code') this.language ??= languageOf(attributes);
  }

  close(name: string): void {
    if (BLOCK.has(name)) this.endLine();
  }

  private endLine(): void {
    if (this.text !== '' && !this.text.endsWith('\n')) this.text += '\n';
  }
}

/** `class="language-x"` is what the HTML standard suggests; `lang-x` is common too. */
function languageOf(attributes: Attributes): string | null {
  for (const name of attributes.get('class')?.split(/\s+/) ?? []) {
    const language = /^lang(?:uage)?-(.+)$/.exec(name)?.[1];
    if (language !== undefined) return codeLanguage(language);
  }
  return codeLanguage(attributes.get('data-language'));
}
