/* global document, DOMParser, location */
import { showFlag } from './flags.mjs';
import { keepTimesCurrent } from './times.mjs';

const EVERY_MS = 1_000;

/** Regions that changed while somebody was editing them; renewed once the edit ends. */
const postponed = new Set();

/** Asks each second whether the page is out of date, and renews it in place when it is. */
export function startPolling() {
  const [kind, id] = (document.body.dataset.watches ?? 'none').split(':');
  if (kind === 'none') return;
  const question = kind === 'issue' ? `/version?issue=${id}` : '/version';
  let reachable = true;
  const ask = async () => {
    try {
      const { version } = await (await fetch(question)).json();
      if (version === 0) return showGone();
      if (String(version) !== document.body.dataset.version) await renew();
      reachable = true;
    } catch {
      if (reachable) showFlag('Jira does not answer. This page will catch up when it does.');
      reachable = false;
    }
    setTimeout(ask, EVERY_MS);
  };
  setTimeout(ask, EVERY_MS);
}

/** Fetches the page again and takes over every region that nobody is editing. */
export async function renew() {
  const response = await fetch(location.href);
  const fresh = new DOMParser().parseFromString(await response.text(), 'text/html');
  for (const region of document.querySelectorAll('[data-region]')) {
    const next = fresh.querySelector(`[data-region="${region.dataset.region}"]`);
    if (!next || next.innerHTML === region.innerHTML) continue;
    if (isBusy(region)) postponed.add(region.dataset.region);
    else replace(region, next);
  }
  document.body.dataset.version = fresh.body.dataset.version ?? '0';
  document.title = fresh.title;
  keepTimesCurrent();
}

/** Renews what was held back while its form was open. */
export async function renewPostponed() {
  if (postponed.size === 0) return;
  postponed.clear();
  await renew();
}

/** Being edited, or with an open menu. */
function isBusy(region) {
  return (
    region.querySelector('form:not([hidden]) :focus, [data-editing], details[open]') !== null ||
    region.hasAttribute('data-editing')
  );
}

/** Keeps the focus when the element that had it comes back in the same place. */
function replace(region, next) {
  const focusable = 'a, button, summary, input, select, textarea';
  const at = [...region.querySelectorAll(focusable)].indexOf(document.activeElement);
  region.innerHTML = next.innerHTML;
  if (at >= 0) region.querySelectorAll(focusable)[at]?.focus();
}

function showGone() {
  const main = document.querySelector('main');
  main.innerHTML = `<div class="empty-state"><h1>This issue was deleted</h1>
    <p>Somebody deleted it while you had it open.</p><a class="button" href="/">See all projects</a></div>`;
}
