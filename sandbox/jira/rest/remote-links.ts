import { visibleIssue } from '../world/access';
import { badRequest } from '../world/errors';
import type { Issue, RemoteLink } from '../world/model';
import { deleteRemoteLink, findRemoteLink, putRemoteLink } from '../world/remote-links';
import { answer, readJson, type JiraApp, type RestSite } from './context';

/** /issue/{issueIdOrKey}/remotelink */
export function remoteLinkResources(app: JiraApp, { world, baseUrl }: RestSite): void {
  const path = '/rest/api/3/issue/:idOrKey/remotelink';
  const self = (issue: Issue, id: number) =>
    `${baseUrl}/rest/api/3/issue/${issue.key}/remotelink/${id}`;
  const linkJson = (issue: Issue, { id, ...body }: RemoteLink) => ({
    id,
    self: self(issue, id),
    ...body,
    object: { icon: {}, status: { icon: {} }, ...body.object },
  });

  app.get(path, (c) => {
    const issue = visibleIssue(world.site, c.var.actor, c.req.param('idOrKey'));
    const globalId = c.req.query('globalId');
    const body =
      globalId === undefined
        ? issue.links.map((link) => linkJson(issue, link))
        : linkJson(issue, findRemoteLink(issue, { globalId }));
    return answer(c, body);
  });

  app.post(path, async (c) => {
    const idOrKey = c.req.param('idOrKey');
    const body = await readJson(c);
    const { link, isNew } = putRemoteLink(world.site, c.var.actor, idOrKey, body);
    const issue = visibleIssue(world.site, c.var.actor, idOrKey);
    return answer(c, { id: link.id, self: self(issue, link.id) }, {}, isNew ? 201 : 200);
  });

  app.delete(path, (c) => {
    const globalId = c.req.query('globalId');
    if (!globalId) throw badRequest("The 'globalId' query parameter is required.");
    deleteRemoteLink(world.site, c.var.actor, c.req.param('idOrKey'), { globalId });
    return c.body(null, 204);
  });

  app.get(`${path}/:linkId`, (c) => {
    const issue = visibleIssue(world.site, c.var.actor, c.req.param('idOrKey'));
    const link = findRemoteLink(issue, { id: linkId(c.req.param('linkId')) });
    return answer(c, linkJson(issue, link));
  });

  app.delete(`${path}/:linkId`, (c) => {
    const id = linkId(c.req.param('linkId'));
    deleteRemoteLink(world.site, c.var.actor, c.req.param('idOrKey'), { id });
    return c.body(null, 204);
  });
}

function linkId(text: string): string {
  if (!/^\d+$/.test(text)) throw badRequest(`The remote issue link ID '${text}' is not valid.`);
  return text;
}
