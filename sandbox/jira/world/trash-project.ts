import { findProject } from './access';
import { forbidden, projectNotFound } from './errors';
import type { Actor } from './model';
import { holdsGlobally } from './permissions';
import { circumstances, type Site } from './site';

/**
 * Moves a project to the trash or restores it. Apps hear of the project and of none of its issues
 * (developer.atlassian.com/platform/forge/events-reference/jira: deletions do not cascade).
 * @throws {JiraError} 404 for no project, 403 for anybody but a Jira admin
 */
export function trashProject(site: Site, actor: Actor, key: string, deleted: boolean): void {
  const project = findProject(site.state, key);
  if (!project || project.deleted === deleted) throw projectNotFound(key);
  if (!holdsGlobally(site.state, 'ADMINISTER', actor.accountId)) {
    throw forbidden('You do not have permission to delete projects.');
  }
  project.deleted = deleted;
  site.touched();
  const kind = deleted ? 'softdeleted' : 'restored';
  site.announce({ kind, project, ...circumstances(actor, site.now()) });
}
