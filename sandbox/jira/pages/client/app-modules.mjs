/* global document, window */
import { colorMode, onThemeChange } from './theme.mjs';

/** Hands each place for an app module to the Forge host, which draws the app's iframe in it. */
export function mountAppModules() {
  for (const place of document.querySelectorAll('[data-app-module]')) {
    if (!window.ForgeHost) {
      place.querySelector('[data-app-missing]').hidden = false;
      continue;
    }
    const module = window.ForgeHost.mount(place.querySelector('[data-app-place]'), {
      ...JSON.parse(place.dataset.appModule),
      colorMode: colorMode(),
    });
    onThemeChange((mode) => module.setColorMode(mode));
  }
}
