/* global document */
import { renewPostponed } from './refresh.mjs';

/** Lets a value turn into its form and back. */
export function watchInlineEdits() {
  document.addEventListener('click', (event) => {
    const edit = event.target.closest('[data-edit]');
    if (edit) open(edit.closest('[data-inline-edit]'));
    const cancel = event.target.closest('[data-cancel]');
    if (cancel) close(cancel.closest('[data-inline-edit]'));
  });
  document.addEventListener('keydown', (event) => {
    const inline = event.target.closest?.('[data-editing]');
    if (!inline) return;
    if (event.key === 'Escape') close(inline);
    const saves = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
    if (saves && event.target.matches('textarea')) event.target.form.requestSubmit();
  });
}

function open(inline) {
  inline.setAttribute('data-editing', '');
  inline.querySelector('.inline-view').hidden = true;
  const form = inline.querySelector('form');
  form.hidden = false;
  const field = form.querySelector('input, select, textarea');
  field.focus();
  if (field.matches('input')) field.select?.();
}

/** Shows the value again. What was typed and not saved is dropped. */
export function close(inline) {
  if (!inline) return;
  const form = inline.querySelector('form');
  form.reset();
  form.hidden = true;
  form.querySelector('[data-error]').hidden = true;
  inline.removeAttribute('data-editing');
  const view = inline.querySelector('.inline-view');
  view.hidden = false;
  (inline.querySelector('[data-edit]') ?? view).focus();
  void renewPostponed();
}
