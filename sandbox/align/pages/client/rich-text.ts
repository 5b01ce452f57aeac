import { isDirty } from './control';

const COMMANDS: [label: string, text: string, command: string, argument?: string][] = [
  ['Bold', 'B', 'bold'],
  ['Italic', 'I', 'italic'],
  ['Heading', 'H', 'formatBlock', 'h3'],
  ['Paragraph', '¶', 'formatBlock', 'p'],
  ['Bulleted list', '•', 'insertUnorderedList'],
  ['Numbered list', '1.', 'insertOrderedList'],
];

/** Shows every rich text as text, with a button that opens an editor in its place. */
export function enhanceRichText(): void {
  document.execCommand('defaultParagraphSeparator', false, 'p');
  for (const rich of document.querySelectorAll<HTMLElement>('[data-rich]')) {
    const source = sourceOf(rich);
    const label = rich.closest('.field')?.querySelector('label');
    source.hidden = true;
    if (label) {
      label.removeAttribute('for');
      label.id = `label-${source.name}`;
    }
    const open = element('button', 'button button-quiet rich-open');
    open.type = 'button';
    open.textContent = `Edit ${(rich.dataset.label ?? 'text').toLowerCase()}`;
    open.addEventListener('click', () => openEditor(rich).focus());
    rich.append(open);
    if (rich.dataset.open === 'true') openEditor(rich);
  }
}

/** Shows what the server now has; an editor in which something was typed is left alone. */
export function showRichText(rich: HTMLElement, fresh: HTMLElement): void {
  const [view, freshView] = [rich, fresh].map((each) => each.querySelector('[data-rich-view]'));
  if (view && freshView) view.innerHTML = freshView.innerHTML;
  rich.dataset.empty = fresh.dataset.empty ?? '';
  const source = sourceOf(rich);
  const editor = editorOf(rich);
  if (editor && !isDirty(source)) editor.innerHTML = source.value;
}

/** Closes the editors, for their text has been saved or thrown away. */
export function closeEditors(): void {
  for (const rich of document.querySelectorAll<HTMLElement>('[data-rich]')) {
    if (rich.dataset.open === 'true') continue;
    rich.querySelector('.rich-editor-box')?.remove();
    delete rich.dataset.editing;
  }
}

function openEditor(rich: HTMLElement): HTMLElement {
  const present = editorOf(rich);
  if (present) return present;
  const source = sourceOf(rich);
  const box = element('div', 'rich-editor-box');
  const editor = element('div', 'rich-editor');
  editor.contentEditable = 'true';
  editor.setAttribute('role', 'textbox');
  editor.setAttribute('aria-multiline', 'true');
  editor.setAttribute('aria-labelledby', `label-${source.name}`);
  editor.innerHTML = source.value;
  editor.addEventListener('input', () => {
    const html = editor.innerHTML;
    // Without a tag the server would take the text, with its entities, for plain text.
    source.value = /<\w/.test(html) || html === '' ? html : `<p>${html}</p>`;
    source.dispatchEvent(new Event('input', { bubbles: true }));
  });
  box.append(toolbar(editor), editor);
  rich.dataset.editing = 'true';
  rich.append(box);
  return editor;
}

function toolbar(editor: HTMLElement): HTMLElement {
  const bar = element('div', 'rich-toolbar');
  bar.setAttribute('role', 'group');
  bar.setAttribute('aria-label', 'Formatting');
  for (const [label, text, command, argument] of COMMANDS) {
    const button = element('button', 'rich-tool');
    button.type = 'button';
    button.textContent = text;
    button.title = label;
    button.setAttribute('aria-label', label);
    // Pressing a button must not take the selection away from the editor.
    button.addEventListener('mousedown', (event) => event.preventDefault());
    button.addEventListener('click', () => {
      editor.focus();
      document.execCommand(command, false, argument);
    });
    bar.append(button);
  }
  return bar;
}

function sourceOf(rich: HTMLElement): HTMLTextAreaElement {
  const source = rich.querySelector<HTMLTextAreaElement>('[data-rich-source]');
  if (!source) throw new Error('A rich text has no source');
  return source;
}

function editorOf(rich: HTMLElement): HTMLElement | null {
  return rich.querySelector<HTMLElement>('.rich-editor');
}

function element<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, className: string) {
  const made = document.createElement(tag);
  made.className = className;
  return made;
}
