import type { ProjectMapping } from '../contract/mapping';
import type { AlignItem } from '../domain/align-item';
import { itemName } from '../domain/audit-entry';
import { ConfigurationError } from '../domain/errors';
import { isAdoptable, issueOfForeign } from '../domain/foreign-item';

/** @throws ConfigurationError `ALIGN_ITEM_FOREIGN` when another connector keeps the item and the mapping leaves it */
export function requireNotForeign(mapping: ProjectMapping, item: AlignItem): void {
  if (isAdoptable(mapping, item)) return;
  throw new ConfigurationError({
    code: 'ALIGN_ITEM_FOREIGN',
    message: `${itemName(item.type, item.id)} already belongs to ${item.foreignKey} through Jira Align's own connector.`,
    remedy:
      "Take the item out of Jira Align's own connector first, or switch that connector off for the project and let the mapping take over its items: two connectors on one item would overwrite each other.",
  });
}

/**
 * @throws ConfigurationError `ALIGN_ITEM_HAS_ISSUE` when an item names an issue of the project: a new one would be its
 *   double
 */
export function requireNoIssueNamed(mapping: ProjectMapping, item: AlignItem): void {
  const key = issueOfForeign(mapping, item);
  if (key === null) return;
  throw new ConfigurationError({
    code: 'ALIGN_ITEM_HAS_ISSUE',
    message: `${itemName(item.type, item.id)} names ${key} as its issue, so no other is created for it.`,
    remedy: `Run a backfill of the project that links items by their key. If ${key} is gone, clear the key in Jira Align.`,
  });
}
