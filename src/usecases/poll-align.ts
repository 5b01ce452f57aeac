import type { AlignType } from '../contract/common';
import { ALIGN_TYPES } from '../domain/align-type';
import type { AlignPort } from '../domain/ports/align';
import { LAST_POLL, pollCursor } from '../domain/ports/store';
import { egressShare, TIMEOUT_SECONDS } from '../domain/run-limits';
import { nowIso, type Dependencies } from './dependencies';
import { activeMappings, programsOf, type ActiveMappings } from './active-mappings';
import { queueChanged } from './queue-changed';
import { shareOf } from './run-share';

/** How far behind the newest change a poll begins: Align's times may arrive out of order. */
const OVERLAP_MS = 10 * 60_000;
const PAGE = 100;

/** Part of its time after which a poll leaves the rest to the next one; a request may take half a minute. */
const PORTION = 0.7;

/**
 * Finds what changed in Align since the last poll and queues a hint for each. One request a type while nothing
 * changed, whatever the number of programs. An item that only carries the app's own writes is passed over.
 * @param timeoutSeconds after which the invocation is ended
 * @returns how many hints were queued
 */
export async function pollAlign(
  deps: Dependencies,
  timeoutSeconds: number = TIMEOUT_SECONDS.poll,
): Promise<number> {
  const active = await activeMappings(deps);
  if (active === null) return 0;
  const align = await deps.align(active.connection);
  const ms = timeoutSeconds * 1_000 * PORTION;
  const isSpent = shareOf(deps, { ms, alignRequests: egressShare(timeoutSeconds) });
  let queued = 0;
  for (const type of active.types.filter((t) => ALIGN_TYPES[t].hasProgram)) {
    if (isSpent()) break;
    queued += await pollType(deps, align, active, type, isSpent);
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
  isSpent: () => boolean,
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
    if (items.length < PAGE || isSpent()) return queued;
  }
}
