/** Puts a theme on the page as `setGlobalTheme` of @atlaskit/tokens does; the styles are linked. */
export function applyTheme(theme: unknown): void {
  const { colorMode, ...themes } = theme as { colorMode: string; [name: string]: string };
  const root = document.documentElement;
  root.dataset.colorMode = colorMode;
  root.dataset.theme = Object.entries(themes)
    .map(([kind, name]) => `${kind}:${name}`)
    .join(' ');
}
