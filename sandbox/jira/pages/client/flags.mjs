/* global document */

const SHOWN_MS = 8_000;

/** Shows a short message in the bottom left corner, read out to screen readers. */
export function showFlag(text) {
  const flag = document.createElement('div');
  flag.className = 'flag';
  const words = document.createElement('p');
  words.textContent = text;
  const dismiss = document.createElement('button');
  dismiss.className = 'button subtle';
  dismiss.type = 'button';
  dismiss.textContent = 'Dismiss';
  dismiss.addEventListener('click', () => flag.remove());
  flag.append(words, dismiss);
  document.getElementById('flags').append(flag);
  setTimeout(() => flag.remove(), SHOWN_MS);
}
