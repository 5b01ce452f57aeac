import { visibleProject } from '../world/access';
import { typesOf } from '../world/catalog';
import { badRequest } from '../world/errors';
import { answer, type JiraApp, type RestSite } from './context';
import { issueTypeJson } from './representation/entities';

/** /issuetype/project */
export function issueTypeResource(app: JiraApp, { world, baseUrl }: RestSite): void {
  app.get('/rest/api/3/issuetype/project', (c) => {
    const projectId = c.req.query('projectId') ?? '';
    if (!/^\d+$/.test(projectId)) throw badRequest("The 'projectId' must be a number.");
    const project = visibleProject(world.site, c.var.actor, projectId);
    const level = c.req.query('level');
    const types = typesOf(project).filter(
      ({ hierarchyLevel }) => level === undefined || String(hierarchyLevel) === level,
    );
    return answer(
      c,
      types.map((type) => issueTypeJson(type, baseUrl)),
    );
  });
}
