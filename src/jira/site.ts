import * as z from 'zod/mini';
import { allOf } from '../domain/all-of';
import type { JiraSitePort } from '../domain/ports/jira';
import { fieldKind } from './field-kind';
import { categoryOf } from './issue-schema';
import { parseAnswer } from './parse';
import { callJira, route, type JiraClient } from './request';
import { actingAccount } from './users';

const PAGE = 50;

const ServerInfo = z.object({ baseUrl: z.string() });
const Project = z.object({ id: z.string(), key: z.string(), name: z.string() });
const Projects = z.object({
  isLast: z.optional(z.boolean()),
  startAt: z.int(),
  values: z.array(Project),
});
const IssueTypes = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    subtask: z.boolean(),
    hierarchyLevel: z.optional(z.int()),
  }),
);
const TypeStatuses = z.array(
  z.object({
    id: z.string(),
    statuses: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        statusCategory: z.optional(z.object({ key: z.string() })),
      }),
    ),
  }),
);
const Fields = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    schema: z.optional(
      z.object({
        type: z.string(),
        items: z.optional(z.string()),
        custom: z.optional(z.string()),
      }),
    ),
  }),
);

/** What the set-up pages read of the Jira site. */
export function jiraSite(client: JiraClient): JiraSitePort {
  return {
    async siteUrl() {
      const response = await callJira(client, { route: route`/rest/api/3/serverInfo`, points: 1 });
      const { baseUrl } = await parseAnswer('reading the site', response, ServerInfo);
      return baseUrl.replace(/\/+$/, '');
    },

    actingAccount: () => actingAccount(client),

    async listProjects(query, startAt) {
      const search = query === '' ? '' : query.slice(0, 100);
      const response = await callJira(client, {
        route: route`/rest/api/3/project/search?query=${search}&startAt=${startAt}&maxResults=${PAGE}&orderBy=key`,
        points: 1 + PAGE,
      });
      const page = await parseAnswer('listing projects', response, Projects);
      const end = page.startAt + page.values.length;
      const last = page.isLast ?? page.values.length < PAGE;
      return { items: page.values, next: last ? null : end };
    },

    async project(projectId) {
      const response = await callJira(client, {
        route: route`/rest/api/3/project/${projectId}`,
        points: 2,
      });
      return parseAnswer('reading a project', response, Project);
    },

    async issueTypes(projectId) {
      const [types, statuses] = await allOf([
        callJira(client, {
          route: route`/rest/api/3/issuetype/project?projectId=${projectId}`,
          points: 2,
        }).then((response) => parseAnswer('reading issue types', response, IssueTypes)),
        callJira(client, {
          route: route`/rest/api/3/project/${projectId}/statuses`,
          points: 2,
        }).then((response) => parseAnswer('reading statuses', response, TypeStatuses)),
      ]);
      return types.map((type) => ({
        id: type.id,
        name: type.name,
        subtask: type.subtask,
        hierarchyLevel: type.hierarchyLevel ?? (type.subtask ? -1 : 0),
        statuses: (statuses.find(({ id }) => id === type.id)?.statuses ?? []).map((status) => ({
          id: status.id,
          name: status.name,
          category: categoryOf(status.statusCategory?.key),
        })),
      }));
    },

    async fields() {
      const response = await callJira(client, { route: route`/rest/api/3/field`, points: 1 });
      const fields = await parseAnswer('listing fields', response, Fields);
      return fields.flatMap(({ id, name, schema }) => {
        const kind = fieldKind(id, schema);
        return kind === null ? [] : [{ id, name, kind }];
      });
    },
  };
}
