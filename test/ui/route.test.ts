/**
 * Guarantee: each tab has an address that survives a reload and that Back returns to, over both generations of the
 * history that hosts give, and the pages work where a host gives none.
 */
import { routerOver, type HostHistory } from '../../static/src/platform/route';

interface Address {
  pathname: string;
  search: string;
}

/** A host's history in memory: `wrapped` gives listeners an update with the address in it, as the later one does. */
function hostHistory(start: string, wrapped: boolean) {
  const addressOf = (path: string): Address => {
    const { pathname, search } = new URL(path, 'https://host.example');
    return { pathname, search };
  };
  const entries = [addressOf(start)];
  const listeners = new Set<(update: Address | { location: Address }) => void>();
  const current = () => entries.at(-1) as Address;
  const tell = () => {
    for (const listener of listeners) listener(wrapped ? { location: current() } : current());
  };
  const history: HostHistory = {
    get location() {
      return current();
    },
    push: (path) => {
      entries.push(addressOf(path));
      tell();
    },
    listen: (listener) => listeners.add(listener),
  };
  const back = () => {
    entries.pop();
    tell();
  };
  return { history, back, current };
}

describe.each([
  ['version 4', false],
  ['version 5', true],
])('over a history of %s', (_name, wrapped) => {
  test('the first route is the address the page was opened with', () => {
    const { history } = hostHistory('/history?issue=10010', wrapped);
    const { path, query } = routerOver(history).current();
    expect([path, query.get('issue')]).toEqual(['/history', '10010']);
  });

  test('going somewhere changes the address and the route, and Back undoes both', () => {
    const { history, back, current } = hostHistory('/links', wrapped);
    const router = routerOver(history);
    router.go('/history?issue=1&key=PAY-1');
    expect(current()).toEqual({ pathname: '/history', search: '?issue=1&key=PAY-1' });
    expect(router.current().query.get('key')).toBe('PAY-1');
    back();
    expect(router.current().path).toBe('/links');
    expect([...router.current().query]).toEqual([]);
  });

  test('who listens hears of each change until they stop', () => {
    const { history, back } = hostHistory('/', wrapped);
    const router = routerOver(history);
    const heard: string[] = [];
    const stop = router.subscribe(() => heard.push(router.current().path));
    router.go('/parked');
    expect(heard).toContain('/parked');
    heard.length = 0;
    back();
    expect(heard).toEqual(['/']);
    stop();
    router.go('/links');
    expect(heard).toEqual(['/']);
  });
});

test('without a history the pages still move', () => {
  const router = routerOver(null);
  expect(router.current().path).toBe('/');
  router.go('/projects/10001');
  expect(router.current().path).toBe('/projects/10001');
});

test('the route is the same object until it changes, so that nothing is drawn again for it', () => {
  const router = routerOver(hostHistory('/links', false).history);
  expect(router.current()).toBe(router.current());
});

test('an address without a path is the first tab', () => {
  const { history } = hostHistory('/', false);
  const bare: HostHistory = { ...history, location: { pathname: '', search: '' } };
  expect(routerOver(bare).current().path).toBe('/');
});
