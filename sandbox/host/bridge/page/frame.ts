import type { FullContext } from '../context';
import type { MountOptions } from '../mount-options';
import { Rpc } from '../rpc';
import { element } from './element';

/** What the sandbox attribute of a Custom UI frame allows. */
const SANDBOX =
  'allow-scripts allow-same-origin allow-forms allow-modals allow-popups allow-popups-to-escape-sandbox allow-downloads';

/** Runs an operation of the bridge that the app in `frame` asked for. */
export type Operate = (frame: AppFrame, op: string, payload: unknown) => unknown;

let lastFrameId = 0;

/** One frame with the app in it: in the page or in a modal dialog. */
export class AppFrame {
  readonly id = `forge-frame-${(lastFrameId += 1)}`;
  readonly iframe: HTMLIFrameElement;
  /** Set in a modal: closes it. */
  close: ((payload: unknown) => void) | undefined;
  /** What the app asked to run before its modal closes. */
  beforeClose: (() => unknown) | undefined;
  private themed = false;
  private readonly rpc: Rpc;
  private readonly receive = (event: MessageEvent) => void this.rpc.receive(event);

  constructor(
    readonly mount: MountOptions,
    /** Changes with the colour mode. */
    public context: FullContext,
    readonly resourceUrl: string,
    operate: Operate,
    title: string,
  ) {
    this.iframe = element('iframe', { className: 'fh-frame', src: resourceUrl, title });
    this.iframe.setAttribute('sandbox', SANDBOX);
    const { origin } = new URL(resourceUrl);
    this.rpc = new Rpc(
      () =>
        (this.iframe.contentWindow && { window: this.iframe.contentWindow, origin }) || undefined,
      (op, payload) => operate(this, op, payload),
    );
    addEventListener('message', this.receive);
  }

  /** Calls the bridge script inside the frame. */
  call(op: string, payload: unknown): void {
    this.rpc.call(op, payload).catch((error: unknown) => console.error('[forge-host]', error));
  }

  enableTheming(): void {
    this.themed = true;
    this.call('theme', this.context.theme);
  }

  setColorMode(colorMode: MountOptions['colorMode']): void {
    this.context = { ...this.context, theme: { ...this.context.theme, colorMode } };
    if (this.themed) this.call('theme', this.context.theme);
  }

  remove(): void {
    removeEventListener('message', this.receive);
    this.iframe.remove();
  }
}
