/* global document, history */

/** Opens dialogs in place of their pages, and closes them. */
export function watchDialogs() {
  document.addEventListener('click', (event) => {
    const create = event.target.closest('[data-create]');
    const dialog = create
      ? document.getElementById('create-dialog')
      : document.getElementById(event.target.closest('[data-opens]')?.dataset.opens ?? '');
    if (dialog) {
      event.preventDefault();
      event.target.closest('details')?.removeAttribute('open');
      dialog.showModal();
    }
    const closer = event.target.closest('[data-close-dialog]');
    if (!closer) return;
    const around = closer.closest('dialog');
    if (around) around.close();
    else history.back();
  });
}
