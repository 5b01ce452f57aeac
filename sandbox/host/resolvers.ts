import { resolverContext } from './bridge/context';
import type { Invocations } from './invocations';
import type { Manifest } from './manifest';

const MAX_REQUEST_BYTES = 500 * 1024;
const MAX_RESPONSE_BYTES = 5 * 1024 * 1024;

/** Who invokes a resolver, and from which place in Jira. */
export interface InvokedAs {
  accountId?: string;
  locale?: string;
  extension?: Record<string, unknown>;
}

/**
 * Runs a function of a module's resolver, as `invoke(functionKey, payload)` of @forge/bridge does.
 * The account reaches the resolver as the principal of the invocation.
 * @throws InvocationFailed when it fails; Error when the module has no resolver, or when the request
 *   (500 KB) or the answer (5 MB) is too big: developer.atlassian.com/platform/forge/limits-invocation
 */
export type InvokeResolver = (
  moduleKey: string,
  functionKey: string,
  payload: unknown,
  as: InvokedAs,
) => Promise<unknown>;

export function resolverInvoker(
  manifest: Manifest,
  siteUrl: string,
  invoke: Invocations['invoke'],
): InvokeResolver {
  return async (
    moduleKey,
    functionKey,
    payload,
    { accountId, locale = 'en-US', extension = {} },
  ) => {
    const module = manifest.uiModules.get(moduleKey);
    if (!module?.resolver) throw new Error(`manifest.yml gives module ${moduleKey} no resolver.`);
    refuseOver(MAX_REQUEST_BYTES, payload, `The payload of ${functionKey}`);
    const context = resolverContext(module, siteUrl, { accountId, locale, extension });
    const event = { call: { functionKey, payload }, context };
    const result = await invoke(module.resolver.function, module, event, accountId);
    refuseOver(MAX_RESPONSE_BYTES, result, `The answer of ${functionKey}`);
    return result;
  };
}

function refuseOver(limit: number, value: unknown, what: string): void {
  const bytes = Buffer.byteLength(JSON.stringify(value) ?? '');
  if (bytes > limit) throw new Error(`${what} has ${bytes} bytes; at most ${limit} pass.`);
}
