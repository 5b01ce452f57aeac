import path from 'node:path';
import { type ForgeHost, type ForgeHostOptions, startForgeHost } from '../../sandbox/host';

export const FIXTURE_APP = path.join(__dirname, 'fixture-app');

/** Nobody listens here: a test that needs Jira starts its own. */
const NO_JIRA = 'http://127.0.0.1:1';

/** A host with the fixture app; schedules run only when a test asks. */
export function startFixture(options: Partial<ForgeHostOptions> = {}): Promise<ForgeHost> {
  return startForgeHost({
    appDir: FIXTURE_APP,
    jiraUrl: NO_JIRA,
    egress: {},
    schedules: { fiveMinute: 0, hour: 0 },
    quiet: true,
    ...options,
  });
}

/** Calls one function of the fixture's resolver. */
export async function call<T = unknown>(
  host: ForgeHost,
  functionKey: string,
  payload: unknown = {},
  accountId: string | undefined = 'someone',
): Promise<T> {
  const as = accountId === '' ? {} : { accountId };
  return (await host.invokeResolver('page', functionKey, payload, as)) as T;
}

/** Calls a method of the app's @forge/kvs; resolves to `{ok}` or `{failure}`. */
export function storage(host: ForgeHost, method: string, ...args: unknown[]) {
  return call<{ ok?: unknown; failure?: { code: string; status: number; message: string } }>(
    host,
    'storage',
    { method, args },
  );
}
