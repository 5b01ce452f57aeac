import { mayOn, visibleIssue } from './access';
import { announceEdit } from './edit-issue';
import { JiraError, badRequest, forbidden, notFound } from './errors';
import { isRecord } from './fields/kind';
import type { Actor, ChangeItem, Issue, RemoteLink, RemoteLinkBody } from './model';
import { recordChange } from './record-change';
import { nextId, type Site } from './site';

const MAX_TEXT = 255;

/**
 * Creates a remote link, or replaces the one with the same `globalId` (fields that the request
 * leaves out are emptied).
 * @throws {JiraError} 404 when hidden, 403 without Link Issues, 400 without title or URL
 */
export function putRemoteLink(
  site: Site,
  actor: Actor,
  idOrKey: string,
  body: unknown,
): { link: RemoteLink; isNew: boolean } {
  const issue = linkableIssue(site, actor, idOrKey);
  const wanted = readBody(body);
  const at = issue.links.findIndex(({ globalId }) => globalId && globalId === wanted.globalId);
  const before = issue.links[at];
  if (before) {
    const link = { ...wanted, id: before.id };
    issue.links[at] = link;
    site.changed(issue);
    return { link, isNew: false };
  }
  const link = { ...wanted, id: nextId(site.state, 'link') };
  issue.links.push(link);
  recordLinkChange(site, actor, issue, link, 'added');
  return { link, isNew: true };
}

/** @throws {JiraError} 404 when the issue is hidden or the link is not there */
export function findRemoteLink(
  issue: Issue,
  match: { globalId: string } | { id: string },
): RemoteLink {
  const found = issue.links.find((link) =>
    'id' in match ? String(link.id) === match.id : link.globalId === match.globalId,
  );
  if (found) return found;
  throw notFound(
    'id' in match
      ? `The remote issue link with ID ${match.id} does not exist.`
      : `The remote issue link with global ID '${match.globalId}' does not exist.`,
  );
}

/** @throws {JiraError} 404 when hidden or not there, 403 without Link Issues */
export function deleteRemoteLink(
  site: Site,
  actor: Actor,
  idOrKey: string,
  match: { globalId: string } | { id: string },
): void {
  const issue = linkableIssue(site, actor, idOrKey);
  const link = findRemoteLink(issue, match);
  issue.links = issue.links.filter(({ id }) => id !== link.id);
  recordLinkChange(site, actor, issue, link, 'removed');
}

function linkableIssue(site: Site, actor: Actor, idOrKey: string): Issue {
  const issue = visibleIssue(site, actor, idOrKey);
  if (!mayOn(site, actor, 'LINK_ISSUES', issue)) {
    throw forbidden(`No Link Issue Permission for issue '${issue.key}'`);
  }
  return issue;
}

function readBody(body: unknown): RemoteLinkBody {
  const object = isRecord(body) ? body.object : undefined;
  if (!isRecord(body) || !isRecord(object)) throw badRequest("'object' is required.");
  const errors: Record<string, string> = {};
  for (const name of ['title', 'url']) {
    const text = object[name];
    if (typeof text !== 'string' || !text) errors[name] = `'${name}' is required.`;
  }
  for (const [name, text] of [
    ['globalId', body.globalId],
    ['title', object.title],
    ['relationship', body.relationship],
  ] as const) {
    if (typeof text === 'string' && text.length > MAX_TEXT) {
      errors[name] = `'${name}' must not exceed ${MAX_TEXT} characters.`;
    }
  }
  if (typeof object.url === 'string' && object.url && !URL.canParse(object.url)) {
    errors.url = `'${object.url}' is not a valid URL.`;
  }
  if (Object.keys(errors).length > 0) throw new JiraError(400, [], errors);
  return structuredClone(body) as unknown as RemoteLinkBody;
}

function recordLinkChange(
  site: Site,
  actor: Actor,
  issue: Issue,
  link: RemoteLink,
  what: 'added' | 'removed',
): void {
  const application = link.application?.name ? ` (${link.application.name})` : '';
  const text = `This issue links to "${link.object.title}${application}"`;
  const added = what === 'added';
  const item: ChangeItem = {
    field: 'RemoteIssueLink',
    fieldtype: 'jira',
    fieldId: 'RemoteIssueLink',
    from: added ? null : String(link.id),
    fromString: added ? null : text,
    to: added ? String(link.id) : null,
    toString: added ? text : null,
  };
  if (site.quirks.remoteLinkEvents) {
    announceEdit(site, actor, issue, [item]);
  } else {
    recordChange(site, actor, issue, [item]);
    site.changed(issue);
  }
}
