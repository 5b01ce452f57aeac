/* global document */

const ICONS = 'img[data-link-icon]';

/** Takes away icons that cannot be loaded, so that the one behind them shows. */
export function watchLinkIcons() {
  // Errors of images do not bubble, but they can be captured.
  document.addEventListener(
    'error',
    ({ target }) => {
      if (target.matches?.(ICONS)) target.remove();
    },
    true,
  );
  for (const image of document.querySelectorAll(ICONS)) {
    if (image.complete && image.naturalWidth === 0) image.remove();
  }
}
