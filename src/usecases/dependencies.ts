import type { AlignPort } from '../domain/ports/align';
import type { JiraPort } from '../domain/ports/jira';
import type { Clock, Governor, HintQueue, Log, NewId, RequestMeter } from '../domain/ports/runtime';
import type {
  AuditStore,
  CursorStore,
  PairStore,
  ParkedStore,
  PauseStore,
  PeopleStore,
  RemovalStore,
  SettingsStore,
  WorkflowStore,
} from '../domain/ports/store';
import type { Connection } from '../domain/settings';

/**
 * What the sync needs from outside, made anew for each invocation: Forge reuses processes across customers, so
 * nothing of one may outlive its invocation.
 */
export interface Dependencies {
  readonly now: Clock;
  readonly newId: NewId;
  /** A number from 0 to 1, to spread retries. */
  readonly random: () => number;
  readonly log: Log;
  readonly queue: HintQueue;
  readonly governor: Governor;
  readonly meter: RequestMeter;
  readonly pairs: PairStore;
  readonly audit: AuditStore;
  readonly parked: ParkedStore;
  readonly pauses: PauseStore;
  readonly removals: RemovalStore;
  readonly settings: SettingsStore;
  readonly cursors: CursorStore;
  readonly people: PeopleStore;
  readonly workflows: WorkflowStore;
  readonly jira: JiraPort;
  /** @throws ConfigurationError `NOT_CONNECTED` when there is no token */
  readonly align: (connection: Connection) => Promise<AlignPort>;
}

/** ISO 8601 of the clock's time. */
export function nowIso(deps: Pick<Dependencies, 'now'>): string {
  return new Date(deps.now()).toISOString();
}
