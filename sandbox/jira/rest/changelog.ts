import { visibleIssue } from '../world/access';
import { answer, pageBounds, pageOf, type JiraApp, type RestSite } from './context';
import { changeJson } from './representation/changelog';

const MOST = 100;

/** /issue/{issueIdOrKey}/changelog, oldest change first */
export function changelogResource(app: JiraApp, { world, baseUrl }: RestSite): void {
  app.get('/rest/api/3/issue/:idOrKey/changelog', (c) => {
    const issue = visibleIssue(world.site, c.var.actor, c.req.param('idOrKey'));
    const changes = issue.history.map((change) => changeJson(change, world.state, baseUrl));
    return answer(c, pageOf(c, baseUrl, changes, pageBounds(c, MOST, MOST)), { core: 1 });
  });
}
