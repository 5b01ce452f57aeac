import type { AlignType } from '../../contract/common';
import type { AlignItem } from '../../domain/align-item';
import { SyncError } from '../../domain/errors';
import { hint } from '../../domain/hint';
import { alignKey } from '../../domain/pair';
import { nowIso } from '../dependencies';
import { importItem } from '../import-item';
import type { ProjectContext } from '../sync-context';
import type { BackfillDependencies } from './dependencies';
import { stopsAll } from './jira-page';
import type { PageResult } from './run';

const PAGE = 100;

/** One page of Align items: each without a pair gets its issue, when the mapping lets Align create issues. */
export async function alignPage(
  deps: BackfillDependencies,
  context: ProjectContext,
  type: AlignType,
  after: string | null,
): Promise<PageResult> {
  const items = await context.align.listItems({
    type,
    programIds: [context.mapping.programId],
    afterId: Number(after ?? 0),
    top: PAGE,
  });
  const last = items[items.length - 1];
  if (last === undefined) return { counts: {}, next: null };
  const records = await deps.pairs.alignRefs(items);
  const counts = { total: items.length, done: 0, created: 0, linked: 0, skipped: 0, handedOn: 0 };
  for (const item of items) {
    const known = item.removed || records.has(alignKey(item));
    counts[known ? 'skipped' : await attempt(deps, context, item)] += 1;
    counts.done += 1;
  }
  return { counts, next: items.length < PAGE ? null : String(last.id) };
}

async function attempt(
  deps: BackfillDependencies,
  context: ProjectContext,
  item: AlignItem,
): Promise<'created' | 'linked' | 'skipped' | 'handedOn'> {
  const own: ProjectContext = {
    ...context,
    startedAt: deps.now(),
    requestsBefore: { ...deps.meter.count },
  };
  try {
    const outcome = await importItem(own, item, null);
    return outcome === 'adopted' ? 'linked' : outcome;
  } catch (error) {
    if (!(error instanceof SyncError) || stopsAll(error)) throw error;
    await deps.queue.push([
      {
        hint: hint({
          target: { kind: 'align', ref: { type: item.type, id: item.id } },
          source: 'backfill',
          at: nowIso(deps),
          actor: context.hint.actor,
        }),
      },
    ]);
    return 'handedOn';
  }
}
