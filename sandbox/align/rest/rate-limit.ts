import type { MiddlewareHandler } from 'hono';
import type { AlignWorld } from '../world/world';
import type { RestEnv } from './context';
import { HttpProblem } from './problem';

const WINDOW_MS = 60_000;

/**
 * Answers 429 with `Retry-After` (seconds) beyond the limit of requests in 60 s. The number 600 is
 * second-hand and the header is an assumption: neither is verified against a live site.
 */
export function rateLimit(world: AlignWorld): MiddlewareHandler<RestEnv> {
  let times: number[] = [];
  return async (_, next) => {
    const now = world.now();
    times = times.filter((time) => time > now - WINDOW_MS);
    const limit = world.limits.requestsPerMinute ?? Infinity;
    if (times.length >= limit) {
      const seconds = Math.max(1, Math.ceil(((times[0] ?? now) + WINDOW_MS - now) / 1000));
      throw new HttpProblem(429, `More than ${limit} requests a minute.`, [], {
        'Retry-After': String(seconds),
      });
    }
    times.push(now);
    await next();
  };
}
