import type { HttpBindings } from '@hono/node-server';
import type { Context, Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { CountedObjects } from '../points';
import { badRequest } from '../world/errors';
import { isRecord } from '../world/fields/kind';
import type { Actor } from '../world/model';
import type { JiraWorld } from '../world/world';

export interface JiraEnv {
  Bindings: HttpBindings;
  Variables: {
    /** Who the request acts as. */
    actor: Actor;
    /** What the answer holds that costs points. */
    counted: CountedObjects;
  };
}

export type JiraApp = Hono<JiraEnv>;
export type JiraContext = Context<JiraEnv>;

/** What every REST resource needs. */
export interface RestSite {
  world: JiraWorld;
  /** Address of the stand-in, in place of https://acme.atlassian.net. */
  baseUrl: string;
}

/** Answers with JSON and the objects that it holds, for the points. */
export function answer(
  c: JiraContext,
  body: unknown,
  counted: CountedObjects = {},
  status: ContentfulStatusCode = 200,
): Response {
  c.set('counted', counted);
  return c.body(JSON.stringify(body), status, {
    'Content-Type': 'application/json;charset=UTF-8',
  });
}

/**
 * The JSON of a request's body.
 * @throws {JiraError} 400 when it is not JSON
 */
export async function readJson(c: JiraContext): Promise<unknown> {
  try {
    return JSON.parse(await c.req.text());
  } catch {
    throw badRequest('There was an error parsing JSON. Check that your request body is valid.');
  }
}

/**
 * The JSON object of a request's body.
 * @throws {JiraError} 400 for anything else
 */
export async function readObject(c: JiraContext): Promise<Record<string, unknown>> {
  const body = await readJson(c);
  if (!isRecord(body))
    throw badRequest('Invalid request payload. Refer to the REST API documentation and try again.');
  return body;
}

/** Values of a query parameter that may be repeated and hold commas. */
export function queryList(c: JiraContext, name: string): string[] {
  return (c.req.queries(name) ?? [])
    .flatMap((value) => value.split(','))
    .map((value) => value.trim())
    .filter(Boolean);
}

/** A list in a body: strings, or none when the property is absent. */
export function stringList(value: unknown, name: string): string[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value.map(String);
  throw badRequest(`'${name}' must be a list.`);
}

/** Bounds of a page. */
export interface PageBounds {
  startAt: number;
  maxResults: number;
}

/**
 * `startAt` and `maxResults` of a request.
 * @throws {JiraError} 400 for anything but whole numbers
 */
export function pageBounds(c: JiraContext, byDefault: number, most: number): PageBounds {
  const read = (name: string, otherwise: number) => {
    const text = c.req.query(name);
    if (text === undefined) return otherwise;
    if (!/^\d+$/.test(text)) throw badRequest(`Parameter '${name}' must be a whole number.`);
    return Number(text);
  };
  return {
    startAt: read('startAt', 0),
    maxResults: Math.min(read('maxResults', byDefault), most),
  };
}

/** A page of a list in the envelope that most paginated resources share. */
export function pageOf<T>(c: JiraContext, baseUrl: string, all: readonly T[], bounds: PageBounds) {
  const { startAt, maxResults } = bounds;
  const values = all.slice(startAt, startAt + maxResults);
  const isLast = startAt + values.length >= all.length;
  const { pathname, search } = new URL(c.req.url);
  const at = (start: number) => {
    const query = new URLSearchParams(search);
    query.set('startAt', String(start));
    query.set('maxResults', String(maxResults));
    return `${baseUrl}${pathname}?${query}`;
  };
  return {
    self: at(startAt),
    ...(isLast ? {} : { nextPage: at(startAt + values.length) }),
    maxResults,
    startAt,
    total: all.length,
    isLast,
    values,
  };
}
