import * as z from 'zod/mini';
import { FIELDS_OF_EVERY_ISSUE } from '../domain/issue';
import type { JiraPort } from '../domain/ports/jira';
import { IssueAnswer, MARK_PROPERTY, toIssue } from './issue-schema';
import { parseAnswer } from './parse';
import { callJira, route, type JiraClient } from './request';

/** Fields that are read of every issue. */
export const ISSUE_FIELDS = [
  ...FIELDS_OF_EVERY_ISSUE,
  'updated',
  'creator',
  'project',
  'issuetype',
] as const;

const Created = z.object({ id: z.string(), key: z.string() });
type Issues = Pick<JiraPort, 'readIssue' | 'createIssue' | 'editIssue' | 'deleteIssue'>;

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

    async deleteIssue(issueId) {
      await callJira(client, {
        route: route`/rest/api/3/issue/${issueId}`,
        method: 'DELETE',
        points: 1,
        allow: [404],
      });
    },
  };
}
