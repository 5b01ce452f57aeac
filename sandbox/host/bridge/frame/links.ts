import { standInOf } from '../stand-in';

/**
 * Leads clicks on links of external sites to their stand-ins. The address is replaced for the click
 * alone, so that the page shows and keeps the real one.
 */
export function leadLinksToStandIns(): void {
  addEventListener('click', lead, true);
  addEventListener('auxclick', lead, true);
}

function lead({ target }: Event): void {
  const link = target instanceof Element ? target.closest('a') : null;
  const real = link?.getAttribute('href');
  const standIn = link === null ? undefined : standInOf(link.href);
  if (link === null || real == null || standIn === undefined) return;
  link.href = standIn;
  // The browser follows the link right after the event, before any timer.
  setTimeout(() => link.setAttribute('href', real));
}
