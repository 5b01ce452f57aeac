import { randomUUID } from 'node:crypto';
import api, { fetch } from '@forge/api';
import { kvs } from '@forge/kvs';
import { align, type AlignFetch } from '../align';
import type { AlignAuth } from '../contract/connection';
import { ConfigurationError } from '../domain/errors';
import type { RequestCount } from '../domain/ports/runtime';
import type { Connection } from '../domain/settings';
import { bulk, jira, jiraSite, type JiraClient } from '../jira';
import { auditStore } from '../store/audit';
import { backfillStore } from '../store/backfills';
import { cursorStore } from '../store/cursors';
import { pairStore } from '../store/pairs';
import { parkedStore } from '../store/parked';
import { pauseStore } from '../store/pauses';
import { peopleStore } from '../store/people';
import { removalStore } from '../store/removals';
import { settingsStore } from '../store/settings';
import { standingLimitStore } from '../store/standing-limits';
import { workflowStore } from '../store/workflows';
import type { BackfillDependencies } from '../usecases/backfill/dependencies';
import type { ConnectionDependencies } from '../usecases/connection';
import type { ImportDependencies } from '../usecases/import-connector';
import type { CustomFieldDependencies } from '../usecases/list-custom-fields';
import type { PeopleDependencies } from '../usecases/people-table';
import { governor as sharedGovernor } from '../usecases/governor';
import { backfillQueue } from './backfill-queue';
import { hintQueue } from './hint-queue';
import { log } from './log';

/** Everything a use case may need, wired to Forge. */
export type Composition = BackfillDependencies &
  ConnectionDependencies &
  CustomFieldDependencies &
  PeopleDependencies &
  ImportDependencies;

/** Wires one invocation. Made anew for each: nothing of one customer may be seen by the next. */
export function compose(): Composition {
  const count: RequestCount = { jira: 0, jiraPoints: 0, align: 0 };
  const budget = { near: false };
  const now = () => Date.now();
  const settings = settingsStore(kvs);
  const governor = sharedGovernor({ store: standingLimitStore(kvs), now, log });
  const asApp: JiraClient = {
    request: (target, init) => api.asApp().requestJira(target, init),
    count,
    now,
    governor,
    budget,
  };
  const openAlign = (site: string, auth: AlignAuth) =>
    align({ fetch: fetch as unknown as AlignFetch, site, auth, count, now, governor });
  const open = async ({ site }: Connection) => {
    const auth = await settings.alignAuth();
    if (auth === null) throw tokenMissing();
    return openAlign(site, auth);
  };
  return {
    now,
    newId: randomUUID,
    random: Math.random,
    log,
    queue: hintQueue(now),
    governor,
    meter: {
      count,
      get nearLimit() {
        return budget.near;
      },
    },
    pairs: pairStore(kvs, now),
    audit: auditStore(kvs),
    parked: parkedStore(kvs),
    pauses: pauseStore(kvs),
    removals: removalStore(kvs),
    settings,
    cursors: cursorStore(kvs),
    people: peopleStore(kvs),
    workflows: workflowStore(kvs),
    jira: jira(asApp),
    jiraPeople: jira(asApp),
    jiraSite: jiraSite(asApp),
    jiraBulk: bulk(asApp),
    backfills: backfillStore(kvs),
    backfillQueue: backfillQueue(),
    openAlign,
    align: open,
    alignTwins: open,
    alignPeople: open,
    alignConnectors: open,
    alignCustomFields: open,
  };
}

/** Jira as the person who called. */
export function asCaller(count: RequestCount): JiraClient {
  const now = () => Date.now();
  return { request: (target, init) => api.asUser().requestJira(target, init), count, now };
}

function tokenMissing(): ConfigurationError {
  return new ConfigurationError({
    code: 'NOT_CONNECTED',
    message: 'The app has no API token of Jira Align.',
    remedy: 'Connect Jira Align on the Connection tab of the admin page.',
  });
}
