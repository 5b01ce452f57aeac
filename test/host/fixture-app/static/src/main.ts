/** A Custom UI page with the unmodified @forge/bridge; a test drives it through `window.app`. */
import * as bridge from '@forge/bridge';

Object.assign(window, { app: bridge });

async function start(): Promise<void> {
  await bridge.view.theme.enable();
  const context = await bridge.view.getContext();
  const seen = await bridge.invoke('request', { from: 'page' });
  const out = document.getElementById('out');
  if (out) out.textContent = JSON.stringify({ context, seen });
  document.documentElement.dataset.ready = 'true';
}

void start();
