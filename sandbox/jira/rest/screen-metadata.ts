import { mayOn, projectOf, visibleIssue, visibleProject } from '../world/access';
import { typesOf } from '../world/catalog';
import { maySet } from '../world/create-issue';
import { badRequest, notFound } from '../world/errors';
import type { ScreenName } from '../world/screens';
import type { Actor, Project } from '../world/model';
import { answer, pageBounds, type JiraApp, type JiraContext, type RestSite } from './context';
import { issueTypeJson, projectReference } from './representation/entities';
import { fieldMetadata } from './representation/field-metadata';

const MOST = 200;

/** /issue/createmeta and /issue/{issueIdOrKey}/editmeta: what the screens of a project take */
export function screenMetadataResources(app: JiraApp, site: RestSite): void {
  const { world, baseUrl } = site;
  const creatable = '/rest/api/3/issue/createmeta/:projectIdOrKey/issuetypes';

  app.get(creatable, (c) => {
    const bounds = boundsOf(c);
    const project = visibleProject(world.site, c.var.actor, c.req.param('projectIdOrKey'));
    const types = typesOf(project);
    const { startAt, maxResults } = bounds;
    const issueTypes = types
      .slice(startAt, startAt + maxResults)
      .map((type) => issueTypeJson(type, baseUrl));
    return answer(c, { ...bounds, total: types.length, issueTypes });
  });

  app.get(`${creatable}/:issueTypeId`, (c) => {
    const bounds = boundsOf(c);
    const project = visibleProject(world.site, c.var.actor, c.req.param('projectIdOrKey'));
    if (!typesOf(project).some(({ id }) => id === c.req.param('issueTypeId'))) {
      throw notFound('The issue type does not exist in this project.');
    }
    const all = [
      projectField(project, baseUrl),
      ...screenFields(site, c.var.actor, project, 'create'),
    ].map((metadata) => ({ ...metadata, fieldId: metadata.key }));
    const fields = all.slice(bounds.startAt, bounds.startAt + bounds.maxResults);
    return answer(c, { ...bounds, total: all.length, fields });
  });

  app.get('/rest/api/3/issue/:idOrKey/editmeta', (c) => {
    const issue = visibleIssue(world.site, c.var.actor, c.req.param('idOrKey'));
    const project = projectOf(world.state, issue);
    const fields = mayOn(world.site, c.var.actor, 'EDIT_ISSUES', issue)
      ? screenFields(site, c.var.actor, project, 'edit')
      : [];
    return answer(
      c,
      { fields: Object.fromEntries(fields.map((metadata) => [metadata.key, metadata])) },
      { core: 1 },
    );
  });
}

function boundsOf(c: JiraContext) {
  if (Number(c.req.query('maxResults') ?? 0) > MOST) {
    throw badRequest(`Parameter 'maxResults' must not exceed the limit '${MOST}'`);
  }
  return pageBounds(c, 50, MOST);
}

function screenFields(
  { world, baseUrl }: RestSite,
  actor: Actor,
  project: Project,
  screen: ScreenName,
) {
  const required = world.screens.required(project.key);
  return world.state.fields
    .filter(({ id }) => world.screens.has(project.key, screen, id))
    .filter(({ id }) => maySet(world.site, actor, project, id))
    .map((field) =>
      fieldMetadata(field, required.includes(field.id), { state: world.state, project, baseUrl }),
    );
}

function projectField(project: Project, baseUrl: string) {
  return {
    required: true,
    schema: { type: 'project', system: 'project' },
    name: 'Project',
    key: 'project',
    hasDefaultValue: false,
    operations: ['set'],
    allowedValues: [projectReference(project, baseUrl)],
  };
}
