import { DOOR_HEADERS } from './messages';
import type { ForgeFetch } from './runtime-globals';

const MAX_REDIRECTS = 20;
const REDIRECT_STATUSES = new Set([301, 302, 303, 307, 308]);

/**
 * The `fetch` that the app sees: it leaves only through the host's door, which checks the manifest's
 * allow-list. Each redirect that is followed is checked too. Rejects as Node's fetch does when the
 * other side cannot be reached, and with the error of @forge/api when the address is not allowed.
 */
export function egressFetch(forgeFetch: ForgeFetch): typeof fetch {
  return async (input, init) => {
    let request = new Request(input, init);
    let body = request.body ? await request.arrayBuffer() : undefined;
    for (let redirects = 0; ; redirects += 1) {
      const response = await send(forgeFetch, request, body);
      const location = response.headers.get('location');
      if (!REDIRECT_STATUSES.has(response.status) || location === null) return response;
      if (request.redirect === 'manual') return response;
      if (request.redirect === 'error' || redirects >= MAX_REDIRECTS) throw unreachable('redirect');
      request = redirected(request, response.status, new URL(location, request.url));
      if (request.method === 'GET' || request.method === 'HEAD') body = undefined;
    }
  };
}

async function send(forgeFetch: ForgeFetch, request: Request, body: ArrayBuffer | undefined) {
  const { url, method, headers, signal } = request;
  const response = await forgeFetch({ type: 'egress' }, url, {
    method,
    headers,
    signal,
    ...(body && { body }),
  });
  if (response.headers.has(DOOR_HEADERS.egressRefused)) throw notAllowed(url);
  const networkError = response.headers.get(DOOR_HEADERS.networkError);
  if (networkError !== null) throw unreachable(networkError);
  Object.defineProperty(response, 'url', { value: url });
  return response;
}

/** A followed redirect, with the rules of the Fetch standard for the method and for credentials. */
function redirected(request: Request, status: number, url: URL): Request {
  const toGet = status === 303 || ((status === 301 || status === 302) && request.method === 'POST');
  const headers = new Headers(request.headers);
  if (url.origin !== new URL(request.url).origin) headers.delete('authorization');
  const { redirect, signal } = request;
  return new Request(url, { method: toGet ? 'GET' : request.method, headers, redirect, signal });
}

/** Same name, status and text as `ExternalEndpointNotAllowedError` of @forge/api. */
function notAllowed(url: string): Error {
  const error = new Error(
    `URL not included in the external fetch backend permissions: ${url}. Visit go.atlassian.com/forge-egress for more information.`,
  );
  return Object.assign(error, { name: 'REQUEST_EGRESS_ALLOWLIST_ERR', status: 403 });
}

function unreachable(code: string): TypeError {
  const cause = Object.assign(new Error(code), { code });
  return new TypeError('fetch failed', { cause });
}
