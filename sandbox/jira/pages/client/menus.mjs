/* global document */

/** Menus close on Escape, on a click elsewhere, and move with the arrow keys. */
export function watchMenus() {
  document.addEventListener('click', (event) => {
    for (const menu of document.querySelectorAll('details[data-menu][open]')) {
      if (!menu.contains(event.target)) menu.removeAttribute('open');
    }
  });
  document.addEventListener('keydown', (event) => {
    const menu = event.target.closest?.('details[data-menu]');
    if (!menu) return;
    if (event.key === 'Escape' && menu.open) {
      menu.removeAttribute('open');
      menu.querySelector('summary').focus();
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    menu.open = true;
    const items = [...menu.querySelectorAll('.menu-item')];
    const at = items.indexOf(document.activeElement);
    const next =
      at === -1 && step === -1 ? items.length - 1 : (at + step + items.length) % items.length;
    items[next]?.focus();
  });
}
