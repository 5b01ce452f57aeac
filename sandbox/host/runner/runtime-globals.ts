import { AsyncLocalStorage } from 'node:async_hooks';
import { DOOR_HEADERS, type ForgeFetchMeta, type InvocationSeed } from './messages';

/** `global.__forge_runtime__` as @forge/api 8 declares it (`ForgeRuntime`). */
export type ForgeRuntime = ReturnType<typeof forgeRuntime>;

const noTimer = { stop() {} };
const noCounter = { incr() {}, incrBy() {}, decr() {}, decrBy() {} };
const metrics = {
  counter: () => noCounter,
  timing: () => ({ measure: () => noTimer }),
  gauge: () => ({ set() {} }),
};

/** The runtime object of one invocation. */
export function forgeRuntime(seed: InvocationSeed, handler: string, deadline: number) {
  const { id, token, accountId, contextAri, cloudId, installationId, traceId, spanId } = seed;
  const installedOn = { cloudId, toString: () => contextAri };
  return {
    functionKey: seed.functionKey,
    proxy: { token, url: '' },
    contextAri,
    container: { runtime: process.version, handler },
    appContext: {
      appId: seed.appId,
      appVersion: seed.appVersion,
      environmentId: seed.environmentId,
      environmentType: seed.environmentType,
      invocationId: id,
      installationId,
      functionKey: seed.functionKey,
      moduleType: seed.moduleType,
      moduleKey: seed.moduleKey,
      installation: { ari: { installationId }, contexts: [installedOn] },
      permissions: seed.permissions,
    },
    aaid: accountId,
    lambdaContext: {
      awsRequestId: id,
      getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
    },
    tracing: { traceId, spanId },
    realtime: {},
    metrics,
    externalAuth: [],
    featureFlags: () => false,
  };
}

const invocations = new AsyncLocalStorage<ForgeRuntime>();

/** Runs `task` as the invocation that `runtime` describes; what it awaits belongs to it too. */
export function runAs<T>(runtime: ForgeRuntime, task: () => Promise<T>): Promise<T> {
  return invocations.run(runtime, task);
}

/** The invocation that the current code belongs to. */
export function currentRuntime(): ForgeRuntime | undefined {
  return invocations.getStore();
}

/** Carries one call of an @forge package to the host's door. */
export type ForgeFetch = (
  meta: ForgeFetchMeta,
  path: string,
  init?: RequestInit,
) => Promise<Response>;

/**
 * Sets the two globals that make the unmodified @forge packages run: `__forge_runtime__`, a getter so
 * that invocations at the same time stay apart, and `__forge_fetch__`. To be called before the app's
 * bundle is loaded.
 * @param fetchNative Node's own fetch, taken before it was replaced.
 */
export function installForgeGlobals(doorUrl: string, fetchNative: typeof fetch): ForgeFetch {
  const forgeFetch: ForgeFetch = async (meta, path, init = {}) => {
    const runtime = currentRuntime();
    if (!runtime) throw new Error(`Forge call outside of an invocation: ${meta.type} ${path}`);
    const headers = new Headers(init.headers);
    headers.set(DOOR_HEADERS.token, `Bearer ${runtime.proxy.token}`);
    headers.set(DOOR_HEADERS.meta, encodeURIComponent(JSON.stringify(meta)));
    headers.set(DOOR_HEADERS.target, encodeURIComponent(path));
    return fetchNative(`${doorUrl}/proxy`, { ...init, headers, redirect: 'manual' });
  };
  Object.defineProperty(globalThis, '__forge_runtime__', { get: currentRuntime });
  Object.defineProperty(globalThis, '__forge_fetch__', { value: forgeFetch });
  return forgeFetch;
}
