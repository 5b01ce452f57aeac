import type { AlignType } from '../../contract/common';
import type { AlignItem } from '../../domain/align-item';
import type { HintTarget } from '../../domain/hint';
import { alignKey } from '../../domain/pair';
import { importItem } from '../import-item';
import type { ProjectContext } from '../sync-context';
import type { BackfillDependencies } from './dependencies';
import { freeItems, itemsPage } from './free-items';
import { handOn, logHandedOn } from './hand-on';
import { lookThrough } from './look-through';
import type { PageResult, PageRun } from './page';

/** One page of Align items: each without a pair gets its issue. */
export async function alignPage(
  deps: BackfillDependencies,
  context: ProjectContext,
  { type, after }: { type: AlignType; after: string | null },
  run: PageRun,
): Promise<PageResult> {
  const { items, next } = await itemsPage(deps, context, type, Number(after ?? 0));
  const free = new Set((await freeItems(deps, items)).map(alignKey));
  const failed: HintTarget[] = [];
  const { counts, last, failure } = await lookThrough<AlignItem>(items, {
    pairUp: async (item) => {
      if (!free.has(alignKey(item))) return 'skipped';
      const outcome = await importItem(ownRun(deps, context), item, null);
      return outcome === 'adopted' ? 'linked' : outcome;
    },
    handOn: ({ id }, error) => {
      logHandedOn(deps, error);
      failed.push({ kind: 'align', ref: { type, id } });
    },
    isSpent: run.isSpent,
    checkpoint: async (soFar, { id }) => {
      if (!run.isCheckpointDue()) return;
      await handOn(deps, context, failed);
      await run.checkpoint({ ...soFar, total: soFar.done }, String(id));
    },
  });
  await handOn(deps, context, failed);
  const isDone = counts.done === items.length;
  const stoppedAt = { after: last === undefined ? after : String(last.id) };
  return {
    // How many items there are is only known page by page.
    counts: { ...counts, total: counts.done },
    next: isDone && failure === null ? toCursor(next) : stoppedAt,
    failure,
  };
}

const toCursor = (id: number | null) => (id === null ? null : { after: String(id) });

/** The history of each pair names its own time and requests. */
function ownRun(deps: BackfillDependencies, context: ProjectContext): ProjectContext {
  return { ...context, startedAt: deps.now(), requestsBefore: { ...deps.meter.count } };
}
