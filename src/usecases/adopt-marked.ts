import type { JiraIssue } from '../domain/issue';
import { alignTypeOf } from '../domain/mapping';
import { adopt } from './adopt';
import { begin } from './begin-creation';
import { requireNotForeign } from './require-not-foreign';
import type { ProjectContext } from './sync-context';

/**
 * Pairs an issue with the item its mark names, when the app has no record of either: after a new installation the
 * marks are still there, and without them every item would be created a second time.
 * @returns whether there was such an item
 * @throws ConfigurationError `ALIGN_ITEM_FOREIGN` when another connector has taken the item since
 */
export async function adoptMarked(context: ProjectContext, issue: JiraIssue): Promise<boolean> {
  const { mark } = issue;
  if (mark === null || alignTypeOf(context.mapping, issue.issueTypeId) !== mark.alignType)
    return false;
  const item = await context.align.readItem({ type: mark.alignType, id: mark.alignId });
  if (item === null || item.removed) return false;
  const { programId } = context.mapping;
  if (item.programId !== null && item.programId !== programId) return false;
  requireNotForeign(context.mapping, item);
  await adopt(context, await begin(context, issue, mark.alignType), issue, item);
  return true;
}
