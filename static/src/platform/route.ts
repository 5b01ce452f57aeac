import { useSyncExternalStore } from 'react';

interface Location {
  pathname: string;
  search: string;
}

/** What is used of the history the bridge gives. Both generations of the `history` package fit. */
export interface HostHistory {
  location: Location;
  push(path: string): void;
  listen(listener: (update: Location | { location: Location }) => void): unknown;
}

/** The page's own address below the module, e.g. `/links?issue=10010`. */
export interface Route {
  path: string;
  query: URLSearchParams;
}

export interface Router {
  current(): Route;
  subscribe(onChange: () => void): () => void;
  go(path: string): void;
}

/**
 * A router over the host's history, so that a tab has an address and Back works. Without a history the same router
 * works without an address.
 */
export function routerOver(history: HostHistory | null): Router {
  const listeners = new Set<() => void>();
  let route = readRoute(history?.location ?? { pathname: '/', search: '' });
  const show = (location: Location) => {
    route = readRoute(location);
    for (const listener of listeners) listener();
  };
  history?.listen((update) => show('location' in update ? update.location : update));
  return {
    current: () => route,
    subscribe: (onChange) => {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    go: (path) => {
      const url = new URL(path, 'https://page.invalid');
      history?.push(path);
      show({ pathname: url.pathname, search: url.search });
    },
  };
}

/** The route shown now; the component draws again when it changes. */
export function useRoute(router: Router): Route {
  return useSyncExternalStore(router.subscribe, router.current);
}

function readRoute(location: Location): Route {
  return {
    path: location.pathname || '/',
    query: new URLSearchParams(location.search ?? ''),
  };
}
