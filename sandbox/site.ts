import path from 'node:path';
import type { Call, Envelope, Input, Output } from '../src/contract';
import { startAlign, type AlignOptions, type AlignStandIn } from './align';
import { startForgeHost, type ForgeHost, type ForgeHostOptions } from './host';
import { startJira, type JiraStandIn } from './jira';

/** The site that the demo world is connected to. */
export const ALIGN_SITE = 'acme.jiraalign.com';

/** People of the demo world, as both applications know them. */
export const PEOPLE = {
  admin: '712020:ada-admin',
  ana: '712020:ana-silva',
  bo: '712020:bo-chen',
} as const;

export interface SiteOptions extends Pick<
  ForgeHostOptions,
  'schedules' | 'timeScale' | 'queryLagMs' | 'quiet' | 'bundle'
> {
  /** Folder that keeps all state; absent = memory only. */
  stateDir?: string;
  /** Ports of the three servers; absent = any free ones. */
  ports?: { jira: number; align: number; host: number };
  shapes?: AlignOptions['shapes'];
  /** Jira Align has the vendor's own connector, and items that it keeps. */
  withConnector?: boolean;
  /** Without the seed items. */
  empty?: boolean;
  /** Clock of both applications, milliseconds since the epoch; the app has its own. */
  now?: () => number;
}

/** A Jira and a Jira Align side by side, with the app installed in the Jira. */
export interface Site {
  jira: JiraStandIn;
  align: AlignStandIn;
  host: ForgeHost;
  /** Jira's product events so far, oldest first, to deliver one again. */
  events: readonly { name: string; payload: Record<string, unknown> }[];
  /** Calls the admin page's resolver as the Jira admin. @throws Error with the call's code and message */
  admin<K extends Call>(call: K, input: Input<K>): Promise<Output<K>>;
  stop(): Promise<void>;
}

const KEPT_EVENTS = 1_000;
const APP = path.resolve(__dirname, '..');

/** Starts all three. The app is the real one: its bundle, its manifest, the unmodified @forge packages. */
export async function startSite(options: SiteOptions = {}): Promise<Site> {
  const {
    stateDir,
    ports,
    shapes,
    empty = false,
    withConnector = false,
    now = Date.now,
    ...hostOptions
  } = options;
  const folder = (name: string) =>
    stateDir === undefined ? {} : { stateDir: path.join(stateDir, name) };
  const running: { host?: ForgeHost } = {};
  const events: { name: string; payload: Record<string, unknown> }[] = [];
  const jira: JiraStandIn = await startJira({
    ...folder('jira'),
    port: ports?.jira ?? 0,
    empty,
    now,
    forgeHost: () => running.host,
    alignUrl: () => align.url,
    onEvent: (name, payload) => {
      events.push({ name, payload });
      if (events.length > KEPT_EVENTS) events.shift();
      void running.host?.productEvent(name, payload);
    },
  });
  const align: AlignStandIn = await startAlign({
    ...folder('align'),
    port: ports?.align ?? 0,
    empty,
    now,
    jiraUrl: () => jira.url,
    withConnector,
    ...(shapes === undefined ? {} : { shapes }),
  });
  const host = await startForgeHost({
    ...folder('forge'),
    ...hostOptions,
    appDir: APP,
    jiraUrl: jira.url,
    egress: { [`https://${ALIGN_SITE}`]: align.url },
    port: ports?.host ?? 0,
  });
  running.host = host;
  return {
    jira,
    align,
    host,
    events,
    admin: (call, input) => adminCall(host, call, input),
    async stop() {
      await host.stop();
      await Promise.all([jira.stop(), align.stop()]);
    },
  };
}

async function adminCall<K extends Call>(
  host: ForgeHost,
  call: K,
  input: Input<K>,
): Promise<Output<K>> {
  const answer = (await host.invokeResolver('admin-page', call, input, {
    accountId: PEOPLE.admin,
    extension: { type: 'jira:adminPage' },
  })) as Envelope<Output<K>>;
  if (answer.ok) return answer.data;
  throw new Error(`${call}: ${answer.error.code} ${answer.error.message} ${answer.error.remedy}`);
}
