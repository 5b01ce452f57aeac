import { PEOPLE, type Site } from '../../sandbox/site';
import { onEmptySite } from './empty-site';
import { perUnit, reset, type UnitCost } from './figures';
import { peakAppMemoryMb } from './peak-memory';

/** What a backfill of so many issues has cost. */
export interface BackfillCost {
  pairs: number;
  /** For each created pair. */
  perPair: UnitCost & {
    /** Points of reading, and of everything that is written. */
    readPoints: number;
    writePoints: number;
  };
  runs: number;
  seconds: number;
  /** Of the app's process; null where the system does not tell. */
  peakMemoryMb: number | null;
}

const MOBILE = '10002';

/** Fills a project with issues before it is mapped, and measures the backfill that pairs them. */
export async function measureBackfill(pairs: number): Promise<BackfillCost> {
  return onEmptySite(async (site) => {
    createIssues(site, pairs);
    const { mapping } = await site.admin('getMapping', { projectId: MOBILE });
    if (mapping === null) throw new Error('The demo world has no program for the project.');
    await site.admin('saveMapping', mapping);
    return run(site, pairs);
  });
}

/** As the app, whose own changes Forge does not tell it of: nothing but the backfill finds them. */
function createIssues({ jira }: Site, count: number): void {
  for (let n = 1; n <= count; n += 1) {
    jira.world.create(
      { accountId: PEOPLE.bo, viaApp: true },
      {
        project: 'MOB',
        type: n % 50 === 1 ? 'Epic' : n % 5 === 0 ? 'Bug' : 'Story',
        summary: `Issue ${n} of the benchmark`,
        description: 'As a **buyer** I want to pay.\n\n- by card\n- by invoice',
        labels: ['bench'],
        points: 3,
        assignee: PEOPLE.ana,
      },
    );
  }
}

async function run(site: Site, pairs: number): Promise<BackfillCost> {
  reset(site);
  const began = performance.now();
  const choices = { matchByTitle: false, includeAlign: false };
  await site.admin('startBackfill', { projectId: MOBILE, ...choices });
  await site.host.idle({ includeDelayed: true, timeoutMs: 60 * 60_000 });
  const seconds = Number(((performance.now() - began) / 1000).toFixed(1));
  const peakMemoryMb = peakAppMemoryMb();
  const { invocations } = site.host.usage();
  const isRead = ({ method, path }: { method: string; path: string }) =>
    method === 'GET' || /\/search\/(jql|approximate-count)$/.test(path);
  const points = (of: boolean) =>
    site.jira.requests
      .filter((request) => isRead(request) === of)
      .reduce((sum, request) => sum + request.points, 0);
  const perPair = {
    ...perUnit(site, pairs),
    readPoints: Number((points(true) / pairs).toFixed(2)),
    writePoints: Number((points(false) / pairs).toFixed(2)),
  };
  const view = await site.admin('getBackfill', { projectId: MOBILE });
  if (view.status !== 'done' || view.created !== pairs) {
    throw new Error(`The backfill came to ${JSON.stringify(view)}.`);
  }
  const runs = invocations.filter(({ functionKey }) => functionKey === 'backfill').length;
  return { pairs, perPair, runs, seconds, peakMemoryMb };
}
