import { AppFrame, type Operate } from './frame';
import { element } from './element';

/** Options of `Modal` of @forge/bridge. */
export interface ModalOptions {
  resource: string | null;
  onClose?: (payload: unknown) => unknown;
  size: string | { width: string; height?: string };
  context: unknown;
  closeOnEscape: boolean;
  closeOnOverlayClick: boolean;
  title: string;
}

const WIDTHS: Record<string, string> = {
  small: '400px',
  medium: '600px',
  large: '800px',
  xlarge: '968px',
  max: '100vw',
  fullscreen: '100vw',
  resizable: '800px',
};

/**
 * Opens a dialog with the app in it. Its context has `extension.modal`, and its `view.close(payload)`
 * ends it and hands the payload to `onClose` of the opener.
 */
export function openModal(opener: AppFrame, options: ModalOptions, operate: Operate): AppFrame {
  const resourceUrl = options.resource
    ? new URL(`../${options.resource}/index.html`, opener.resourceUrl).href
    : opener.resourceUrl;
  const { extension } = opener.context;
  const context = { ...opener.context, extension: { ...extension, modal: options.context } };
  const title = options.title || 'Dialog';
  const frame = new AppFrame(opener.mount, context, resourceUrl, operate, title);
  const dialog = element('dialog', { className: 'fh-modal' }, [
    ...(options.title ? [element('h1', { textContent: options.title })] : []),
    frame.iframe,
  ]);
  dialog.setAttribute('aria-label', title);
  size(dialog, options.size);
  frame.close = (payload) => void end(frame, dialog, () => options.onClose?.(payload));
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    if (options.closeOnEscape) frame.close?.(undefined);
  });
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog && options.closeOnOverlayClick) frame.close?.(undefined);
  });
  document.body.append(dialog);
  dialog.showModal();
  return frame;
}

async function end(frame: AppFrame, dialog: HTMLDialogElement, tellOpener: () => unknown) {
  frame.close = undefined;
  try {
    await frame.beforeClose?.();
  } finally {
    dialog.close();
    dialog.remove();
    frame.remove();
    tellOpener();
  }
}

function size(dialog: HTMLDialogElement, wanted: ModalOptions['size']): void {
  if (typeof wanted !== 'string') {
    Object.assign(dialog.style, { width: wanted.width, height: wanted.height ?? 'auto' });
    return;
  }
  dialog.style.width = WIDTHS[wanted] ?? '600px';
  if (wanted === 'max' || wanted === 'fullscreen') dialog.style.height = '100vh';
}
