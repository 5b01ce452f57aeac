import type { MiddlewareHandler } from 'hono';
import { parseJson } from './read-body';
import type { RestEnv } from './context';

/** One request to the REST API, kept for tests and figures. */
export interface LoggedRequest {
  method: string;
  /** Path without the query. */
  path: string;
  query: Record<string, string>;
  /** Parsed JSON body; undefined when there was none or it was not JSON. */
  body: unknown;
  /** Milliseconds since the epoch. */
  at: number;
  /** Status answered; 0 when the connection was dropped. */
  status: number;
}

/** Notes every request with the status it got. */
export function logRequests(log: LoggedRequest[], now: () => number): MiddlewareHandler<RestEnv> {
  return async (c, next) => {
    const { method, path } = c.req;
    const body = parseJson(await c.req.text());
    const entry: LoggedRequest = { method, path, query: c.req.query(), body, at: now(), status: 0 };
    log.push(entry);
    await next();
    entry.status = c.env.incoming.socket.destroyed ? 0 : c.res.status;
  };
}
