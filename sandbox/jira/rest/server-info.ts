import { jiraDate } from '../world/dates';
import { answer, type JiraApp, type RestSite } from './context';

/** /serverInfo */
export function serverInfoResource(app: JiraApp, { world, baseUrl }: RestSite): void {
  app.get('/rest/api/3/serverInfo', (c) =>
    answer(c, {
      baseUrl,
      displayUrl: baseUrl,
      version: '1001.0.0-SNAPSHOT',
      versionNumbers: [1001, 0, 0],
      deploymentType: 'Cloud',
      buildNumber: 100_300,
      buildDate: '2026-06-10T00:00:00.000+0000',
      serverTime: jiraDate(world.site.now()),
      scmInfo: 'sandbox',
      serverTitle: 'Jira',
      defaultLocale: { locale: 'en_US' },
    }),
  );
}
