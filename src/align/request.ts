import type { AlignAuth } from '../contract/connection';
import type { Clock, Governor, RequestCount } from '../domain/ports/runtime';
import { alignRateLimit } from '../domain/rate-limit';
import { rateLimited } from '../domain/rate-limited';
import { allOfAlign } from '../domain/standing-limits';
import { alignError, alignUnreachable, notAlign } from './errors';

/** The part of a `fetch` answer that is used. */
export interface AlignResponse {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  text(): Promise<string>;
}

export type AlignFetch = (
  url: string,
  init: {
    method: string;
    headers: Record<string, string>;
    body?: string;
    redirect: 'manual';
    signal: AbortSignal;
  },
) => Promise<AlignResponse>;

export interface AlignClient {
  readonly fetch: AlignFetch;
  /** Host only, already checked: see `parseAlignSite`. */
  readonly site: string;
  readonly auth: AlignAuth;
  readonly count: RequestCount;
  readonly now: Clock;
  readonly governor: Governor;
}

export interface AlignCall {
  /** Below `/rest/align/api/2/`, with its query. */
  path: string;
  method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  body?: unknown;
  /** Of the body; `application/json` when absent. */
  contentType?: string;
  allow?: readonly number[];
}

export interface AlignAnswer {
  status: number;
  /** Parsed JSON; undefined for an empty body. */
  body: unknown;
  location: string | null;
}

const TIMEOUT_MS = 30_000;

/** A page of 100 items with long descriptions stays far below this. */
const MAX_CHARACTERS = 20_000_000;

/**
 * @throws the domain's errors, see `alignError`. Redirects are never followed: a token must not leave the site.
 */
export async function callAlign(client: AlignClient, call: AlignCall): Promise<AlignAnswer> {
  const method = call.method ?? 'GET';
  await requireFree(client);
  client.count.align += 1;
  let response: AlignResponse;
  let text: string;
  try {
    response = await client.fetch(`https://${client.site}/rest/align/api/2/${call.path}`, {
      method,
      headers: {
        Accept: 'application/json',
        Authorization: authorization(client.auth),
        ...(call.body === undefined
          ? {}
          : { 'Content-Type': call.contentType ?? 'application/json' }),
      },
      ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    text = await response.text();
  } catch (cause) {
    throw alignUnreachable(client.site, method, cause);
  }
  const { status } = response;
  const success = status >= 200 && status < 300;
  if (!success && call.allow?.includes(status) !== true) {
    if (status === 429) throw await limited(client, response);
    throw alignError(client.site, method, status, text);
  }
  return {
    status,
    body: success ? parseBody(client.site, method, response, text) : undefined,
    location: response.headers.get('location'),
  };
}

/** @throws RateLimitedError without a request, as long as the site has asked to be left alone */
async function requireFree({ governor, site }: AlignClient): Promise<void> {
  const waitSeconds = await governor.waitFor([allOfAlign(site)]);
  if (waitSeconds > 0) throw rateLimited('align', { scope: 'all', reason: null, waitSeconds });
}

async function limited({ governor, site, now }: AlignClient, { headers }: AlignResponse) {
  const limit = alignRateLimit(headers, now());
  await governor.holdBack(allOfAlign(site), limit.waitSeconds);
  return rateLimited('align', limit);
}

function parseBody(site: string, method: string, response: AlignResponse, text: string): unknown {
  if (text.trim() === '') return undefined;
  if (text.length > MAX_CHARACTERS) throw notAlign(site, method, 'it is too large');
  try {
    return JSON.parse(text);
  } catch (cause) {
    const type = response.headers.get('content-type') ?? '';
    throw notAlign(
      site,
      method,
      type.includes('html') ? 'it is a web page' : 'it is not JSON',
      cause,
    );
  }
}

/**
 * A personal token goes as `bearer user:<uid>|<secret>`, an Atlassian API token as basic authentication with the
 * e-mail address (Jira Align help, "Getting started with the REST API 2.0"; the second form is documented for the
 * API's own pages, and its use for data calls is not verified against a live site).
 */
function authorization(auth: AlignAuth): string {
  if (auth.kind === 'personal') return `bearer ${auth.token}`;
  return `Basic ${Buffer.from(`${auth.email}:${auth.token}`).toString('base64')}`;
}
