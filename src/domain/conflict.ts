import type { Side } from '../contract/common';
import type { ConflictPolicy } from '../contract/mapping';

/**
 * Which side's value stays when both changed the same field.
 * @param jiraAt when Jira's value was made, ISO 8601
 * @param alignAt when Align's value was made; null where Align does not say, and then Jira's counts as newer
 */
export function winnerOf(
  policy: Exclude<ConflictPolicy, 'ask'>,
  jiraAt: string,
  alignAt: string | null,
): Side {
  if (policy !== 'newest') return policy;
  if (alignAt === null) return 'jira';
  return Date.parse(alignAt) > Date.parse(jiraAt) ? 'align' : 'jira';
}
