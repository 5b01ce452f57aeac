import * as z from 'zod/mini';
import type { JiraBulkPort } from '../domain/ports/jira';
import { IssueAnswer, MARK_PROPERTY, toIssue } from './issue-schema';
import { ISSUE_FIELDS } from './issues';
import { parseAnswer } from './parse';
import { callJira, route, type JiraClient } from './request';

const PAGE = 100;

const Found = z.object({ issues: z.array(IssueAnswer) });
const Count = z.object({ count: z.int() });

/** Many issues with one request: a page costs a point for each issue and one for the request. */
export function bulk(client: JiraClient): JiraBulkPort {
  return {
    async searchIssues(jql, fieldIds, limit = PAGE) {
      const fields = [...ISSUE_FIELDS, ...fieldIds];
      const response = await callJira(client, {
        route: route`/rest/api/3/search/jql`,
        method: 'POST',
        points: 1,
        body: { jql, maxResults: limit, fields, properties: [MARK_PROPERTY], expand: 'changelog' },
      });
      const { issues } = await parseAnswer('searching issues', response, Found);
      client.count.jiraPoints += issues.length;
      return issues.map((issue) => toIssue(issue, fieldIds));
    },

    async readIssues(issueIds, fieldIds) {
      const response = await callJira(client, {
        route: route`/rest/api/3/issue/bulkfetch`,
        method: 'POST',
        points: 1,
        body: {
          issueIdsOrKeys: issueIds,
          fields: [...ISSUE_FIELDS, ...fieldIds],
          properties: [MARK_PROPERTY],
        },
      });
      const { issues } = await parseAnswer('reading issues', response, Found);
      client.count.jiraPoints += issues.length;
      return issues.map((issue) => toIssue(issue, fieldIds));
    },

    async countIssues(jql) {
      const response = await callJira(client, {
        route: route`/rest/api/3/search/approximate-count`,
        method: 'POST',
        points: 1,
        body: { jql },
      });
      return (await parseAnswer('counting issues', response, Count)).count;
    },

    async putMarks(marks) {
      if (marks.length === 0) return;
      await callJira(client, {
        route: route`/rest/api/3/issue/properties/multi`,
        method: 'POST',
        points: 1,
        body: {
          issues: marks.map(({ issueId, mark }) => ({
            issueID: Number(issueId),
            properties: { [MARK_PROPERTY]: mark },
          })),
        },
        // The answer leads to the task that does it; nothing here waits for its end.
        allow: [303],
      });
    },
  };
}
