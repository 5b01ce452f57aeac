import type { AlignType } from '../contract/common';
import type { ProjectMapping } from '../contract/mapping';
import type { AlignItem } from '../domain/align-item';
import { ALIGN_TYPES } from '../domain/align-type';
import { alignDigest, alignKeys } from '../domain/align-digest';
import { hint } from '../domain/hint';
import { mappedAlignTypes } from '../domain/mapping';
import { alignKey, type AlignRefRecord } from '../domain/pair';
import type { AlignPort } from '../domain/ports/align';
import { LAST_POLL, pollCursor } from '../domain/ports/store';
import { isNewSince } from './creation-timing';
import { nowIso, type Dependencies } from './dependencies';
import { activeMappings, type ActiveMappings } from './active-mappings';

/** How far behind the newest change a poll begins: Align's times may arrive out of order. */
const OVERLAP_MS = 10 * 60_000;
const PAGE = 100;

/** A poll leaves the rest to the next one when this much time has gone by. */
const BUDGET_MS = 200_000;

/**
 * Finds what changed in Align since the last poll and queues a hint for each. One request a type while nothing
 * changed, whatever the number of programs. An item that only carries the app's own writes is passed over.
 * @returns how many hints were queued
 */
export async function pollAlign(deps: Dependencies): Promise<number> {
  const active = await activeMappings(deps);
  if (active === null) return 0;
  const align = await deps.align(active.connection);
  const deadline = deps.now() + BUDGET_MS;
  let queued = 0;
  for (const type of active.types.filter((t) => ALIGN_TYPES[t].hasProgram)) {
    queued += await pollType(deps, align, active, type, deadline);
  }
  await deps.cursors.put(LAST_POLL, { watermark: null, afterId: 0, ranAt: nowIso(deps) });
  deps.log('info', 'polled', { queued, align: deps.meter.count.align });
  return queued;
}

async function pollType(
  deps: Dependencies,
  align: AlignPort,
  active: ActiveMappings,
  type: AlignType,
  deadline: number,
): Promise<number> {
  const name = pollCursor(type);
  const programs = active.mappings.filter((m) => mappedAlignTypes(m).includes(type));
  const programIds = [...new Set(programs.map((m) => m.programId))];
  const cursor = await deps.cursors.get(name);
  const from = Date.parse(cursor?.watermark ?? active.since) - OVERLAP_MS;
  const changedSince = new Date(from).toISOString();
  let watermark = cursor?.watermark ?? null;
  let queued = 0;
  for (let skip = 0; ; skip += PAGE) {
    const items = await align.listItems({ type, programIds, changedSince, top: PAGE, skip });
    queued += await queueChanged(deps, active, items, 'align-poll');
    for (const { updated, created } of items) {
      const seen = updated ?? created;
      if (seen !== null && (watermark === null || seen > watermark)) watermark = seen;
    }
    // Storage writes are dear, and most polls find nothing: a cursor is only written when it has moved.
    if (watermark !== (cursor?.watermark ?? null)) {
      await deps.cursors.put(name, { watermark, afterId: 0, ranAt: nowIso(deps) });
    }
    if (items.length < PAGE || deps.now() > deadline) return queued;
  }
}

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
        hint: hint({ target, source, at, changedAt: item.updated, actor: editorOf(item, active) }),
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
  if (record.status === 'unlinked') return false;
  if (item.removed || record.digest === null) return true;
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
