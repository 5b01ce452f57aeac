import path from 'node:path';
import { buildApp } from './bundle';
import { systemClock } from './clock';
import { HostLog } from './host-log';
import { Idle } from './idle';
import { Invocations } from './invocations';
import { openKvsStore } from './kvs/persistence';
import { kvsOperations } from './kvs/wire';
import { readManifest } from './manifest';
import type { ForgeHost, ForgeHostOptions } from './options';
import { ProductEvents } from './product-events';
import { Egress } from './proxy/egress';
import type { ProxyOptions } from './proxy/proxy';
import { openQueue } from './queue/persistence';
import { resolverInvoker } from './resolvers';
import { routes } from './routes';
import { Schedules } from './schedules';
import { startServer } from './server';
import { Snapshots } from './snapshots';
import { timeoutSeconds } from './timeouts';
import { UsageMeter } from './usage';

export type { ForgeHost, ForgeHostOptions } from './options';
export type { ForgeUsage, InvocationUsage, KvsUsage } from './usage';
export { InvocationFailed } from './invocation-failed';

/**
 * Starts a local Forge for one app: bundles `src/`, loads it in a child process and gives it
 * storage, queues, schedules, product events, external requests and a place in Jira's pages, with the
 * contract of the real platform as far as it is documented.
 *
 * Not modelled: rate limits and quotas, scopes of product calls (but for impersonation), licences,
 * remotes, realtime from the back end, SQL, object store, web triggers, translations.
 * @throws Error when the manifest, the bundle or the stored state cannot be used, or the port is taken.
 */
export async function startForgeHost(options: ForgeHostOptions): Promise<ForgeHost> {
  const log = new HostLog(options.quiet ? undefined : (line) => console.log(line));
  const manifest = readManifest(options.appDir);
  const usage = new UsageMeter();
  const { jiraUrl, timeScale = 1, schedules: periods = {} } = options;
  const state = options.stateDir === undefined ? undefined : path.resolve(options.stateDir);
  const snapshots = new Snapshots(state, log);
  const clock = systemClock;
  const idle = new Idle((includeDelayed) => whatIsBusy(includeDelayed));
  const onIdleChange = () => idle.check();

  const invoke: Invocations['invoke'] = (...args) => invocations.invoke(...args);
  const shared = { invoke, clock, timeScale, log, onIdleChange };

  // What can be wrong with the stored state or the manifest shows before anything is started.
  const store = openKvsStore(
    { entities: manifest.entities, clock, queryLagMs: options.queryLagMs ?? 0 },
    snapshots,
  );
  const queue = openQueue({ ...shared, manifest, usage }, snapshots);
  const egress = new Egress(manifest.external, options.egress);
  const app = await buildApp(options.appDir, manifest, options.bundle);

  // Up before the child, which is told the door's address.
  const server = await startServer(options.port ?? 0).catch((error: unknown) => {
    app.remove();
    throw error;
  });
  const { url, uiUrl } = server;
  const invocations = new Invocations({ manifest, app, doorUrl: url, log, usage, onIdleChange });
  const invokeResolver = resolverInvoker(manifest, jiraUrl, invoke);
  const { triggers, consumers, schedules: modules } = manifest;
  const productEvents = new ProductEvents({ ...shared, triggers });
  const schedules = new Schedules({ modules, invoke, periods, log });
  const proxy: ProxyOptions = {
    invocations,
    usage,
    log,
    kvs: kvsOperations(store),
    egress,
    product: { jiraUrl, scopes: manifest.scopes, log },
    queue: {
      queue,
      consumers,
      timeoutSeconds: (consumer) => {
        const declared = manifest.functions.get(consumer.function);
        return declared ? timeoutSeconds('consumer', declared) : 0;
      },
      onPush: (events) => usage.queue('pushed', events),
    },
  };

  const standIns = options.egress;
  server.serve(routes(proxy, { manifest, jiraUrl, uiUrl, standIns, invokeResolver, log }).fetch);

  function whatIsBusy(includeDelayed: boolean): string | undefined {
    if (invocations.count > 0) return `${invocations.count} invocations run`;
    if (queue.isBusy(includeDelayed)) return `events wait: ${JSON.stringify(queue.pending())}`;
    if (includeDelayed && productEvents.delayed > 0) return 'product events wait for a retry';
    return undefined;
  }

  const stop = async () => {
    schedules.stop();
    productEvents.stop();
    queue.stop();
    await invocations.stop();
    await server.stop();
    snapshots.flush();
    app.remove();
  };
  const ms = await invocations.coldStart().catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  queue.start();
  schedules.start();

  return {
    url,
    uiUrl,
    invokeResolver,
    runSchedule: (moduleKey) => schedules.runNow(moduleKey),
    productEvent: async (name, payload) => productEvents.dispatch(name, payload),
    idle: (wanted) => idle.wait(wanted),
    queue: { pending: () => queue.pending() },
    kvs: { dump: () => store.rows.dump(() => true) },
    usage: () => usage.read(),
    resetUsage: () => usage.reset(),
    logs: () => log.all(),
    coldStart: { ms, bundleBytes: app.bundleBytes },
    stop,
  };
}
