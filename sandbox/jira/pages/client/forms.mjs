/* global document, location */
import { showFlag } from './flags.mjs';
import { close } from './inline-edit.mjs';
import { renew } from './refresh.mjs';

/** Sends forms marked `data-live` in place, and shows what is wrong beside the field. */
export function watchForms() {
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!form.matches('form[data-live]')) return;
    event.preventDefault();
    void send(form, event.submitter);
  });
}

async function send(form, submitter) {
  const buttons = [...form.querySelectorAll('button')];
  const body = new URLSearchParams(new FormData(form, submitter));
  for (const button of buttons) button.disabled = true;
  try {
    const response = await fetch(form.action, {
      method: 'POST',
      headers: { accept: 'application/json' },
      body,
    });
    const { next, error } = await response.json();
    if (error) return showError(form, error);
    if (form.hasAttribute('data-follow')) return location.assign(next);
    form.closest('details')?.removeAttribute('open');
    const inline = form.closest('[data-inline-edit]');
    inline?.removeAttribute('data-editing');
    await renew();
    close(inline);
  } catch {
    showError(form, 'Jira does not answer. Try again in a moment.');
  } finally {
    for (const button of buttons) button.disabled = false;
  }
}

function showError(form, text) {
  const place = form.querySelector('[data-error]');
  if (!place) return showFlag(text);
  place.textContent = text;
  place.hidden = false;
  form.querySelector('input:not([type=hidden]), select, textarea')?.focus();
}
