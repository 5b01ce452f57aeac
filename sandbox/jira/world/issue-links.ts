import { findIssue, mayOn, visibleIssue } from './access';
import { ISSUE_LINK_TYPES } from './catalog';
import { announceEdit } from './edit-issue';
import { badRequest, issueNotFound, notFound } from './errors';
import { reference } from './fields/kind';
import type { Actor, ChangeItem, Issue, IssueLink } from './model';
import { recordChange } from './record-change';
import { circumstances, nextId, type Site } from './site';

/**
 * Links two issues as `POST /rest/api/3/issueLink` does: the inward issue is the source, which
 * "blocks" the outward one. A link that is there already is left as it is.
 * @param type `{id}` or `{name}`; the issues are `{id}` or `{key}`
 * @throws {JiraError} 400 for no type or the issue itself, 404 for a hidden issue or without Link Issues
 */
export function linkIssues(
  site: Site,
  actor: Actor,
  type: unknown,
  inward: unknown,
  outward: unknown,
): IssueLink {
  const { state } = site;
  const linkType = ISSUE_LINK_TYPES.find(
    ({ id, name }) => id === reference(type, 'id') || name === reference(type, 'name'),
  );
  if (!linkType) throw notFound('No issue link type found.');
  const [source, destination] = [linkable(site, actor, inward), linkable(site, actor, outward)];
  if (source === destination) throw badRequest('You cannot link an issue to itself.');
  const ends = { typeId: linkType.id, sourceId: source.id, destinationId: destination.id };
  const same = state.issueLinks.find(
    ({ typeId, sourceId, destinationId }) =>
      typeId === ends.typeId && sourceId === source.id && destinationId === destination.id,
  );
  if (same) return same;
  const link: IssueLink = { id: String(nextId(state, 'link')), ...ends };
  state.issueLinks.push(link);
  record(site, actor, link, 'linked');
  return link;
}

/**
 * Removes a link between issues.
 * @throws {JiraError} 404 for none, a hidden issue, or without Link Issues
 */
export function deleteIssueLink(site: Site, actor: Actor, linkId: string): void {
  const link = visibleIssueLink(site, actor, linkId);
  linkable(site, actor, { id: link.sourceId });
  site.state.issueLinks = site.state.issueLinks.filter(({ id }) => id !== link.id);
  record(site, actor, link, 'unlinked');
}

/**
 * The link, if the actor may see both of its issues.
 * @throws {JiraError} 404
 */
export function visibleIssueLink(site: Site, actor: Actor, linkId: string): IssueLink {
  const link = site.state.issueLinks.find(({ id }) => id === linkId);
  if (!link) throw notFound(`No issue link with id '${linkId}' exists.`);
  for (const id of [link.sourceId, link.destinationId]) visibleIssue(site, actor, id);
  return link;
}

/** The type of a link. */
export function linkTypeOf({ typeId }: IssueLink) {
  const found = ISSUE_LINK_TYPES.find(({ id }) => id === typeId);
  if (!found) throw new Error(`There is no issue link type ${typeId}`);
  return found;
}

function linkable(site: Site, actor: Actor, input: unknown): Issue {
  const asked = reference(input, 'id') ?? reference(input, 'key');
  if (asked === undefined) throw issueNotFound();
  const issue = visibleIssue(site, actor, asked);
  if (!mayOn(site, actor, 'LINK_ISSUES', issue)) {
    throw notFound(`No Link Issue Permission for issue '${issue.key}'`);
  }
  return issue;
}

function record(site: Site, actor: Actor, link: IssueLink, kind: 'linked' | 'unlinked'): void {
  const { outward, inward } = linkTypeOf(link);
  const ends = [link.sourceId, link.destinationId].map((id) => findIssue(site.state, id));
  const [source, destination] = ends;
  if (source && destination) {
    tell(site, actor, source, linkItem(outward, destination, kind));
    tell(site, actor, destination, linkItem(inward, source, kind));
  }
  site.announce({ kind, link, ...circumstances(actor, site.now()) });
}

function tell(site: Site, actor: Actor, issue: Issue, item: ChangeItem): void {
  if (site.quirks.issueLinkUpdates) {
    announceEdit(site, actor, issue, [item]);
    return;
  }
  recordChange(site, actor, issue, [item]);
  site.changed(issue);
}

function linkItem(verb: string, other: Issue, kind: 'linked' | 'unlinked'): ChangeItem {
  const side = { id: other.key, text: `This issue ${verb} ${other.key}` };
  const none = { id: null, text: null };
  const [from, to] = kind === 'linked' ? [none, side] : [side, none];
  return {
    field: 'Link',
    fieldtype: 'jira',
    fieldId: 'issuelinks',
    from: from.id,
    fromString: from.text,
    to: to.id,
    toString: to.text,
  };
}
