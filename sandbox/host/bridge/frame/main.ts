/**
 * Runs first in the app's frame, where Forge puts its own bridge script. Sets
 * `globalThis.__bridge`, which is all that @forge/bridge needs.
 */
import { Rpc } from '../rpc';
import { FrameHistory } from './history';
import { reportHeight } from './height';
import { leadLinksToStandIns } from './links';
import { applyTheme } from './theme';

declare const PAGE_ORIGIN: string;

const history = new FrameHistory((path, action) => void rpc.call('historyMoved', { path, action }));

const rpc = new Rpc(
  () => ({ window: window.parent, origin: PAGE_ORIGIN }),
  (op, payload) => {
    if (op === 'theme') return applyTheme(payload);
    if (op === 'historyPopped') return history.popped(String(payload));
    throw new Error(`The frame does not know ${op}.`);
  },
);

async function callBridge(op: string, payload?: unknown): Promise<unknown> {
  // A history has members that are read at once, so it must live on this side.
  if (op === 'createHistory') return history.open(String(await rpc.call('historyStart')));
  return rpc.call(op, payload);
}

addEventListener('message', (event) => void rpc.receive(event));
Object.assign(globalThis, { __bridge: { callBridge } });
reportHeight((height) => void rpc.call('height', height));
leadLinksToStandIns();
