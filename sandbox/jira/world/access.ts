import { issueNotFound, projectNotFound } from './errors';
import type { Actor, Issue, Project } from './model';
import { holds, type ProjectPermission } from './permissions';
import type { Site } from './site';
import type { JiraState } from './state';

/** The issue with this id or key (any case; one it had before a move too), whoever asks. */
export function findIssue(state: JiraState, idOrKey: string): Issue | undefined {
  const key = idOrKey.toUpperCase();
  return (
    state.issues.find((issue) => issue.id === idOrKey || issue.key === key) ??
    state.issues.find((issue) => issue.formerKeys.includes(key))
  );
}

/** The project with this id or key (any case), whoever asks. */
export function findProject(state: JiraState, idOrKey: string): Project | undefined {
  const key = idOrKey.toUpperCase();
  return state.projects.find((project) => project.id === idOrKey || project.key === key);
}

/**
 * The project an issue is in.
 * @throws {Error} when the state is broken: issues never outlive their project
 */
export function projectOf(state: JiraState, issue: Issue): Project {
  const project = state.projects.find(({ id }) => id === issue.projectId);
  if (!project) throw new Error(`${issue.key} is in no project`);
  return project;
}

/** Whether the actor holds the permission in the issue's project. An archived issue allows least. */
export function mayOn(site: Site, actor: Actor, permission: ProjectPermission, issue: Issue) {
  const reads = permission === 'BROWSE_PROJECTS' && site.quirks.archivedIssues === 'read-only';
  if (issue.archived && !reads) return false;
  return holds(site.state, projectOf(site.state, issue).key, permission, actor.accountId);
}

/**
 * The issue, if the actor may see it.
 * @throws {JiraError} 404, the same for a hidden issue as for none
 */
export function visibleIssue(site: Site, actor: Actor, idOrKey: string): Issue {
  const issue = findIssue(site.state, idOrKey);
  if (!issue || !mayOn(site, actor, 'BROWSE_PROJECTS', issue)) throw issueNotFound();
  return issue;
}

/**
 * The project, if the actor may see it.
 * @throws {JiraError} 404
 */
export function visibleProject(site: Site, actor: Actor, idOrKey: string): Project {
  const project = findProject(site.state, idOrKey);
  if (!project || !holds(site.state, project.key, 'BROWSE_PROJECTS', actor.accountId)) {
    throw projectNotFound(idOrKey);
  }
  return project;
}

/** Projects the actor may see, by key. */
export function visibleProjects(site: Site, actor: Actor): Project[] {
  return site.state.projects
    .filter(({ key }) => holds(site.state, key, 'BROWSE_PROJECTS', actor.accountId))
    .sort((a, b) => a.key.localeCompare(b.key));
}
