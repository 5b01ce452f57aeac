import type { JiraApp } from '../rest/context';
import type { PageSite } from './session';

/** What pages poll to learn that they are out of date. A deleted issue has version 0. */
export function versionRoute(app: JiraApp, { world }: PageSite): void {
  app.get('/version', (c) => {
    const issueId = c.req.query('issue');
    const version =
      issueId === undefined
        ? world.version
        : (world.state.issues.find(({ id }) => id === issueId)?.version ?? 0);
    return c.json({ version }, 200, { 'Cache-Control': 'no-store' });
  });
}
