import { visibleIssue } from '../world/access';
import { badRequest } from '../world/errors';
import { deleteProperty, getProperty, setProperty } from '../world/properties';
import { answer, readJson, readObject, type JiraApp, type RestSite } from './context';

const MOST_ISSUES = 100;

interface MultiProperties {
  issueID: number;
  properties: Record<string, unknown>;
}

/** /issue/{issueIdOrKey}/properties */
export function propertyResources(app: JiraApp, { world, baseUrl }: RestSite): void {
  const path = '/rest/api/3/issue/:idOrKey/properties';

  app.get(path, (c) => {
    const issue = visibleIssue(world.site, c.var.actor, c.req.param('idOrKey'));
    const keys = Object.keys(issue.properties).map((key) => ({
      self: `${baseUrl}/rest/api/3/issue/${issue.key}/properties/${encodeURIComponent(key)}`,
      key,
    }));
    return answer(c, { keys });
  });

  app.get(`${path}/:key`, (c) => {
    const key = c.req.param('key');
    const value = getProperty(world.site, c.var.actor, c.req.param('idOrKey'), key);
    return answer(c, { key, value });
  });

  app.put(`${path}/:key`, async (c) => {
    const value = await readJson(c);
    const { idOrKey, key } = c.req.param();
    const isNew = setProperty(world.site, c.var.actor, idOrKey, key, value);
    return c.body(null, isNew ? 201 : 200);
  });

  app.post('/rest/api/3/issue/properties/multi', async (c) => {
    const { issues } = await readObject(c);
    if (!Array.isArray(issues) || issues.length === 0 || issues.length > MOST_ISSUES) {
      throw badRequest(`Between 1 and ${MOST_ISSUES} issues must be given.`);
    }
    // Jira does this in a task of its own and passes over an issue that cannot be found; here it is done at once.
    for (const { issueID, properties } of issues as MultiProperties[]) {
      if (!world.has(String(issueID))) continue;
      for (const [key, value] of Object.entries(properties)) {
        setProperty(world.site, c.var.actor, String(issueID), key, value);
      }
    }
    return c.body(null, 303, { Location: `${baseUrl}/rest/api/3/task/1` });
  });

  app.delete(`${path}/:key`, (c) => {
    deleteProperty(world.site, c.var.actor, c.req.param('idOrKey'), c.req.param('key'));
    return c.body(null, 204);
  });
}
