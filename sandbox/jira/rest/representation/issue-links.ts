import { linkTypeOf } from '../../world/issue-links';
import type { Issue, IssueLink } from '../../world/model';
import type { JiraState } from '../../world/state';
import { linkedIssueJson } from './field-values';

/** `IssueLinkType` of REST v3. */
export function linkTypeJson(type: ReturnType<typeof linkTypeOf>, baseUrl: string) {
  return { ...type, self: `${baseUrl}/rest/api/3/issueLinkType/${type.id}` };
}

/** `IssueLink` of REST v3, seen from neither of its issues. */
export function issueLinkJson(link: IssueLink, state: JiraState, baseUrl: string) {
  const end = (issueId: string) => {
    const issue = state.issues.find(({ id }) => id === issueId);
    return issue && linkedIssueJson(issue, baseUrl);
  };
  return {
    id: link.id,
    self: `${baseUrl}/rest/api/3/issueLink/${link.id}`,
    type: linkTypeJson(linkTypeOf(link), baseUrl),
    inwardIssue: end(link.sourceId),
    outwardIssue: end(link.destinationId),
  };
}

/** The links of an issue, each with the other issue only. */
export function linksOfIssue({ id }: Issue, state: JiraState, baseUrl: string) {
  return state.issueLinks
    .filter(({ sourceId, destinationId }) => sourceId === id || destinationId === id)
    .map((link) => {
      const { inwardIssue, outwardIssue, ...rest } = issueLinkJson(link, state, baseUrl);
      return link.sourceId === id ? { ...rest, outwardIssue } : { ...rest, inwardIssue };
    });
}
