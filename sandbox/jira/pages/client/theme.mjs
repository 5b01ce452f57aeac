/* global document */

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
    for (const listener of listeners) listener(mode);
  });
}
