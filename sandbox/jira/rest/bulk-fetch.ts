import { findIssue, mayOn } from '../world/access';
import { badRequest } from '../world/errors';
import { answer, readObject, stringList, type JiraApp, type RestSite } from './context';
import { issueJson } from './representation/issue';

const MOST = 100;

/** /issue/bulkfetch */
export function bulkFetchResource(app: JiraApp, { world, baseUrl }: RestSite): void {
  app.post('/rest/api/3/issue/bulkfetch', async (c) => {
    const body = await readObject(c);
    const asked = [...new Set(stringList(body.issueIdsOrKeys, 'issueIdsOrKeys'))];
    if (asked.length === 0 || asked.length > MOST) {
      throw badRequest(`Between 1 and ${MOST} issue IDs or keys must be given.`);
    }
    const parts = {
      fields: stringList(body.fields, 'fields'),
      expand: stringList(body.expand, 'expand'),
      properties: stringList(body.properties, 'properties'),
    };
    const found = asked.flatMap((idOrKey) => {
      const issue = findIssue(world.state, idOrKey);
      return issue && mayOn(world.site, c.var.actor, 'BROWSE_PROJECTS', issue) ? [issue] : [];
    });
    const missing = asked.filter(
      (idOrKey) => !found.some(({ id, key }) => id === idOrKey || key === idOrKey.toUpperCase()),
    );
    const issues = found.map((issue) => issueJson(issue, world.state, baseUrl, parts));
    const issueErrors = missing.map((id) => ({
      id,
      errorMessage: 'Issue does not exist or you do not have permission to see it.',
    }));
    return answer(c, { issues, issueErrors }, { core: issues.length });
  });
}
