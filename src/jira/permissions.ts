import * as z from 'zod/mini';
import type { PermissionPort } from '../domain/ports/jira';
import { parseAnswer } from './parse';
import { callJira, route, type JiraClient } from './request';

const MyPermissions = z.object({
  permissions: z.record(z.string(), z.object({ havePermission: z.boolean() })),
});

/** @param client must act as the person who called, never as the app */
export function permissions(client: JiraClient): PermissionPort {
  const granted = async (target: ReturnType<typeof route>, key: string): Promise<boolean> => {
    const response = await callJira(client, { route: target, points: 3, allow: [401, 403, 404] });
    if (!response.ok) return false;
    const answer = await parseAnswer('checking permissions', response, MyPermissions);
    return answer.permissions[key]?.havePermission === true;
  };
  return {
    isJiraAdmin: () =>
      granted(route`/rest/api/3/mypermissions?permissions=ADMINISTER`, 'ADMINISTER'),
    isProjectAdmin: (projectId) =>
      granted(
        route`/rest/api/3/mypermissions?permissions=ADMINISTER_PROJECTS&projectId=${projectId}`,
        'ADMINISTER_PROJECTS',
      ),
    canBrowseIssue: (issueId) =>
      granted(
        route`/rest/api/3/mypermissions?permissions=BROWSE_PROJECTS&issueId=${issueId}`,
        'BROWSE_PROJECTS',
      ),
  };
}
