/* global document */

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];
const format = new Intl.RelativeTimeFormat('en-US', { numeric: 'auto' });
let ticking = false;

/** Rewrites "5 minutes ago" as time passes. */
export function keepTimesCurrent() {
  for (const time of document.querySelectorAll('time[data-time-ago]')) {
    const age = Date.now() - Date.parse(time.dateTime);
    const [unit, size] = UNITS.find(([, length]) => age >= length) ?? [];
    time.textContent = unit ? format.format(-Math.floor(age / size), unit) : 'just now';
  }
  if (ticking) return;
  ticking = true;
  setInterval(keepTimesCurrent, 30_000);
}
