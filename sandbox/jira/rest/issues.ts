import { visibleIssue } from '../world/access';
import { createIssue } from '../world/create-issue';
import { deleteIssue } from '../world/delete-issue';
import { editIssue } from '../world/edit-issue';
import { forbidden } from '../world/errors';
import { answer, queryList, readObject, type JiraApp, type RestSite } from './context';
import { readUpdate } from './issue-update';
import { issueJson } from './representation/issue';

/** /issue and /issue/{issueIdOrKey} */
export function issueResources(app: JiraApp, { world, baseUrl }: RestSite): void {
  app.post('/rest/api/3/issue', async (c) => {
    const issue = createIssue(world.site, c.var.actor, readUpdate(await readObject(c)));
    const { id, key } = issue;
    return answer(c, { id, key, self: `${baseUrl}/rest/api/3/issue/${id}` }, {}, 201);
  });

  app.get('/rest/api/3/issue/:idOrKey', (c) => {
    const issue = visibleIssue(world.site, c.var.actor, c.req.param('idOrKey'));
    const parts = {
      fields: queryList(c, 'fields'),
      expand: queryList(c, 'expand'),
      properties: queryList(c, 'properties'),
    };
    return answer(c, issueJson(issue, world.state, baseUrl, parts), { core: 1 });
  });

  app.put('/rest/api/3/issue/:idOrKey', async (c) => {
    for (const override of ['overrideScreenSecurity', 'overrideEditableFlag']) {
      if (c.req.query(override) === 'true') {
        throw forbidden(`You do not have permission to use ${override}.`);
      }
    }
    const update = readUpdate(await readObject(c));
    const issue = editIssue(world.site, c.var.actor, c.req.param('idOrKey'), update);
    if (c.req.query('returnIssue') !== 'true') return c.body(null, 204);
    const parts = { fields: [], expand: queryList(c, 'expand'), properties: [] };
    return answer(c, issueJson(issue, world.state, baseUrl, parts));
  });

  app.delete('/rest/api/3/issue/:idOrKey', (c) => {
    const deleteSubtasks = c.req.query('deleteSubtasks') === 'true';
    deleteIssue(world.site, c.var.actor, c.req.param('idOrKey'), { deleteSubtasks });
    return c.body(null, 204);
  });
}
