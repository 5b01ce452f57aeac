import { visibleIssue, visibleProject, projectOf } from '../world/access';
import { badRequest, JiraError, forbidden } from '../world/errors';
import { isRecord } from '../world/fields/kind';
import {
  GLOBAL_PERMISSIONS,
  isGlobalPermission,
  isProjectPermission,
  PROJECT_PERMISSIONS,
} from '../world/permissions';
import type { JiraWorld } from '../world/world';
import {
  answer,
  queryList,
  readObject,
  stringList,
  type JiraApp,
  type JiraContext,
  type RestSite,
} from './context';

/** /mypermissions and /permissions/check */
export function permissionResources(app: JiraApp, { world }: RestSite): void {
  app.get('/rest/api/3/mypermissions', (c) => {
    const keys = queryList(c, 'permissions');
    if (keys.length === 0) {
      throw badRequest("The 'permissions' query parameter is required.");
    }
    refuseUnknown(keys.filter((key) => !isGlobalPermission(key) && !isProjectPermission(key)));
    const projects = contextProjects(c, world);
    const permissions = Object.fromEntries(
      keys.map((key) => [key, permissionJson(key, world, c.var.actor.accountId, projects)]),
    );
    return answer(c, { permissions }, { identity: keys.length });
  });

  app.post('/rest/api/3/permissions/check', async (c) => {
    const body = await readObject(c);
    const accountId = String(body.accountId ?? c.var.actor.accountId);
    const isSelf = accountId === c.var.actor.accountId;
    if (!isSelf && !world.permissions.holdsGlobally(c.var.actor.accountId, 'ADMINISTER')) {
      throw forbidden('Only Jira administrators can perform this operation.');
    }
    const globals = stringList(body.globalPermissions, 'globalPermissions');
    refuseUnknown(globals.filter((key) => !isGlobalPermission(key)));
    const globalPermissions = globals.filter(
      (key) => isGlobalPermission(key) && world.permissions.holdsGlobally(accountId, key),
    );
    const asked = Array.isArray(body.projectPermissions) ? body.projectPermissions : [];
    const projectPermissions = asked.flatMap((entry: unknown) => grants(entry, world, accountId));
    const identity = globals.length + projectPermissions.length;
    return answer(c, { globalPermissions, projectPermissions }, { identity });
  });
}

function refuseUnknown(keys: readonly string[]): void {
  if (keys.length === 0) return;
  throw new JiraError(
    400,
    [],
    Object.fromEntries(keys.map((key) => [key, 'Unrecognized permission'])),
  );
}

/** The project the question is about, or every project: then holding it anywhere counts. */
function contextProjects(c: JiraContext, world: JiraWorld): string[] {
  const project = c.req.query('projectKey') ?? c.req.query('projectId');
  const issue = c.req.query('issueKey') ?? c.req.query('issueId');
  if (issue !== undefined) {
    return [projectOf(world.state, visibleIssue(world.site, c.var.actor, issue)).key];
  }
  if (project !== undefined) return [visibleProject(world.site, c.var.actor, project).key];
  return world.state.projects.map(({ key }) => key);
}

function permissionJson(
  key: string,
  world: JiraWorld,
  accountId: string,
  projects: readonly string[],
) {
  if (isGlobalPermission(key)) {
    const havePermission = world.permissions.holdsGlobally(accountId, key);
    return { key, type: 'GLOBAL', ...GLOBAL_PERMISSIONS[key], havePermission };
  }
  const known = isProjectPermission(key) ? key : undefined;
  const havePermission = projects.some(
    (project) => known !== undefined && world.permissions.holds(accountId, known, project),
  );
  return { key, type: 'PROJECT', ...(known ? PROJECT_PERMISSIONS[known] : {}), havePermission };
}

function grants(entry: unknown, world: JiraWorld, accountId: string) {
  if (!isRecord(entry)) throw badRequest("'projectPermissions' must hold objects.");
  const permissions = stringList(entry.permissions, 'permissions');
  if (permissions.length === 0) {
    throw badRequest('At least one project permission must be provided.');
  }
  refuseUnknown(permissions.filter((key) => !isProjectPermission(key)));
  const holdsIn = (permission: string, projectId: string) => {
    const project = world.state.projects.find(({ id }) => id === projectId);
    return (
      project !== undefined &&
      isProjectPermission(permission) &&
      world.permissions.holds(accountId, permission, project.key)
    );
  };
  const projectIds = stringList(entry.projects, 'projects');
  const issueIds = stringList(entry.issues, 'issues');
  return permissions.map((permission) => ({
    permission,
    projects: projectIds.filter((id) => holdsIn(permission, id)).map(Number),
    issues: issueIds
      .filter((issueId) => {
        const issue = world.state.issues.find(({ id }) => id === issueId);
        return issue !== undefined && holdsIn(permission, issue.projectId);
      })
      .map(Number),
  }));
}
