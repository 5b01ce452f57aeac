import type { ProjectMapping } from '../contract/mapping';
import type { AlignItem } from './align-item';
import { alignKeys } from './align-digest';
import { activeFields, codecOf } from './fields';
import type { JiraIssue } from './issue';
import type { Pair } from './pair';

/** Whether a mapped field of the issue is not what it was when the pair was last in step. */
export function issueDiffers(issue: JiraIssue, pair: Pair, mapping: ProjectMapping): boolean {
  return activeFields(mapping, pair.alignType).some((field) => {
    const { jira } = codecOf(field, mapping);
    return pair.baseline[field]?.jira?.key !== jira.stamp(jira.read(issue, mapping)).key;
  });
}

/** Whether a mapped field of the item is not what it was when the pair was last in step. */
export function itemDiffers(item: AlignItem, pair: Pair, mapping: ProjectMapping): boolean {
  return Object.entries(alignKeys(item, mapping)).some(
    ([field, key]) => pair.baseline[field as keyof Pair['baseline']]?.align?.key !== key,
  );
}
