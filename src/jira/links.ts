import * as z from 'zod/mini';
import type { JiraPort } from '../domain/ports/jira';
import { ALIGN_APPLICATION } from './application';
import { MARK_PROPERTY } from './issue-schema';
import { parseAnswer } from './parse';
import { callJira, route, type JiraClient } from './request';

const Found = z.object({ issues: z.array(z.object({ id: z.string() })) });

type Links = Pick<
  JiraPort,
  'putWebLink' | 'webLink' | 'removeWebLink' | 'putMark' | 'removeMark' | 'findMarked'
>;

/** A remote issue link as far as it is compared: `RemoteIssueLink` in Jira's API document. */
const RemoteLink = z.object({
  object: z.optional(
    z.object({ status: z.optional(z.object({ resolved: z.optional(z.boolean()) })) }),
  ),
});

/** Remote issue links ("web links") and the entity property that marks a paired issue. */
export function links(client: JiraClient): Links {
  return {
    async putWebLink(issueId, link) {
      await callJira(client, {
        route: route`/rest/api/3/issue/${issueId}/remotelink`,
        method: 'POST',
        points: 1,
        body: {
          globalId: link.globalId,
          application: ALIGN_APPLICATION,
          relationship: 'is planned in',
          object: {
            url: link.url,
            title: link.title,
            icon: { url16x16: link.iconUrl, title: ALIGN_APPLICATION.name },
            status: { resolved: link.resolved, icon: {} },
          },
        },
      });
    },

    async webLink(issueId, globalId) {
      const response = await callJira(client, {
        route: route`/rest/api/3/issue/${issueId}/remotelink?globalId=${globalId}`,
        points: 1,
        allow: [404],
      });
      if (response.status === 404) return null;
      const { object } = await parseAnswer('reading a web link', response, RemoteLink);
      return { resolved: object?.status?.resolved ?? null };
    },

    async removeWebLink(issueId, globalId) {
      await callJira(client, {
        route: route`/rest/api/3/issue/${issueId}/remotelink?globalId=${globalId}`,
        method: 'DELETE',
        points: 1,
        allow: [404],
      });
    },

    async putMark(issueId, mark) {
      await callJira(client, {
        route: route`/rest/api/3/issue/${issueId}/properties/${MARK_PROPERTY}`,
        method: 'PUT',
        points: 1,
        body: mark,
      });
    },

    async removeMark(issueId) {
      await callJira(client, {
        route: route`/rest/api/3/issue/${issueId}/properties/${MARK_PROPERTY}`,
        method: 'DELETE',
        points: 1,
        allow: [404],
      });
    },

    async findMarked(ref) {
      const mark = `issue.property[${MARK_PROPERTY}]`;
      const jql = `${mark}.alignId = ${ref.id} AND ${mark}.alignType = "${ref.type}"`;
      const response = await callJira(client, {
        route: route`/rest/api/3/search/jql?jql=${jql}&fields=id&maxResults=10`,
        points: 2,
      });
      const { issues } = await parseAnswer('searching for a marked issue', response, Found);
      return issues.map(({ id }) => id);
    },
  };
}
