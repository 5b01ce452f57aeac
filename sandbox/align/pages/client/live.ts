import { refresh } from './refresh';

const EVERY_MS = 1000;

/** Asks the server each second whether what the page shows has changed, and refreshes it then. */
export function watchVersion(): void {
  const { watch } = document.body.dataset;
  if (watch === undefined) return;
  let busy = false;
  const tick = async () => {
    if (busy || document.visibilityState === 'hidden') return;
    busy = true;
    try {
      const response = await fetch(`/version/${watch}`);
      if (!response.ok) throw new Error(`The version answered ${response.status}`);
      const version = await response.text();
      if (version !== document.body.dataset.version) {
        await refresh();
        announce('This page has been brought up to date.');
      }
      showOffline(false);
    } catch {
      // The server is down or restarting. The banner says so, the next second tries again.
      showOffline(true);
    } finally {
      busy = false;
    }
  };
  setInterval(() => void tick(), EVERY_MS);
}

/** Tells users of screen readers. */
export function announce(text: string): void {
  const region = document.querySelector('[data-announce]');
  if (region) region.textContent = text;
}

function showOffline(isOffline: boolean): void {
  const banner = document.querySelector<HTMLElement>('[data-offline]');
  if (banner) banner.hidden = !isOffline;
}
