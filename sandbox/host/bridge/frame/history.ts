interface Location {
  pathname: string;
  search: string;
  hash: string;
  state: unknown;
  key: string;
}
type Action = 'POP' | 'PUSH' | 'REPLACE';
type Listener = (location: Location, action: Action) => void;
type To = string | Partial<Location>;

/**
 * The object that `view.createHistory()` gives: the `history` package's interface, version 4 and 5.
 * The frame moves at once and tells the page, which keeps the browser's own history in step.
 */
export class FrameHistory {
  private listeners: Listener[] = [];
  private keys = 0;
  private current: Record<string, unknown> | undefined;

  constructor(private readonly moved: (path: string, action: Action) => void) {}

  /** Makes the object. @param start Path to begin at. */
  open(start: string) {
    const go = (steps: number) => this.moved(String(steps), 'POP');
    this.current = {
      location: this.locationOf(start),
      action: 'POP',
      length: 1,
      push: (to: To, state?: unknown) => this.move(to, state, 'PUSH'),
      replace: (to: To, state?: unknown) => this.move(to, state, 'REPLACE'),
      go,
      goBack: () => go(-1),
      goForward: () => go(1),
      back: () => go(-1),
      forward: () => go(1),
      listen: (listener: Listener) => {
        this.listeners.push(listener);
        return () => (this.listeners = this.listeners.filter((other) => other !== listener));
      },
      createHref: (to: To) => pathOf(this.locationOf(to)),
      block: () => () => undefined,
    };
    return this.current;
  }

  /** The person went back or forward in the browser. */
  popped(path: string): void {
    this.arrive(this.locationOf(path), 'POP');
  }

  private move(to: To, state: unknown, action: Action): void {
    const location = this.locationOf(to, state);
    this.arrive(location, action);
    this.moved(pathOf(location), action);
  }

  private arrive(location: Location, action: Action): void {
    if (this.current) Object.assign(this.current, { location, action });
    for (const listener of this.listeners) listener(location, action);
  }

  private locationOf(to: To, state?: unknown): Location {
    const key = String((this.keys += 1));
    if (typeof to !== 'string') {
      const { pathname = '/', search = '', hash = '' } = to;
      return { pathname, search, hash, state: state ?? to.state, key };
    }
    const { pathname, search, hash } = new URL(to, 'http://history.invalid');
    return { pathname, search, hash, state, key };
  }
}

const pathOf = ({ pathname, search, hash }: Location) => `${pathname}${search}${hash}`;
