const COOKIE_DAYS = 365;

/** Makes the theme button switch between light and dark, and remembers the choice. */
export function enhanceThemeToggle(): void {
  const button = document.querySelector<HTMLButtonElement>('[data-theme-toggle]');
  button?.addEventListener('click', () => {
    const root = document.documentElement;
    const preferred = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
    const next = (root.dataset.theme ?? preferred) === 'dark' ? 'light' : 'dark';
    root.dataset.theme = next;
    document.cookie = `align-theme=${next}; path=/; max-age=${COOKIE_DAYS * 86_400}; samesite=lax`;
  });
}
