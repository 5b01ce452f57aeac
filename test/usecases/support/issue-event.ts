import type { IssueView } from '../../../sandbox/jira';

/** Forge's product event that an issue was updated, as Jira would send it (again, late, or out of order). */
export function updatedEvent(
  issue: Pick<IssueView, 'id' | 'key' | 'updated'>,
  { projectId, by, fields = ['summary'] }: { projectId: string; by: string; fields?: string[] },
): { name: string; payload: Record<string, unknown> } {
  return {
    name: 'avi:jira:updated:issue',
    payload: {
      eventType: 'avi:jira:updated:issue',
      issue: {
        id: issue.id,
        key: issue.key,
        fields: {
          updated: new Date(issue.updated).toISOString().replace('Z', '+0000'),
          project: { id: projectId },
        },
      },
      atlassianId: by,
      changelog: { items: fields.map((field) => ({ field })) },
      selfGenerated: false,
    },
  };
}
