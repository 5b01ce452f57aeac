import * as z from 'zod/mini';
import { RejectedError } from '../domain/errors';
import type { JiraPort } from '../domain/ports/jira';
import { IssueAnswer, MARK_PROPERTY, toIssue } from './issue-schema';
import { parseAnswer } from './parse';
import { callJira, route, type JiraClient } from './request';

/** Fields that are read of every issue. */
export const ISSUE_FIELDS = [
  'summary',
  'description',
  'status',
  'assignee',
  'labels',
  'parent',
  'updated',
  'creator',
  'project',
  'issuetype',
] as const;

const Created = z.object({ id: z.string(), key: z.string() });
const Transitions = z.object({
  transitions: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      to: z.object({ id: z.string(), name: z.string() }),
    }),
  ),
});

type Issues = Pick<JiraPort, 'readIssue' | 'createIssue' | 'editIssue' | 'moveToStatus'>;

/** `/rest/api/3/issue` */
export function issues(client: JiraClient): Issues {
  return {
    async readIssue(issueId, fieldIds) {
      const fields = [...ISSUE_FIELDS, ...fieldIds].join(',');
      const response = await callJira(client, {
        // The changelog names who changed which field, so that history can name the person and not the event's sender.
        route: route`/rest/api/3/issue/${issueId}?fields=${fields}&properties=${MARK_PROPERTY}&expand=changelog`,
        points: 2,
        allow: [404],
      });
      if (response.status === 404) return null;
      return toIssue(await parseAnswer('reading an issue', response, IssueAnswer), fieldIds);
    },

    async createIssue({ projectId, issueTypeId, fields, mark }) {
      const response = await callJira(client, {
        route: route`/rest/api/3/issue`,
        method: 'POST',
        points: 1,
        body: {
          fields: { ...fields, project: { id: projectId }, issuetype: { id: issueTypeId } },
          properties: [{ key: MARK_PROPERTY, value: mark }],
        },
      });
      return parseAnswer('creating an issue', response, Created);
    },

    async editIssue(issueId, fields) {
      await callJira(client, {
        route: route`/rest/api/3/issue/${issueId}`,
        method: 'PUT',
        points: 1,
        body: { fields },
      });
    },

    async moveToStatus(issueId, statusId) {
      const response = await callJira(client, {
        route: route`/rest/api/3/issue/${issueId}/transitions`,
        points: 2,
      });
      const { transitions } = await parseAnswer('reading transitions', response, Transitions);
      const transition = transitions.find(({ to }) => to.id === statusId);
      if (transition === undefined) throw noTransition(transitions.map(({ to }) => to.name));
      await callJira(client, {
        route: route`/rest/api/3/issue/${issueId}/transitions`,
        method: 'POST',
        points: 1,
        body: { transition: { id: transition.id } },
      });
      return transition.to.name;
    },
  };
}

function noTransition(reachable: readonly string[]): RejectedError {
  const ways =
    reachable.length === 0
      ? 'no status at all, which also happens without the Transition Issues permission'
      : reachable.map((name) => `"${name}"`).join(', ');
  return new RejectedError('jira', {
    code: 'NO_TRANSITION',
    message: `The workflow has no transition from the current status to the one that Jira Align's state leads to. From here it reaches ${ways}.`,
    remedy:
      'Add the transition to the workflow, map the state to another status, or move the issue in Jira.',
  });
}
