import { byId, ISSUE_TYPES, STATUSES } from './world/catalog';
import { jiraDate } from './world/dates';
import { projectOf } from './world/access';
import type { Issue } from './world/model';
import type { IssueHappening } from './world/site';
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
  happening: IssueHappening,
  state: JiraState,
  baseUrl: string,
): ProductEvent | undefined {
  const { kind, issue, actorId, viaApp, trace, items, at } = happening;
  const name = `avi:jira:${kind}:issue`;
  const payload = {
    eventType: name,
    issue: smallIssue(issue, state, baseUrl),
    atlassianId: actorId,
    ...(kind === 'updated' || kind === 'assigned'
      ? { changelog: { items: items.map(({ fieldtype: _, ...item }) => item) } }
      : {}),
    selfGenerated: viaApp,
    timestamp: String(at),
    ...(trace === undefined ? {} : { webhookTraceValue: trace }),
  };
  const size = Buffer.byteLength(JSON.stringify(payload));
  if (size <= MAX_BYTES) return { name, payload };
  console.warn(`[jira] ${name} of ${issue.key} is lost: ${size} bytes are over the limit`);
  return undefined;
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
