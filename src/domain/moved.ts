import type { ProjectMapping } from '../contract/mapping';
import type { AlignItem } from './align-item';
import type { JiraIssue } from './issue';
import type { Pair } from './pair';

/**
 * Whether a person has moved the item to a program that is not its project's. One that was in another program when it
 * was synced last has not moved: the mapping has.
 */
export function isElsewhere(
  pair: Pick<Pair, 'programId'>,
  item: Pick<AlignItem, 'programId'>,
  mapping: Pick<ProjectMapping, 'programId'>,
): boolean {
  const { programId } = item;
  if (programId === null || programId === mapping.programId) return false;
  return pair.programId != null && programId !== pair.programId;
}

/** Whether the issue has another type than at the last sync, as far as that one is known. */
export function isConverted(
  pair: Pick<Pair, 'issueTypeId'>,
  issue: Pick<JiraIssue, 'issueTypeId'>,
): boolean {
  return pair.issueTypeId !== undefined && pair.issueTypeId !== issue.issueTypeId;
}
