/* global document, history, location */

const YEAR_S = 31_536_000;
const listeners = new Set();

/** Calls back with `light` or `dark` whenever the theme changes. */
export function onThemeChange(listener) {
  listeners.add(listener);
}

export const colorMode = () => document.documentElement.dataset.colorMode;

/** The button in the top bar switches between light and dark, and the next page remembers. */
export function watchTheme() {
  const toggle = document.querySelector('[data-theme-toggle]');
  toggle.addEventListener('click', () => {
    const mode = colorMode() === 'dark' ? 'light' : 'dark';
    document.documentElement.dataset.colorMode = mode;
    toggle.setAttribute('aria-pressed', String(mode === 'dark'));
    document.cookie = `jira-sandbox-theme=${mode}; path=/; max-age=${YEAR_S}; samesite=lax`;
    forgetAddress();
    for (const listener of listeners) listener(mode);
  });
}

/** `?theme=` in the address would win over the choice just made. */
function forgetAddress() {
  const address = new URL(location.href);
  address.searchParams.delete('theme');
  history.replaceState(null, '', address);
}
