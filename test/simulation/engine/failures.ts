import {
  ForbiddenError,
  RateLimitedError,
  TokenRefusedError,
  UnavailableError,
} from '../../../src/domain/errors';
import type { LimitScope } from '../../../src/domain/rate-limit';
import type { World } from '../world';
import type { Fault } from './faults';
import { TIME_OUT_MS, type Call } from './invocation';

/** How a call fails, and what becomes of what it asked for. */
export interface Failure {
  fault: string;
  error: Error;
  effect: 'none' | 'now' | 'later';
  /** How long the app waits before it learns of it. */
  afterMs?: number;
}

/** Draws whether a call fails. */
export function failureOf(call: Call<unknown>, world: World): Failure | null {
  if (call.target === 'kvs' || call.target === 'queue') return storageFailure(call, world);
  return sideFailure(call, call.target, world);
}

function sideFailure(
  { name, write, mayBeLate }: Call<unknown>,
  side: 'jira' | 'align',
  world: World,
): Failure | null {
  const { faults, random } = world;
  if (world.windows.outage[side] > world.scheduler.now) {
    return unavailable(side, write, `${side} outage`, 'none');
  }
  if (side === 'align' && world.windows.tokenRevoked) {
    return { fault: 'token revoked', error: tokenRefused(), effect: 'none' };
  }
  if (side === 'jira' && write && world.windows.jiraForbids > world.scheduler.now) {
    return { fault: 'jira forbids writing', error: forbidden(name), effect: 'none' };
  }
  if (faults.strikes(`${side} 429`)) {
    const seconds = random.pick([0.4, 1, 1, 5, 5, 30, 30, 60, 300, 1200]);
    // Align gives no reason, so that its limit stops all calls.
    const scope = side === 'align' ? 'all' : random.pick(['all', 'endpoint', 'issue'] as const);
    return { fault: `${side} 429`, error: rateLimited(side, seconds, scope), effect: 'none' };
  }
  if (faults.strikes(`${side} 5xx`)) return unavailable(side, write, `${side} 5xx`, 'none');
  if (faults.strikes(`${side} no answer, no effect`)) {
    const afterMs = random.chance(0.5) ? TIME_OUT_MS : 0;
    return { ...unavailable(side, write, `${side} no answer, no effect`, 'none'), afterMs };
  }
  if (!write) return null;
  const now: Fault = `${side} no answer, effect`;
  if (faults.strikes(now)) {
    const afterMs = random.chance(0.5) ? TIME_OUT_MS : 0;
    return { ...unavailable(side, write, now, 'now'), afterMs };
  }
  const later: Fault = `${side} no answer, effect later`;
  if (mayBeLate === true && faults.strikes(later)) return unavailable(side, write, later, 'later');
  return null;
}

function storageFailure({ write, target }: Call<unknown>, { faults }: World): Failure | null {
  const error = Object.assign(new Error('Storage is not available.'), {
    code: 'UNKNOWN',
    responseDetails: { status: 500 },
  });
  if (faults.strikes('storage fails, no effect')) {
    return { fault: `${target} fails, no effect`, error, effect: 'none' };
  }
  if (write && faults.strikes('storage fails, effect')) {
    return { fault: `${target} fails, effect`, error, effect: 'now' };
  }
  return null;
}

const words = { message: 'Simulated.', remedy: 'Wait.' };

function unavailable(
  side: 'jira' | 'align',
  write: boolean,
  fault: string,
  effect: Failure['effect'],
): Failure {
  const code = side === 'jira' ? 'JIRA_UNAVAILABLE' : 'ALIGN_UNAVAILABLE';
  return { fault, effect, error: new UnavailableError(side, { code, ...words }, write) };
}

function rateLimited(side: 'jira' | 'align', seconds: number, scope: LimitScope): RateLimitedError {
  const code = side === 'jira' ? 'JIRA_RATE_LIMITED' : 'ALIGN_RATE_LIMITED';
  return new RateLimitedError(side, { code, ...words }, seconds, scope);
}

function tokenRefused(): TokenRefusedError {
  return new TokenRefusedError('align', { code: 'ALIGN_TOKEN_REFUSED', ...words });
}

function forbidden(name: string): ForbiddenError {
  return new ForbiddenError('jira', {
    code: 'JIRA_FORBIDDEN',
    message: `Jira did not allow ${name}.`,
    remedy: 'Give the permission.',
  });
}
