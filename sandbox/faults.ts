import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context, MiddlewareHandler } from 'hono';

/** Which request a fault waits for. An absent part matches everything. */
export interface FaultMatch {
  /** HTTP method, any case. */
  method?: string;
  /** Tested against the path without its query. */
  path?: RegExp;
}

/**
 * What goes wrong with a request. Either the connection is dropped, or `status` answers in place
 * of the server, or (with `delayMs` alone) the server answers late.
 */
export interface Fault {
  /** Status answered in place of the server, which never sees the request. */
  status?: number;
  /** Headers of that answer, for example `Retry-After` or `Location`. */
  headers?: Record<string, string>;
  /** Body of that answer, for example the HTML page of a proxy. */
  body?: string;
  /** The server does its work, then the connection closes without an answer. */
  dropAfterEffect?: boolean;
  /** The connection closes before the server sees the request. */
  dropBeforeEffect?: boolean;
  /** Milliseconds to wait before anything else. */
  delayMs?: number;
  /** How many matching requests this fault hits. Default 1. */
  times?: number;
}

interface Waiting {
  match: FaultMatch;
  fault: Fault;
  left: number;
}

/** Faults waiting for their requests. Of several that match, the one registered first strikes. */
export class Faults {
  private waiting: Waiting[] = [];

  /**
   * Registers a fault for the next request (or the next `times` requests) that match.
   * @throws {Error} when the fault asks for two outcomes that exclude each other, or for none
   */
  next(match: FaultMatch, fault: Fault): void {
    const outcomes = [
      fault.status !== undefined,
      fault.dropAfterEffect === true,
      fault.dropBeforeEffect === true,
    ].filter(Boolean).length;
    if (outcomes > 1) {
      throw new Error('A fault has one of status, dropAfterEffect and dropBeforeEffect, not more');
    }
    if (outcomes === 0 && fault.delayMs === undefined) {
      throw new Error('A fault needs a status, a dropped connection or a delay');
    }
    this.waiting.push({ match, fault, left: fault.times ?? 1 });
  }

  /** Forgets every fault that has not struck yet. */
  clear(): void {
    this.waiting = [];
  }

  /** The fault that strikes this request, if one waits for it. Using it up counts. */
  take(method: string, path: string): Fault | undefined {
    const found = this.waiting.find(({ match }) => matches(match, method, path));
    if (!found) return undefined;
    found.left -= 1;
    if (found.left <= 0) this.waiting = this.waiting.filter((other) => other !== found);
    return found.fault;
  }
}

/** Makes the waiting faults strike. Mount it before the routes they should hit. */
export function faultMiddleware(faults: Faults): MiddlewareHandler<{ Bindings: HttpBindings }> {
  return async (c, next) => {
    const fault = faults.take(c.req.method, c.req.path);
    if (!fault) return next();
    if (fault.delayMs) await new Promise((resolve) => setTimeout(resolve, fault.delayMs));
    if (fault.dropBeforeEffect) return drop(c);
    if (fault.status !== undefined) return answer(fault, fault.status);
    await next();
    if (fault.dropAfterEffect) {
      c.res = undefined;
      c.res = drop(c);
    }
  };
}

function matches(match: FaultMatch, method: string, path: string): boolean {
  if (match.method && match.method.toUpperCase() !== method.toUpperCase()) return false;
  // A global or sticky expression remembers where it stopped, which would skip every other request.
  if (match.path) match.path.lastIndex = 0;
  return match.path?.test(path) ?? true;
}

function drop(c: Context<{ Bindings: HttpBindings }>): Response {
  c.env.incoming.socket.destroy();
  return new Response(null, { headers: RESPONSE_ALREADY_SENT.headers });
}

const STATUSES_WITHOUT_BODY = [204, 205, 304];

function answer(fault: Fault, status: number): Response {
  const body = STATUSES_WITHOUT_BODY.includes(status) ? null : (fault.body ?? '');
  return new Response(body, { status, headers: fault.headers ?? {} });
}
