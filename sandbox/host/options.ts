import type { Interval } from './schedules';
import type { InvokedAs } from './resolvers';
import type { ForgeUsage } from './usage';

export interface ForgeHostOptions {
  /** Folder of manifest.yml and src/. */
  appDir: string;
  /** Address of the Jira stand-in; only its pages may embed the app. */
  jiraUrl: string;
  /**
   * External origin to the local server that stands for it: `{'https://acme.jiraalign.com': 'http://127.0.0.1:4100'}`.
   * The app's requests go there, and so do people who follow a link in the app's pages.
   */
  egress: Record<string, string>;
  /** Folder for the state; absent = memory only. */
  stateDir?: string;
  /** Default: any free port. */
  port?: number;
  /** Other periods of scheduled triggers, milliseconds; 0 = only when asked. */
  schedules?: Partial<Record<Interval, number>>;
  /** Delays of events and of their retries are divided by this; default 1. Time-outs are not. */
  timeScale?: number;
  /** How far KVS queries lag behind writes, milliseconds; default 0. */
  queryLagMs?: number;
  /** Prints nothing; `logs()` still has all. */
  quiet?: boolean;
  /** Path of a ready bundle of src/index; absent = it is made with esbuild. */
  bundle?: string;
}

/** A running host. */
export interface ForgeHost {
  /** Serves `/embed.js` and `/theme.css` for pages of the Jira stand-in. */
  url: string;
  /** Serves the app's pages, of another origin. */
  uiUrl: string;
  /** Runs a function of a module's resolver, as the page's `invoke` does. */
  invokeResolver(
    moduleKey: string,
    functionKey: string,
    payload: unknown,
    as: InvokedAs,
  ): Promise<unknown>;
  /** Runs a scheduled trigger now; resolves to what its function returned. */
  runSchedule(moduleKey: string): Promise<unknown>;
  /** Hands over a product event; resolves when its delivery has begun (`idle()` waits for its end). */
  productEvent(name: string, payload: Record<string, unknown>): Promise<void>;
  /** Resolves when nothing runs and no event is due; rejects after `timeoutMs` (30 s by default). */
  idle(options?: { timeoutMs?: number; includeDelayed?: boolean }): Promise<void>;
  queue: {
    /** Events that wait. `dueInMs` is real time, 0 = due. */
    pending(): { body: unknown; dueInMs: number; retryCount: number }[];
  };
  kvs: {
    /** All rows by space: `plain`, `secret`, `entity:<name>`. */
    dump(): unknown;
  };
  usage(): ForgeUsage;
  resetUsage(): void;
  /** The last 2,000 lines of the app and the host. */
  logs(): readonly string[];
  /** How long loading the bundle took in the child, and its size unminified. */
  coldStart: { ms: number; bundleBytes: number };
  /** Ends the child and the server and writes the state. */
  stop(): Promise<void>;
}
