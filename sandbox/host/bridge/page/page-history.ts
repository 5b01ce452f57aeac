/** Modules that fill a page and so may own the address bar. */
const FULL_PAGE = /(adminPage|globalPage|projectPage|projectSettingsPage)$/;

/**
 * Keeps the browser's history in step with the app's. The app's path is in the fragment of the page's
 * address (`#/links?page=2`); an app that is only a part of a page leaves the address alone.
 */
export class PageHistory {
  private readonly ownsAddress: boolean;
  private readonly listener: () => void;

  constructor(moduleType: string, popped: (path: string) => void) {
    this.ownsAddress = FULL_PAGE.test(moduleType);
    this.listener = () => popped(this.path());
    if (this.ownsAddress) addEventListener('popstate', this.listener);
  }

  path(): string {
    return this.ownsAddress && location.hash.startsWith('#/') ? location.hash.slice(1) : '/';
  }

  moved(path: string, action: string): void {
    if (!this.ownsAddress) return;
    if (action === 'PUSH') history.pushState(null, '', `#${path}`);
    else if (action === 'REPLACE') history.replaceState(null, '', `#${path}`);
    else history.go(Number(path));
  }

  stop(): void {
    removeEventListener('popstate', this.listener);
  }
}
