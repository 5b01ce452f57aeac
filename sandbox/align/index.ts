import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { Faults } from '../faults';
import { pages } from './pages/pages';
import { restApi } from './rest/api';
import type { RestEnv } from './rest/context';
import type { LoggedRequest } from './rest/request-log';
import { DEFAULT_SHAPES, type AlignShapes } from './shapes';
import { seed } from './world/seed';
import { keepSnapshot, readSnapshot } from './world/snapshot';
import { AlignWorld } from './world/world';

export type { AlignShapes } from './shapes';
export type { ItemType } from './item-types';
export type { LoggedRequest } from './rest/request-log';
export type { AlignItem } from './world/item';
export type { AlignWorld, ReadableAuditEntry } from './world/world';

/** How to start the stand-in. */
export interface AlignOptions {
  /** Port on 127.0.0.1; 0 or absent takes a free one. */
  port?: number;
  /** Folder that keeps the state between runs; absent keeps it in memory. */
  stateDir?: string;
  /** Address of the Jira stand-in, where "View in Jira" leads instead of `*.atlassian.net`. */
  jiraUrl?: () => string | undefined;
  /** Clock, milliseconds since the epoch. */
  now?: () => number;
  /** Start with people and programs but no items. */
  empty?: boolean;
  /** The site has the vendor's own connector, which maps the Jira project PAY, and items it keeps. */
  withConnector?: boolean;
  /** Unverified behaviours that differ from the default. */
  shapes?: Partial<AlignShapes>;
}

/** A running stand-in for one Jira Align site. */
export interface AlignStandIn {
  /** Address of its pages; the API is below `/rest/align/api/2`. */
  url: string;
  /** The site's state, for tests that act as a person or look behind the API. */
  world: AlignWorld;
  /** Switches of the unverified behaviours; a change counts from the next request on. */
  shapes: AlignShapes;
  /** Faults for requests to the API. */
  faults: Faults;
  /** Requests to the API since the start or the last reset. */
  requests: LoggedRequest[];
  resetRequests(): void;
  /** Writes the last state, closes every connection. */
  stop(): Promise<void>;
}

/**
 * Starts a small Jira Align: its REST API 2.0 and the pages a person works in, on one port. It is
 * built from public clients and articles, not from the product.
 * @throws {Error} when the port is taken or the state folder holds an unreadable snapshot
 */
export async function startAlign(options: AlignOptions = {}): Promise<AlignStandIn> {
  const now = options.now ?? Date.now;
  const fresh = seed(now, options.empty, options.withConnector);
  const kept = options.stateDir ? readSnapshot(options.stateDir, fresh) : undefined;
  const world = new AlignWorld(kept ?? fresh);
  const finishSnapshot = options.stateDir ? keepSnapshot(options.stateDir, world) : undefined;
  const shapes = { ...DEFAULT_SHAPES, ...options.shapes };
  const faults = new Faults();
  const requests: LoggedRequest[] = [];

  const api = restApi({ world, shapes }, faults, requests);
  const site = pages({
    world,
    jiraUrl: options.jiraUrl ?? (() => undefined),
    run: randomUUID().slice(0, 8),
  });
  const app = new Hono<RestEnv>();
  app.all('/rest/*', (c) => api.fetch(c.req.raw, c.env));
  app.all('*', (c) => site.fetch(c.req.raw, c.env));

  const server = createAdaptorServer({ fetch: app.fetch });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    world,
    shapes,
    faults,
    requests,
    resetRequests: () => void requests.splice(0),
    stop: async () => {
      finishSnapshot?.();
      const closed = new Promise((resolve) => server.close(resolve));
      if ('closeAllConnections' in server) server.closeAllConnections();
      await closed;
    },
  };
}
