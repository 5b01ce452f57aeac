import type { JiraStandIn } from '../../sandbox/jira';

export const ADA = '712020:ada-admin';
export const ANA = '712020:ana-silva';
export const BO = '712020:bo-chen';
export const MIA = '712020:mia-krystof';
export const APP = '712020:align-connector-app';

/** An answer of the REST API with its parsed body; undefined when it is empty. */
export interface Answer {
  status: number;
  body: unknown;
  headers: Headers;
}

/**
 * Calls the REST API of a stand-in.
 * @param path after /rest/api/3, or whole for another API under /rest
 * @param as `app`, an account id, or nobody
 */
export async function call(
  jira: JiraStandIn,
  method: string,
  path: string,
  body?: unknown,
  as: string | undefined = 'app',
  headers: Record<string, string> = {},
): Promise<Answer> {
  const response = await fetch(`${jira.url}${restPath(path)}`, {
    method,
    redirect: 'manual',
    headers: {
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...actingAs(as),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = response.headers.get('Content-Type')?.includes('json') ?? false;
  const parsed: unknown = text === '' ? undefined : isJson ? JSON.parse(text) : text;
  return { status: response.status, body: parsed, headers: response.headers };
}

/** The whole path of a call. */
export const restPath = (path: string) => (path.startsWith('/rest/') ? path : `/rest/api/3${path}`);

/** The headers with which the Forge host says who acts. Nobody is the empty text. */
export function actingAs(as: string): Record<string, string> {
  if (as === '') return {};
  return as === 'app'
    ? { 'x-forge-as': 'app' }
    : { 'x-forge-as': 'user', 'x-forge-account-id': as };
}

/** A document of one paragraph. */
export const paragraph = (text: string) => ({
  type: 'doc' as const,
  version: 1 as const,
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});
