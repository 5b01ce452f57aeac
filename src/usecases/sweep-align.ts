import { activeMappings, programsOf } from './active-mappings';
import { nowIso, type Dependencies } from './dependencies';
import { queueChanged } from './queue-changed';
import { sweepCursor } from '../domain/ports/store';

const PAGE = 100;

/**
 * Compares every item of the mapped programs with what was stored at its last sync. It finds what a poll cannot:
 * items without a `lastUpdatedDate`, changes that do not touch it, and types without a program.
 * Goes on at the next run where the share of this one ends.
 * @returns how many hints were queued
 */
export async function sweepAlign(deps: Dependencies, isSpent: () => boolean): Promise<number> {
  const active = await activeMappings(deps);
  if (active === null) return 0;
  const align = await deps.align(active.connection);
  let queued = 0;
  for (const type of active.types) {
    const name = sweepCursor(type);
    const programIds = programsOf(active, type);
    let afterId = (await deps.cursors.get(name))?.afterId ?? 0;
    while (!isSpent()) {
      const items = await align.listItems({ type, programIds, afterId, top: PAGE });
      queued += await queueChanged(deps, active, items, 'sweep');
      const last = items[items.length - 1];
      afterId = items.length < PAGE || last === undefined ? 0 : last.id;
      await deps.cursors.put(name, { watermark: null, afterId, ranAt: nowIso(deps) });
      if (afterId === 0) break;
    }
  }
  deps.log('info', 'swept', { queued, align: deps.meter.count.align });
  return queued;
}
