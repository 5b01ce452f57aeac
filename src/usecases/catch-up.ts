import { AlignType } from '../contract/common';
import { pollCursor } from '../domain/ports/store';
import { CLOCK_SKEW_MS } from './creation-timing';
import type { Dependencies } from './dependencies';
import { retryParked, type ParkedSelection } from './parked';

export type CatchUpDependencies = Pick<Dependencies, 'cursors' | 'parked' | 'queue' | 'now'>;

/**
 * After a pause everything that happened meanwhile is looked for. The sweep of Jira has stood still for what was
 * paused and goes on from there; the poll of Align, which other projects have moved on, is put back to the beginning
 * of the pause; and what neither would find is queued again. Should a poll that is at work move its place on once
 * more, the hourly sweep of Align still compares every item.
 * @param since when the pause began
 */
export async function catchUp(
  deps: CatchUpDependencies,
  since: string,
  kept: ParkedSelection,
): Promise<void> {
  // The watermark is by Align's clock.
  const from = new Date(Date.parse(since) - CLOCK_SKEW_MS).toISOString();
  for (const type of AlignType.options) {
    const cursor = await deps.cursors.get(pollCursor(type));
    if (cursor?.watermark == null || cursor.watermark <= from) continue;
    await deps.cursors.put(pollCursor(type), { ...cursor, watermark: from });
  }
  await retryParked(deps, kept);
}
