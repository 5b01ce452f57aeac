/**
 * The script that a page of the Jira stand-in includes: `<script src="HOST_URL/embed.js">`. It
 * gives the page `ForgeHost.mount(element, options)`, which shows a module of the app in `element`.
 */
import type { FullContext } from '../context';
import type { MountedApp, MountOptions } from '../mount-options';
import { element } from './element';
import { Flags } from './flags';
import { AppFrame } from './frame';
import { type MountState, operate } from './operations';
import { PageHistory } from './page-history';
import { askHost } from './server';
import { addStyles } from './styles';
import { Subscriptions } from './subscriptions';

interface MountAnswer {
  context: FullContext;
  resourceUrl: string;
  title: string;
}

const flags = new Flags();
const events = new Subscriptions();
const publicEvents = new Subscriptions();
const realtime = new Subscriptions();

/** Shows the module in `place`. A module that cannot be shown leaves a note that says why. */
function mount(place: HTMLElement, options: MountOptions): MountedApp {
  addStyles();
  let colorMode = options.colorMode;
  let mounted = true;
  const frames = new Set<AppFrame>();
  const moduleType = String(options.extension.type ?? '');
  const history = new PageHistory(moduleType, (path) => {
    for (const frame of frames) frame.call('historyPopped', path);
  });
  const shared = { flags, events, publicEvents, realtime };
  const state: MountState = { element: place, frames, history, ...shared };
  const show = async () => {
    const { context, resourceUrl, title } = (await askHost('mount', options)) as MountAnswer;
    if (!mounted) return;
    const frame = new AppFrame(options, context, resourceUrl, operate(state), title);
    frame.setColorMode(colorMode);
    frames.add(frame);
    place.replaceChildren(frame.iframe);
  };
  show().catch((error: unknown) => {
    place.replaceChildren(element('p', { className: 'fh-problem', textContent: String(error) }));
  });
  return {
    setColorMode(mode) {
      colorMode = mode;
      for (const frame of frames) frame.setColorMode(mode);
    },
    unmount() {
      mounted = false;
      history.stop();
      for (const frame of frames) {
        frame.close?.(undefined);
        frame.remove();
      }
      frames.clear();
    },
  };
}

Object.assign(globalThis, { ForgeHost: { mount } });
