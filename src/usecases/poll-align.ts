import type { AlignType } from '../contract/common';
import { ALIGN_TYPES } from '../domain/align-type';
import type { AlignPort } from '../domain/ports/align';
import { LAST_POLL, pollCursor } from '../domain/ports/store';
import { nowIso, type Dependencies } from './dependencies';
import { activeMappings, programsOf, type ActiveMappings } from './active-mappings';
import { queueChanged } from './queue-changed';

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
  const programIds = programsOf(active, type);
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
