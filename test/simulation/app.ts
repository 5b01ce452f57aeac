import type { AlignAuth } from '../../src/contract/connection';
import { ConfigurationError } from '../../src/domain/errors';
import { auditStore } from '../../src/store/audit';
import { backfillStore } from '../../src/store/backfills';
import { cursorStore } from '../../src/store/cursors';
import { pairStore } from '../../src/store/pairs';
import { parkedStore } from '../../src/store/parked';
import { pauseStore } from '../../src/store/pauses';
import { peopleStore } from '../../src/store/people';
import { removalStore } from '../../src/store/removals';
import { settingsStore } from '../../src/store/settings';
import { standingLimitStore } from '../../src/store/standing-limits';
import type { Log } from '../../src/domain/ports/runtime';
import { governor } from '../../src/usecases/governor';
import { workflowStore } from '../../src/store/workflows';
import type { ConnectionDependencies } from '../../src/usecases/connection';
import type { BackfillDependencies } from '../../src/usecases/backfill/dependencies';
import type { Invocation } from './engine/invocation';
import { governed } from './models/governed';
import { jiraBulkOf } from './models/jira-bulk';
import { jiraSiteOf } from './models/jira-site';
import { kvsOf } from './models/kvs';
import { TOKEN, type World } from './world';

export type AppUnderTest = BackfillDependencies &
  Pick<ConnectionDependencies, 'jiraSite' | 'openAlign'>;

/** Wires one invocation of the real use cases and the real stores to the models, as `entry/composition.ts` to Forge. */
export function compose(world: World, run: Invocation): AppUnderTest {
  const kvs = kvsOf(world, run);
  const now = () => world.scheduler.now;
  const settings = settingsStore(kvs);
  const align = world.align.port(run);
  const log: Log = (level, event, details = {}) => {
    const line = JSON.stringify({ event, ...details });
    world.ledger.note(() => `   run ${run.id} ${level} ${line}`);
    if (line.includes(TOKEN)) world.ledger.violate('P13 secrets', `in a log line: ${event}`);
    if (level === 'error') world.ledger.violate('P14 nothing unforeseen', line);
  };
  const limits = governor({ store: standingLimitStore(kvs), now, log });
  governed(run, world, limits);
  const deps = {
    now,
    newId: () => `id-${run.id}-${world.scheduler.steps}`,
    random: () => world.random.next(),
    log,
    queue: world.queue.port(run),
    governor: limits,
    meter: { count: run.count },
    pairs: pairStore(kvs, now),
    audit: auditStore(kvs),
    parked: parkedStore(kvs),
    pauses: pauseStore(kvs),
    removals: removalStore(kvs),
    settings,
    cursors: cursorStore(kvs),
    people: peopleStore(kvs),
    workflows: workflowStore(kvs),
    jira: world.jira.port(run),
    jiraBulk: jiraBulkOf(world, run),
    backfills: backfillStore(kvs),
    jiraSite: jiraSiteOf(world, run),
    openAlign: (_site: string, _auth: AlignAuth) => align,
    async align() {
      if ((await settings.alignAuth()) === null) {
        throw new ConfigurationError({ code: 'NOT_CONNECTED', message: 'No token.', remedy: '' });
      }
      return align;
    },
  };
  return deps as unknown as AppUnderTest;
}
