import { view } from '@forge/bridge';
import { routerOver, type HostHistory, type Router } from './route';

/** A router over the host's history. In places where the host has none for a module it works without addresses. */
export async function openRouter(): Promise<Router> {
  const history = await view.createHistory().then(
    (value: unknown) => value as HostHistory,
    () => null,
  );
  return routerOver(history);
}
