import type { MiddlewareHandler } from 'hono';
import type { Limits } from '../limits';
import { isRead, pointsOf } from '../points';
import { findIssue } from '../world/access';
import type { Actor } from '../world/model';
import { APP } from '../world/seed';
import { findPerson } from '../world/site';
import type { JiraWorld } from '../world/world';
import type { JiraContext, JiraEnv } from './context';
import { endpointOf, issueInPath } from './endpoint';

/** A REST request as the log keeps it. */
export interface LoggedRequest {
  method: string;
  path: string;
  /** `app`, or the account id a user's request acts as; empty when nobody was named. */
  as: string;
  points: number;
  /** Epoch milliseconds. */
  at: number;
}

const KEPT = 20_000;

/** Counts the points of every answer and logs the request. */
export function requestLog(
  requests: LoggedRequest[],
  limits: Limits,
  now: () => number,
): MiddlewareHandler<JiraEnv> {
  return async (c, next) => {
    const at = now();
    await next();
    const points = pointsOf(c.req.method, c.req.path, c.res.status, c.var.counted ?? {});
    limits.spend(points);
    const as = c.req.header('x-forge-as') === 'app' ? 'app' : (c.var.actor?.accountId ?? '');
    requests.push({ method: c.req.method, path: c.req.path, as, points, at });
    if (requests.length > KEPT) requests.splice(0, requests.length - KEPT);
  };
}

/**
 * Reads who acts from the headers that the Forge host sets in place of a token. All of it comes
 * through the app, so all of it is `selfGenerated`, impersonated users included.
 */
export function authentication(world: JiraWorld): MiddlewareHandler<JiraEnv> {
  return async (c, next) => {
    const actor = actorOf(c, world);
    if (!actor) {
      return c.json(
        {
          errorMessages: [
            'You are not authenticated. Authentication required to perform this operation.',
          ],
          errors: {},
        },
        401,
      );
    }
    c.set('actor', actor);
    return next();
  };
}

function actorOf(c: JiraContext, world: JiraWorld): Actor | undefined {
  const as = c.req.header('x-forge-as');
  if (as !== 'app' && as !== 'user') return undefined;
  const accountId = as === 'app' ? APP : c.req.header('x-forge-account-id');
  const person = findPerson(world.state, accountId ?? null);
  if (!person?.active) return undefined;
  const trace = c.req.header('x-atlassian-webhook-trace');
  return { accountId: person.accountId, viaApp: true, ...(trace === undefined ? {} : { trace }) };
}

/** Refuses what is over a limit with 429. Its body is not documented, so there is none. */
export function rateLimit(world: JiraWorld, limits: Limits): MiddlewareHandler<JiraEnv> {
  return async (c, next) => {
    const { method, path } = c.req;
    const issue = isRead(method, path) ? undefined : issueInPath(path);
    const refusal = limits.admit({
      method,
      endpoint: endpointOf(path),
      ...(issue === undefined
        ? {}
        : { issue: findIssue(world.state, decodeURIComponent(issue))?.id ?? issue }),
    });
    return refusal ? c.body(null, 429, refusal.headers) : next();
  };
}
