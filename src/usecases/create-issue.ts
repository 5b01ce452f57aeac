import type { AlignItem } from '../domain/align-item';
import { ALIGN_TYPES } from '../domain/align-type';
import { RejectedError } from '../domain/errors';
import { codecOf } from '../domain/fields';
import { programOf } from '../domain/mapping';
import type { FieldWrite, Plan } from '../domain/plan';
import { jiraFields } from './apply-plan';
import type { ProjectContext } from './sync-context';

/** Creates the issue; fields that Jira refuses are left out, and are tried alone right after. */
export async function createIssue(
  { deps, mapping }: ProjectContext,
  item: AlignItem,
  plan: Plan,
  issueTypeId: string,
): Promise<{ id: string; writes: readonly FieldWrite[] }> {
  // Jira creates no issue without a summary, so the reason why there is none is the reason of it all.
  const untitled = plan.refused.title;
  if (untitled !== undefined) throw new RejectedError('jira', untitled);
  const demanded = new Set(['title', ...(ALIGN_TYPES[item.type].parentRequired ? ['parent'] : [])]);
  let writes: readonly FieldWrite[] = plan.writes.filter(({ field }) => field !== 'state');
  for (;;) {
    try {
      const { id } = await deps.jira.createIssue({
        projectId: mapping.projectId,
        issueTypeId,
        fields: jiraFields({ mapping }, writes),
        mark: {
          alignType: item.type,
          alignId: item.id,
          alignProgram: programOf(mapping, item),
        },
      });
      return { id, writes };
    } catch (error) {
      if (!(error instanceof RejectedError)) throw error;
      const named = writes.filter(({ field }) => {
        const id = codecOf(field, mapping).jira.fieldId(mapping);
        return id !== null && id in error.fieldErrors;
      });
      const refused = named.length > 0 ? named : writes.filter(({ field }) => !demanded.has(field));
      const kept = writes.filter((write) => !refused.includes(write) || demanded.has(write.field));
      if (kept.length === writes.length) throw error;
      writes = kept;
    }
  }
}
