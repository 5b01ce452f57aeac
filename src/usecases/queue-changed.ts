import type { ProjectMapping } from '../contract/mapping';
import { alignDigest, alignKeys } from '../domain/align-digest';
import type { AlignItem } from '../domain/align-item';
import { hint } from '../domain/hint';
import { mappedAlignTypes } from '../domain/mapping';
import { alignKey, type AlignRefRecord } from '../domain/pair';
import type { ActiveMappings } from './active-mappings';
import { isNewSince } from './creation-timing';
import { nowIso, type Dependencies } from './dependencies';

/** Queues a hint for each item that differs from what was stored at its last sync. */
export async function queueChanged(
  deps: Dependencies,
  active: ActiveMappings,
  items: readonly AlignItem[],
  source: 'align-poll' | 'sweep',
): Promise<number> {
  if (items.length === 0) return 0;
  const records = await deps.pairs.alignRefs(items);
  const at = nowIso(deps);
  const hints = items
    .filter((item) => needsHint(item, records.get(alignKey(item)), active))
    .map((item) => {
      const record = records.get(alignKey(item));
      const target =
        record?.issueId != null
          ? { kind: 'issue' as const, issueId: record.issueId, projectId: record.projectId }
          : { kind: 'align' as const, ref: { type: item.type, id: item.id } };
      return {
        hint: hint({
          target,
          source,
          at,
          changedAt: item.updated,
          actor: editorOf(item, active),
          ...(item.removed ? { rare: true } : {}),
        }),
      };
    });
  await deps.queue.push(hints);
  return hints.length;
}

function needsHint(
  item: AlignItem,
  record: AlignRefRecord | undefined,
  active: ActiveMappings,
): boolean {
  if (record === undefined) return !item.removed && isImportable(item, active);
  if (record.status === 'unlinked') {
    return record.unlinkedBecause === 'align-removed' && !item.removed;
  }
  if (item.removed || record.digest === null) return true;
  if (record.programId != null && record.programId !== item.programId) return true;
  const mapping = active.byProject.get(record.projectId);
  return mapping !== undefined && record.digest !== alignDigest(alignKeys(item, mapping));
}

/** A program may hold thousands of items that are older than its mapping: no run is spent on each of them. */
function isImportable(item: AlignItem, { mappings, sinceByProject }: ActiveMappings): boolean {
  const takes = (m: ProjectMapping) =>
    m.createInJira &&
    mappedAlignTypes(m).includes(item.type) &&
    (item.programId === null || m.programId === item.programId) &&
    isNewSince(item, sinceByProject.get(m.projectId) ?? '');
  return mappings.some(takes);
}

function editorOf(item: AlignItem, { connection }: ActiveMappings) {
  const uid = item.updatedBy;
  if (uid === null || uid === connection.alignActsAs.uid) return null;
  return { side: 'align' as const, id: uid, name: uid };
}
