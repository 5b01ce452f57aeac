import { route, type APIResponse, type RequestProductMethods, type Route } from '@forge/api';
import type { Clock, Governor, RequestCount } from '../domain/ports/runtime';
import { jiraRateLimit, type LimitScope } from '../domain/rate-limit';
import { rateLimited } from '../domain/rate-limited';
import { ALL_OF_JIRA, jiraEndpoint } from '../domain/standing-limits';
import { jiraError, jiraUnreachable } from './errors';

export type RequestJira = RequestProductMethods['requestJira'];

export { route };

/**
 * Forge's egress to Jira. Each call names what it costs in Jira's hourly points budget: 1 for the request, 1 for each
 * issue or project read, 2 for each user or permission read; a write costs 1 in all (Jira rate limiting guide).
 */
export interface JiraClient {
  readonly request: RequestJira;
  readonly count: RequestCount;
  readonly now: Clock;
  /** Absent for a client that acts as a person: the app's limits are not that person's. */
  readonly governor?: Governor;
  /** Set when Jira says that less than a fifth of the hour's budget is left. */
  readonly budget?: { near: boolean };
}

export interface JiraCall {
  route: Route;
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  body?: unknown;
  points: number;
  /** Status codes besides 2xx that the caller handles itself. */
  allow?: readonly number[];
}

/** Comes back in the event that the write causes, so that the app can tell its own writes (Forge Jira events). */
const TRACE_HEADER = 'X-Atlassian-Webhook-Trace';
export const WRITE_TRACE = 'align-connector';

/** @throws the domain's errors, see `jiraError` */
export async function callJira(client: JiraClient, call: JiraCall): Promise<APIResponse> {
  const method = call.method ?? 'GET';
  const endpoint = jiraEndpoint(method, call.route.value);
  await requireFree(client, endpoint);
  client.count.jira += 1;
  client.count.jiraPoints += call.points;
  let response: APIResponse;
  try {
    response = await client.request(call.route, {
      method,
      headers: {
        Accept: 'application/json',
        ...(call.body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(method === 'GET' ? {} : { [TRACE_HEADER]: WRITE_TRACE }),
      },
      ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
    });
  } catch (cause) {
    throw jiraUnreachable(method, cause);
  }
  if (client.budget !== undefined && isNearLimit(response.headers)) client.budget.near = true;
  if (response.ok || call.allow?.includes(response.status) === true) return response;
  if (response.status === 429) throw await limited(client, endpoint, response.headers);
  throw jiraError(method, response.status, await response.text());
}

/** @throws RateLimitedError without a request, as long as Jira or the endpoint has asked to be left alone */
async function requireFree({ governor }: JiraClient, endpoint: string): Promise<void> {
  if (governor === undefined) return;
  const seconds = {
    all: await governor.waitFor([ALL_OF_JIRA]),
    endpoint: await governor.waitFor([endpoint]),
  };
  const scope: LimitScope = seconds.all > 0 ? 'all' : 'endpoint';
  if (seconds[scope] > 0)
    throw rateLimited('jira', { scope, reason: null, waitSeconds: seconds[scope] });
}

/** What every other run must know is kept; too many writes to one issue concern the runs of that issue alone. */
async function limited(client: JiraClient, endpoint: string, headers: HeaderReader) {
  const limit = jiraRateLimit(headers, client.now());
  if (limit.scope !== 'issue') {
    const name = limit.scope === 'all' ? ALL_OF_JIRA : endpoint;
    await client.governor?.holdBack(name, limit.waitSeconds);
  }
  return rateLimited('jira', limit);
}

interface HeaderReader {
  get(name: string): string | null;
}

/** `X-RateLimit-NearLimit`, with `Beta-` in its name until the limit is enforced for the app (Jira rate limiting). */
function isNearLimit(headers: HeaderReader): boolean {
  const near = headers.get('X-RateLimit-NearLimit') ?? headers.get('X-Beta-RateLimit-NearLimit');
  return near?.toLowerCase() === 'true';
}
