import type { ProjectMapping } from '../contract/mapping';
import { ConfigurationError, TokenRefusedError } from '../domain/errors';
import type { Hint } from '../domain/hint';
import type { AlignPort } from '../domain/ports/align';
import type { RequestCount } from '../domain/ports/runtime';
import { rateLimited } from '../domain/rate-limited';
import type { Connection } from '../domain/settings';
import { ALL_OF_JIRA, allOfAlign } from '../domain/standing-limits';
import type { Dependencies } from './dependencies';

/** One reconcile: its hint, the connection, and when and after how many requests it began. */
export interface SyncContext {
  readonly deps: Dependencies;
  readonly hint: Hint;
  readonly connection: Connection;
  readonly align: AlignPort;
  /** How many tries of this hint have failed before. */
  readonly attempt: number;
  readonly startedAt: number;
  /** Requests made in this invocation before this reconcile. */
  readonly requestsBefore: RequestCount;
}

/** A reconcile within a mapped project. */
export interface ProjectContext extends SyncContext {
  readonly mapping: ProjectMapping;
}

/**
 * @throws ConfigurationError `NOT_CONNECTED`
 * @throws RateLimitedError while a side has asked to be left alone: a reconcile needs both
 * @throws TokenRefusedError when Align has refused the token before: no request is spent on it again
 */
export async function openSync(
  deps: Dependencies,
  hint: Hint,
  attempt: number,
): Promise<SyncContext> {
  const startedAt = deps.now();
  const requestsBefore = { ...deps.meter.count };
  const connection = await requireConnection(deps);
  if (connection.status === 'token-refused') {
    throw new TokenRefusedError('align', {
      code: 'ALIGN_TOKEN_REFUSED',
      message: `Jira Align (${connection.site}) did not accept the API token.`,
      remedy:
        'Enter a new API token on the Connection tab of the admin page. Everything that waits then goes on where it stopped.',
    });
  }
  await requireOpen(deps, connection);
  const align = await deps.align(connection);
  return { deps, hint, connection, align, attempt, startedAt, requestsBefore };
}

async function requireOpen({ governor }: Dependencies, { site }: Connection): Promise<void> {
  const names = { jira: ALL_OF_JIRA, align: allOfAlign(site) };
  for (const side of ['jira', 'align'] as const) {
    const waitSeconds = await governor.waitFor([names[side]]);
    if (waitSeconds > 0) throw rateLimited(side, { scope: 'all', reason: null, waitSeconds });
  }
}

/** @throws ConfigurationError `NOT_CONNECTED` */
export async function requireConnection(deps: Pick<Dependencies, 'settings'>): Promise<Connection> {
  const connection = await deps.settings.connection();
  if (connection === null || connection.status === 'disconnected') {
    throw new ConfigurationError({
      code: 'NOT_CONNECTED',
      message: 'The app is not connected to Jira Align.',
      remedy: 'Connect it on the Connection tab of the admin page.',
    });
  }
  return connection;
}
