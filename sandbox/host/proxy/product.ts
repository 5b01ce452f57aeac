import * as identity from '../identity';
import type { HostLog } from '../host-log';
import type { ForgeFetchMeta, InvocationSeed } from '../runner/messages';
import { proxyError } from './answers';
import { forward, networkErrorCode } from './forward';

export interface ProductDoorOptions {
  jiraUrl: string;
  /** Scope to "offline impersonation allowed". */
  scopes: Map<string, boolean>;
  log: HostLog;
}

/** Who a request to Jira is made as, or why it cannot be made. */
type Actor = { headers: Record<string, string> } | { refusal: Response };

/**
 * Sends `requestJira` on to the Jira stand-in. `x-forge-as` and `x-forge-account-id` tell it who
 * acts; `x-forge-impersonated: true` that the app, not the person, decided to act.
 */
export async function requestJira(
  options: ProductDoorOptions,
  request: Request,
  meta: ForgeFetchMeta,
  path: string,
  seed: InvocationSeed,
): Promise<Response> {
  const actor = actorOf(options, meta, seed);
  if ('refusal' in actor) return actor.refusal;
  try {
    return await forward(request, new URL(path, options.jiraUrl), actor.headers);
  } catch (error) {
    // What Forge's proxy answers when the product drops the connection is not verified.
    options.log.info(`Jira did not answer ${request.method} ${path}: ${networkErrorCode(error)}`);
    return proxyError(502, 'BAD_GATEWAY');
  }
}

/**
 * `asApp()` is the app's own account; `asUser()` the person who caused the invocation;
 * `asUser(id)` somebody else, which needs a scope with `allowImpersonation: true`. Which scope a
 * request needs is not checked here, only that one allows it. The code of that refusal is not
 * verified against a live site.
 */
function actorOf(options: ProductDoorOptions, meta: ForgeFetchMeta, seed: InvocationSeed): Actor {
  if (meta.provider === 'none') return { headers: {} };
  if (meta.provider === 'app') return as('app', identity.APP_ACCOUNT_ID);
  if (meta.accountId === undefined) {
    return seed.accountId === undefined
      ? { refusal: proxyError(401, 'NEEDS_AUTHENTICATION_ERR') }
      : as('user', seed.accountId);
  }
  if (![...options.scopes.values()].includes(true)) {
    options.log.loud(
      `asUser('${meta.accountId}') is refused: no scope in manifest.yml has allowImpersonation: true.`,
    );
    return { refusal: proxyError(403, 'IMPERSONATION_NOT_ALLOWED') };
  }
  return as('user', meta.accountId, { 'x-forge-impersonated': 'true' });
}

function as(kind: 'app' | 'user', accountId: string, more: Record<string, string> = {}): Actor {
  return { headers: { 'x-forge-as': kind, 'x-forge-account-id': accountId, ...more } };
}
