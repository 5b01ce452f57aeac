import { deleteIssueLink, linkIssues, visibleIssueLink } from '../world/issue-links';
import { answer, readObject, type JiraApp, type RestSite } from './context';
import { issueLinkJson } from './representation/issue-links';

/** /issueLink */
export function issueLinkResources(app: JiraApp, { world, baseUrl }: RestSite): void {
  app.post('/rest/api/3/issueLink', async (c) => {
    const { type, inwardIssue, outwardIssue } = await readObject(c);
    linkIssues(world.site, c.var.actor, type, inwardIssue, outwardIssue);
    return c.body(null, 201);
  });

  app.get('/rest/api/3/issueLink/:linkId', (c) => {
    const link = visibleIssueLink(world.site, c.var.actor, c.req.param('linkId'));
    return answer(c, issueLinkJson(link, world.state, baseUrl), { core: 1 });
  });

  app.delete('/rest/api/3/issueLink/:linkId', (c) => {
    deleteIssueLink(world.site, c.var.actor, c.req.param('linkId'));
    return c.body(null, 204);
  });
}
