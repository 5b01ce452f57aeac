import { findIssue, projectOf } from './access';
import { forbidden, issueNotFound } from './errors';
import type { Actor } from './model';
import { holds } from './permissions';
import type { Site } from './site';

/**
 * Puts an issue into the archive or takes it out again. Searches pass over an archived one. Whether
 * a live site tells apps of it is not verified; the sandbox does not.
 * @throws {JiraError} 404 when there is none, 403 without Administer Projects
 */
export function archiveIssue(site: Site, actor: Actor, idOrKey: string, archived: boolean): void {
  const issue = findIssue(site.state, idOrKey);
  if (!issue) throw issueNotFound();
  const { key } = projectOf(site.state, issue);
  if (!holds(site.state, key, 'ADMINISTER_PROJECTS', actor.accountId)) {
    throw forbidden('You do not have permission to archive issues in this project.');
  }
  issue.archived = archived;
  site.changed(issue);
}
