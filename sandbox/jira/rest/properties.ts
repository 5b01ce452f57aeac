import { visibleIssue } from '../world/access';
import { deleteProperty, getProperty, setProperty } from '../world/properties';
import { answer, readJson, type JiraApp, type RestSite } from './context';

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

  app.delete(`${path}/:key`, (c) => {
    deleteProperty(world.site, c.var.actor, c.req.param('idOrKey'), c.req.param('key'));
    return c.body(null, 204);
  });
}
