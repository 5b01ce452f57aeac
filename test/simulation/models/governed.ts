import { RateLimitedError } from '../../../src/domain/errors';
import type { Governor } from '../../../src/domain/ports/runtime';
import { rateLimited } from '../../../src/domain/rate-limited';
import { ALL_OF_JIRA, allOfAlign, type StandingLimits } from '../../../src/domain/standing-limits';
import type { Call, Invocation, Side } from '../engine/invocation';
import { SITE, type World } from '../world';

/** What no run may call any more, by the record that all of them share. */
function standing(world: World): StandingLimits {
  const row = world.store.rows.get('plain', 'standing-limits');
  return (row?.value as { limits: StandingLimits } | undefined)?.limits ?? {};
}

/** All of a side, and for Jira the endpoint, which the model tells by the name of the call. */
function namesOf(side: Side, call: Call<unknown>): { all: string; endpoint: string | null } {
  const endpoint = side === 'jira' ? `jira ${call.name.split(' ')[0] ?? ''}` : null;
  return { all: side === 'jira' ? ALL_OF_JIRA : allOfAlign(SITE), endpoint };
}

/**
 * Puts the real governor before every request of a run, where the two clients have it. P11: a run that began after a
 * limit was stored makes no request against it, and a limit that a side has named is stored.
 */
export function governed(run: Invocation, world: World, governor: Governor): void {
  if (!run.faulty) return;
  const began = standing(world);
  const fail = (what: string) => world.ledger.violate('P11 waiting is no attempt', what);
  run.beforeCall = async (side, call) => {
    const names = namesOf(side, call);
    for (const scope of ['all', 'endpoint'] as const) {
      const name = names[scope];
      if (name === null) continue;
      const waitSeconds = await governor.waitFor([name]);
      if (waitSeconds > 0) throw rateLimited(side, { scope, reason: null, waitSeconds });
      if (isHeld(began[name], world) && began[name] === standing(world)[name]) {
        fail(`run ${run.id} calls ${name} before ${String(began[name])}`);
      }
    }
  };
  run.afterRefusal = async (side, call, error) => {
    if (!(error instanceof RateLimitedError) || error.scope === 'issue') return;
    const name = namesOf(side, call)[error.scope];
    if (name === null) return;
    const failures = storageFailures(world);
    await governor.holdBack(name, error.retryAfterSeconds);
    if (!isHeld(standing(world)[name], world) && storageFailures(world) === failures) {
      fail(`${name} asks for ${error.retryAfterSeconds} s, and no run is told`);
    }
  };
}

/** Whether the limit stands for longer than the answer of storage may be under way. */
function isHeld(until: string | undefined, { scheduler }: World): boolean {
  return until !== undefined && Date.parse(until) > scheduler.now;
}

function storageFailures({ faults: { injected } }: World): number {
  const of = (fault: 'storage fails, no effect' | 'storage fails, effect') =>
    injected.get(fault) ?? 0;
  return of('storage fails, no effect') + of('storage fails, effect');
}
