import * as z from 'zod/mini';
import { inStatusJql } from '../domain/jql';
import type { JiraWorkflowPort } from '../domain/ports/jira-workflow';
import { isFilled } from '../domain/transition';
import { parseAnswer } from './parse';
import { callJira, route, type JiraClient } from './request';
import { IssueStatus, toStatus, toTransition, Transitions } from './transition-schema';

const Offered = z.object({ transitions: Transitions });
const Filled = z.object({ fields: z.record(z.string(), z.unknown()) });
const Found = z.object({
  issues: z.array(z.extend(IssueStatus, { id: z.string(), transitions: z.optional(Transitions) })),
});

/** `/rest/api/3/issue/{id}/transitions`, and what else it takes to find a way through a workflow. */
export function workflow(client: JiraClient): JiraWorkflowPort {
  const readTransitions = async (issueId: string) => {
    const response = await callJira(client, {
      route: route`/rest/api/3/issue/${issueId}/transitions?expand=transitions.fields`,
      points: 2,
    });
    const { transitions } = await parseAnswer('reading transitions', response, Offered);
    return transitions.map(toTransition);
  };
  return {
    readTransitions,

    async doTransition(issueId, transitionId, fields) {
      await callJira(client, {
        route: route`/rest/api/3/issue/${issueId}/transitions`,
        method: 'POST',
        points: 1,
        body: {
          transition: { id: transitionId },
          ...(Object.keys(fields).length === 0 ? {} : { fields }),
        },
      });
    },

    async filledFields(issueId, fieldIds) {
      const response = await callJira(client, {
        route: route`/rest/api/3/issue/${issueId}?fields=${fieldIds.join(',')}`,
        points: 2,
      });
      const { fields } = await parseAnswer('reading fields of an issue', response, Filled);
      return new Set(fieldIds.filter((id) => isFilled(fields[id])));
    },

    async waysOutOf({ projectId, issueTypeId }, statusId) {
      const jql = inStatusJql(projectId, issueTypeId, statusId);
      const response = await callJira(client, {
        route: route`/rest/api/3/search/jql?jql=${jql}&fields=status&expand=transitions&maxResults=1`,
        points: 2,
      });
      const { issues } = await parseAnswer('searching a status', response, Found);
      const [issue] = issues;
      if (issue === undefined) return null;
      const transitions = issue.transitions?.map(toTransition) ?? (await readTransitions(issue.id));
      return { status: toStatus(issue.fields.status), to: transitions.map(({ to }) => to) };
    },
  };
}
