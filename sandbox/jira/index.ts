import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { Faults } from '../faults';
import { productEvent } from './events';
import { pagesApp } from './pages/app';
import { restApp } from './rest/app';
import type { LoggedRequest } from './rest/gateway';
import { seededState, seedFields, seedSite } from './world/seed';
import type { Happening } from './world/site';
import { Snapshot } from './world/snapshot';
import { emptyState, type JiraState } from './world/state';
import { JiraWorld } from './world/world';

export type { LoggedRequest } from './rest/gateway';
export type { IssueView } from './world/issue-view';
export type { PersonInput } from './world/person-input';
export { JiraError } from './world/errors';
export { customField } from './world/fields/custom-field';
export { JiraWorld } from './world/world';

export interface JiraOptions {
  /** 0 or absent: any free port. */
  port?: number;
  /** Folder that keeps the site between runs. Absent: memory only. */
  stateDir?: string;
  /** Receives each Forge product event, in order, after the change it tells of. */
  onEvent?: (name: string, payload: Record<string, unknown>) => void;
  /** Where the app's modules are embedded from: `/embed.js` and `/theme.css`. */
  forgeHost?: () => { url: string } | undefined;
  /** Address of the Align stand-in, for a link in the top bar. */
  alignUrl?: () => string | undefined;
  /** Epoch milliseconds; a test may bring its own clock. */
  now?: () => number;
  /** Accounts and projects only, no issues. */
  empty?: boolean;
}

export interface JiraStandIn {
  /** Address of the site, without a slash at the end. */
  url: string;
  world: JiraWorld;
  faults: Faults;
  /** REST requests since the last reset, oldest first. */
  requests: LoggedRequest[];
  resetRequests(): void;
  /** Closes every connection and keeps the last state. */
  stop(): Promise<void>;
}

/**
 * Starts a little Jira Cloud on 127.0.0.1: REST v3 under /rest, pages for people beside it.
 * @throws {Error} when the port is taken or the kept state cannot be read
 */
export async function startJira(options: JiraOptions = {}): Promise<JiraStandIn> {
  const now = options.now ?? Date.now;
  const kept = options.stateDir === undefined ? undefined : Snapshot.load(options.stateDir);
  const state =
    kept === undefined
      ? firstState(options.empty === true, now())
      : // What was kept by an earlier version lacks what came later.
        { ...emptyState([]), ...kept };
  const snapshot =
    options.stateDir === undefined ? undefined : new Snapshot(options.stateDir, () => state);
  let url = '';
  const world = new JiraWorld(state, {
    now,
    saved: () => snapshot?.schedule(),
    announce: (happening) => announce(happening, state, url, options.onEvent),
  });
  const faults = new Faults();
  const requests: LoggedRequest[] = [];
  const server = createAdaptorServer({
    fetch: (request: Request, env: Record<string, unknown>) => app.fetch(request, env),
  });
  await listen(server, options.port ?? 0);
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const app = restApp({ world, baseUrl: url }, faults, requests);
  app.route('/', pagesApp({ world, baseUrl: url, ...hosts(options) }));
  return {
    url,
    world,
    faults,
    requests,
    resetRequests: () => void requests.splice(0),
    stop: () => close(server, snapshot),
  };
}

type Server = ReturnType<typeof createAdaptorServer>;

function firstState(empty: boolean, now: number): JiraState {
  const state = emptyState(seedFields());
  if (!empty) return seededState(state, now);
  const world = new JiraWorld(state, {
    now: () => now,
    announce: () => undefined,
    saved: () => undefined,
  });
  return seedSite(world, now).state;
}

function announce(
  happening: Happening,
  state: JiraState,
  url: string,
  onEvent: JiraOptions['onEvent'],
): void {
  // Built now, because the issue may change before the event goes out.
  const event = onEvent && productEvent(happening, state, url);
  if (event) setImmediate(() => onEvent(event.name, event.payload));
}

const hosts = ({ forgeHost, alignUrl }: JiraOptions) => ({
  forgeHost: forgeHost ?? (() => undefined),
  alignUrl: alignUrl ?? (() => undefined),
});

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve());
  });
}

async function close(server: Server, snapshot: Snapshot | undefined): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    if ('closeAllConnections' in server) server.closeAllConnections();
  });
  snapshot?.flush();
}
