/**
 * The child process: plays the part of Forge's runtime. It sets the globals, shuts every other way
 * out, loads the app's bundle and then runs one handler per message.
 */
import { relayConsole } from './console-relay';
import { egressFetch } from './egress-fetch';
import { Handlers } from './handlers';
import type { InvokeMessage, RunnerMessage, RunnerStart } from './messages';
import { forgeRuntime, installForgeGlobals, runAs } from './runtime-globals';
import { guardSockets } from './socket-guard';
import { thrown } from './thrown';

const { doorUrl, bundles } = JSON.parse(process.argv[2] ?? '{}') as RunnerStart;
const sendToHost = process.send?.bind(process);
const send = (message: RunnerMessage) => sendToHost?.(message);
const handlers = new Handlers();

async function run({ seed, handler, event, timeoutMs }: InvokeMessage): Promise<void> {
  const start = performance.now();
  const cpuStart = process.cpuUsage();
  const finish = (outcome: Extract<RunnerMessage, { kind: 'result' }>['outcome']) => {
    const { user, system } = process.cpuUsage(cpuStart);
    const cpuMs = (user + system) / 1000;
    send({ kind: 'result', id: seed.id, outcome, ms: performance.now() - start, cpuMs });
  };
  const runtime = forgeRuntime(seed, handler, Date.now() + timeoutMs);
  const { accountId, contextAri } = seed;
  const context = {
    installContext: contextAri,
    installation: runtime.appContext.installation,
    ...(accountId !== undefined && { principal: { accountId } }),
  };
  try {
    const result = await runAs(runtime, async () => handlers.find(handler)(event, context));
    // What crosses is JSON, as on Forge: a Date becomes a string here, not only in production.
    finish({ ok: true, ...(result !== undefined && { body: JSON.parse(JSON.stringify(result)) }) });
  } catch (error) {
    finish({ ok: false, error: thrown(error) });
  }
}

// Order matters: @forge/api takes global.fetch when it is loaded, so it must be replaced before.
const forgeFetch = installForgeGlobals(doorUrl, globalThis.fetch);
globalThis.fetch = egressFetch(forgeFetch);
guardSockets(doorUrl);
relayConsole(send);

try {
  const start = performance.now();
  handlers.load(bundles);
  process.on('message', (message: InvokeMessage) => void run(message));
  send({ kind: 'ready', coldStartMs: performance.now() - start });
} catch (error) {
  send({ kind: 'load-failed', error: thrown(error) });
}
process.on('disconnect', () => process.exit(0));
