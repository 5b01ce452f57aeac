import { SERVICE_ACCOUNT } from '../../sandbox/set-up';
import { startSite, type Site } from '../../sandbox/site';

/** Measures on a site of its own that is connected and has no items of the demo. */
export async function onEmptySite<T>(measure: (site: Site) => Promise<T>): Promise<T> {
  const site = await startSite({
    schedules: { fiveMinute: 0, hour: 0 },
    quiet: true,
    empty: true,
    timeScale: 60,
  });
  try {
    // What a site allows is not measured here, but what the app asks of it.
    delete site.align.world.limits.requestsPerMinute;
    await site.admin('saveConnection', SERVICE_ACCOUNT);
    return await measure(site);
  } finally {
    await site.stop();
  }
}
