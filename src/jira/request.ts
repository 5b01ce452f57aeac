import { route, type APIResponse, type RequestProductMethods, type Route } from '@forge/api';
import type { RequestCount } from '../domain/ports/runtime';
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
  throw jiraError(method, response.status, response.headers, await response.text());
}

/** `X-RateLimit-NearLimit`, with `Beta-` in its name until the limit is enforced for the app (Jira rate limiting). */
function isNearLimit(headers: { get(name: string): string | null }): boolean {
  const near = headers.get('X-RateLimit-NearLimit') ?? headers.get('X-Beta-RateLimit-NearLimit');
  return near?.toLowerCase() === 'true';
}
