import { PEOPLE, type Site } from '../../sandbox/site';
import { polled } from '../../sandbox/settled';
import { addProject } from '../usecases/support/project';
import { onEmptySite } from './empty-site';
import { reset } from './figures';

/** What the app costs while nothing changes. */
export interface QuietCost {
  programs: number;
  /** Requests of one poll to Jira Align, and how many types it asks for. */
  poll: { alignRequests: number; types: number };
  /** Of the daily sweep, for 1,000 pairs. */
  sweep: { jiraPoints: number; jiraRequests: number; alignRequests: number };
}

/** Enough for several pages; more would only take longer. */
const PAIRS = 400;

/** Maps so many programs, pairs issues in one of them, and measures a poll and the daily sweep. */
export async function measureQuietHours(programs: number): Promise<QuietCost> {
  return onEmptySite(async (site) => {
    const types = new Set<string>();
    for (let n = 0; n < programs; n += 1) await map(site, types);
    await polled(site);
    reset(site);
    await site.host.runSchedule('poll-align');
    const alignRequests = site.align.requests.length;
    const sweep = await sweepCost(site);
    return { programs, poll: { alignRequests, types: types.size }, sweep };
  });
}

async function map(site: Site, types: Set<string>): Promise<{ key: string; id: string }> {
  const { id, key } = addProject(site);
  const { mapping } = await site.admin('getMapping', { projectId: id });
  if (mapping === null) throw new Error('No mapping was suggested.');
  await site.admin('saveMapping', mapping);
  for (const { alignType } of mapping.types) types.add(alignType);
  return { id, key };
}

async function sweepCost(site: Site): Promise<QuietCost['sweep']> {
  const { id, key } = await map(site, new Set());
  for (let n = 1; n <= PAIRS; n += 1) {
    const as = { accountId: PEOPLE.bo, viaApp: true };
    site.jira.world.create(as, { project: key, type: 'Story', summary: `Story ${n}` });
  }
  const choices = { matchByTitle: false, includeAlign: false };
  await site.admin('startBackfill', { projectId: id, ...choices });
  await site.host.idle({ includeDelayed: true, timeoutMs: 60_000 });
  reset(site);
  await site.host.runSchedule('upkeep');
  const bulk = site.jira.requests.filter(({ path }) => path.endsWith('/issue/bulkfetch'));
  const byIds = site.align.requests.filter(({ query }) => /\bid eq /.test(query.$filter ?? ''));
  const points = bulk.reduce((sum, request) => sum + request.points, 0);
  const perThousand = (figure: number) => Math.round((figure / PAIRS) * 1_000);
  return {
    jiraPoints: perThousand(points),
    jiraRequests: perThousand(bulk.length),
    alignRequests: perThousand(byIds.length),
  };
}
