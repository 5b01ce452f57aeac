import { element } from './element';

/** Options of `showFlag` of @forge/bridge; functions arrive as callable references. */
export interface FlagOptions {
  id: string | number;
  title?: string;
  description?: string;
  type?: FlagType;
  appearance?: FlagType;
  actions?: { text: string; onClick: () => void }[];
  isAutoDismiss?: boolean;
}
type FlagType = 'info' | 'success' | 'warning' | 'error';

const AUTO_DISMISS_MS = 8_000;
const ICONS: Record<FlagType, string> = { info: 'i', success: '✓', warning: '!', error: '!' };

/** The flags of a page, bottom left, newest in front. */
export class Flags {
  private region: HTMLElement | undefined;
  private readonly shown = new Map<string, HTMLElement>();

  show(options: FlagOptions): true {
    const id = String(options.id);
    this.close(id);
    const flag = this.build(options);
    this.shown.set(id, flag);
    this.place().prepend(flag);
    if (options.isAutoDismiss) setTimeout(() => this.close(id), AUTO_DISMISS_MS);
    return true;
  }

  close(id: string): boolean {
    this.shown.get(id)?.remove();
    return this.shown.delete(id);
  }

  private build({ id, title, description, type, appearance, actions }: FlagOptions): HTMLElement {
    const kind = appearance ?? type ?? 'info';
    const dismiss = element('button', { className: 'fh-flag-close', textContent: '✕' });
    dismiss.setAttribute('aria-label', 'Dismiss');
    dismiss.onclick = () => this.close(String(id));
    const buttons = (actions ?? []).map(({ text, onClick }) => {
      const button = element('button', { className: 'fh-flag-action', textContent: text });
      button.onclick = () => onClick();
      return button;
    });
    const icon = element('span', { className: 'fh-flag-icon', textContent: ICONS[kind] });
    icon.setAttribute('aria-hidden', 'true');
    const text = element('div', { className: 'fh-flag-text' }, [
      element('strong', { textContent: title ?? '' }),
      ...(description ? [element('p', { textContent: description })] : []),
      ...(buttons.length > 0 ? [element('div', {}, buttons)] : []),
    ]);
    const flag = element('div', { className: 'fh-flag' }, [icon, text, dismiss]);
    flag.dataset.type = kind;
    flag.dataset.bold = String(appearance !== undefined);
    flag.setAttribute('role', 'alert');
    return flag;
  }

  private place(): HTMLElement {
    this.region ??= element('div', { className: 'fh-flags' });
    if (!this.region.isConnected) document.body.append(this.region);
    return this.region;
  }
}
