import { byId, ISSUE_TYPES, STATUSES } from './world/catalog';
import { jiraDate } from './world/dates';
import { projectOf } from './world/access';
import { linkTypeOf } from './world/issue-links';
import type { Issue, IssueLink } from './world/model';
import type { Happening } from './world/site';
import type { JiraState } from './world/state';
import { issueTypeJson, projectReference, statusJson } from './rest/representation/entities';

/** Larger events are silently not delivered (developer.atlassian.com/platform/forge/events-reference). */
const MAX_BYTES = 200_000;

export interface ProductEvent {
  name: string;
  payload: Record<string, unknown>;
}

/**
 * The Forge product event of a happening: the documented small subset of the issue and nothing
 * more, so that an app that reads further fields from an event fails here too
 * (developer.atlassian.com/platform/forge/events-reference/jira). Undefined when the event would
 * be too large to be delivered.
 */
export function productEvent(
  happening: Happening,
  state: JiraState,
  baseUrl: string,
): ProductEvent | undefined {
  const { actorId, viaApp, trace, at } = happening;
  const [name, subject] = subjectOf(happening, state, baseUrl);
  const payload = {
    eventType: name,
    ...subject,
    atlassianId: actorId,
    selfGenerated: viaApp,
    timestamp: String(at),
    ...(trace === undefined ? {} : { webhookTraceValue: trace }),
  };
  const size = Buffer.byteLength(JSON.stringify(payload));
  if (size <= MAX_BYTES) return { name, payload };
  console.warn(`[jira] ${name} is lost: ${size} bytes are over the limit`);
  return undefined;
}

/** Name of the event, and what it tells. */
function subjectOf(
  happening: Happening,
  state: JiraState,
  baseUrl: string,
): [string, Record<string, unknown>] {
  switch (happening.kind) {
    case 'linked':
    case 'unlinked': {
      const name = happening.kind === 'linked' ? 'created' : 'deleted';
      return [`avi:jira:${name}:issuelink`, linkSubject(happening.link, state)];
    }
    case 'softdeleted':
    case 'restored': {
      const project = projectReference(happening.project, baseUrl);
      return [`avi:jira:${happening.kind}:project`, { project }];
    }
    default: {
      const { kind, issue, items, eventTypeName } = happening;
      const changed = kind === 'updated' || kind === 'assigned';
      return [
        `avi:jira:${kind}:issue`,
        {
          issue: smallIssue(issue, state, baseUrl),
          ...(changed
            ? { changelog: { items: items.map(({ fieldtype: _, ...item }) => item) } }
            : {}),
          ...(eventTypeName === undefined ? {} : { jiraEventTypeName: eventTypeName }),
        },
      ];
    }
  }
}

function linkSubject(link: IssueLink, { issues }: JiraState) {
  const projectId = (issueId: string) => issues.find(({ id }) => id === issueId)?.projectId;
  return {
    id: link.id,
    sourceIssueId: link.sourceId,
    destinationIssueId: link.destinationId,
    sourceProjectId: projectId(link.sourceId),
    destinationProjectId: projectId(link.destinationId),
    issueLinkType: linkTypeOf(link),
  };
}

const account = (accountId: unknown) => (typeof accountId === 'string' ? { accountId } : null);

function smallIssue(issue: Issue, state: JiraState, baseUrl: string) {
  const { values } = issue;
  return {
    id: issue.id,
    key: issue.key,
    fields: {
      summary: values.summary,
      issuetype: issueTypeJson(byId(ISSUE_TYPES, values.issuetype as string), baseUrl),
      creator: account(issue.creatorId),
      created: jiraDate(issue.created),
      project: projectReference(projectOf(state, issue), baseUrl),
      reporter: account(values.reporter),
      assignee: account(values.assignee),
      updated: jiraDate(issue.updated),
      status: statusJson(byId(STATUSES, issue.statusId), baseUrl),
    },
  };
}
