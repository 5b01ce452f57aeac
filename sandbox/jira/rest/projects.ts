import { visibleProject, visibleProjects } from '../world/access';
import { STATUSES, typesOf } from '../world/catalog';
import { jiraDate } from '../world/dates';
import { badRequest } from '../world/errors';
import type { Project } from '../world/model';
import type { ProjectPermission } from '../world/permissions';
import { findPerson } from '../world/site';
import { answer, pageBounds, pageOf, queryList, type JiraApp, type RestSite } from './context';
import { issueTypeJson, projectReference, statusJson, userJson } from './representation/entities';

const ACTIONS: Record<string, ProjectPermission> = {
  view: 'BROWSE_PROJECTS',
  browse: 'BROWSE_PROJECTS',
  edit: 'ADMINISTER_PROJECTS',
  create: 'CREATE_ISSUES',
};

/** /project */
export function projectResources(app: JiraApp, site: RestSite): void {
  const { world, baseUrl } = site;

  app.get('/rest/api/3/project/search', (c) => {
    const ids = queryList(c, 'id');
    const keys = queryList(c, 'keys');
    const words = (c.req.query('query') ?? '').toLowerCase();
    const action = c.req.query('action') ?? 'view';
    const permission = ACTIONS[action];
    if (!permission) throw badRequest(`'${action}' is not a project action.`);
    const typeKeys = queryList(c, 'typeKey');
    const orderBy = c.req.query('orderBy') ?? 'key';
    const matching = visibleProjects(world.site, c.var.actor)
      .filter(({ id }) => ids.length === 0 || ids.includes(id))
      .filter(({ key }) => keys.length === 0 || keys.includes(key))
      .filter(({ key, name }) => `${key} ${name}`.toLowerCase().includes(words))
      .filter(() => typeKeys.length === 0 || typeKeys.includes('software'))
      .filter(({ key }) => world.permissions.holds(c.var.actor.accountId, permission, key))
      .sort(ordering(orderBy));
    const expand = queryList(c, 'expand');
    const page = pageOf(c, baseUrl, matching, pageBounds(c, 50, 100));
    const values = page.values.map((project) => projectJson(project, site, expand));
    return answer(c, { ...page, values }, { core: values.length });
  });

  app.get('/rest/api/3/project/:idOrKey', (c) => {
    const project = visibleProject(world.site, c.var.actor, c.req.param('idOrKey'));
    const expand = ['description', 'lead', 'issueTypes', ...queryList(c, 'expand')];
    return answer(c, projectJson(project, site, expand), { core: 1 });
  });

  app.get('/rest/api/3/project/:idOrKey/statuses', (c) => {
    const project = visibleProject(world.site, c.var.actor, c.req.param('idOrKey'));
    const statuses = STATUSES.map((status) => statusJson(status, baseUrl));
    const body = typesOf(project).map((type) => {
      const { self, id, name, subtask } = issueTypeJson(type, baseUrl);
      return { self, id, name, subtask, statuses };
    });
    return answer(c, body, { core: 1 });
  });
}

function ordering(orderBy: string): (a: Project, b: Project) => number {
  const [, sign, property] = /^([+-]?)(key|name)$/.exec(orderBy) ?? [];
  if (!property) throw badRequest(`'${orderBy}' is not an order the sandbox knows (key, name).`);
  const by = property === 'name' ? 'name' : 'key';
  return (a, b) => (sign === '-' ? -1 : 1) * a[by].localeCompare(b[by]);
}

function projectJson(project: Project, { world, baseUrl }: RestSite, expand: readonly string[]) {
  const lead = findPerson(world.state, project.leadAccountId);
  const issues = world.state.issues.filter(({ projectId }) => projectId === project.id);
  const lastUpdate = Math.max(0, ...issues.map(({ updated }) => updated));
  return {
    expand: 'description,lead,issueTypes,url,projectKeys,permissions,insight',
    ...projectReference(project, baseUrl),
    ...(expand.includes('description') ? { description: project.description } : {}),
    ...(expand.includes('lead') && lead ? { lead: userJson(lead, baseUrl) } : {}),
    ...(expand.includes('issueTypes')
      ? { issueTypes: typesOf(project).map((type) => issueTypeJson(type, baseUrl)) }
      : {}),
    ...(expand.includes('insight')
      ? {
          insight: {
            totalIssueCount: issues.length,
            ...(lastUpdate > 0 ? { lastIssueUpdateTime: jiraDate(lastUpdate) } : {}),
          },
        }
      : {}),
    style: 'classic',
    isPrivate: false,
    properties: {},
  };
}
