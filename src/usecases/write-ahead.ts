import type { AlignItem } from '../domain/align-item';
import type { AuditEffect } from '../domain/audit-entry';
import type { AlignRefRecord, Pair } from '../domain/pair';
import type { PendingWrite, Settled } from '../domain/pending';
import type { HeldRef } from '../domain/ports/store';
import { nowIso } from './dependencies';
import { entriesOf } from './record-effect';
import type { ProjectContext } from './sync-context';

/** A run between its plan and its commit. */
export interface Begun {
  context: ProjectContext;
  pair: Pair;
  /** Effects that led here and no entry tells of yet. */
  before: readonly AuditEffect[];
  /** The claim on the item that a pair without a record comes from. */
  held: HeldRef | null;
  /** What became of the writes of earlier runs that have not come to their end. */
  settled: Settled;
  /** What the run is about to write. */
  writes: readonly PendingWrite[];
}

interface Ahead extends Omit<Begun, 'context' | 'held'> {
  item: AlignItem;
}

/**
 * Stores what a run is about to write before it writes anything: whatever ends the run, the next one can tell the
 * app's own values from people's, and knows of an edit in Align that the run has written over. It also keeps two runs
 * of a pair apart: the second is refused before its first write. Two that have just been paired are paired from here
 * on, whatever becomes of the writes.
 * @throws ConcurrentChangeError when another run of the pair came first
 */
export async function writeAhead(
  context: ProjectContext,
  { pair, before, settled, writes, item }: Ahead,
): Promise<Begun> {
  const { deps, mapping } = context;
  const next: Pair = {
    ...pair,
    status: 'paired',
    revision: pair.revision + 1,
    sequence: pair.sequence + before.length,
    baseline: settled.baseline,
    jiraFields: mapping.jiraFields,
    creation: null,
    pending: { writes: [...settled.open, ...writes], untold: settled.changes },
  };
  await deps.pairs.commit({
    pair: next,
    alignRef: pair.status === 'paired' ? null : { ref: item, record: unseenRef(deps, next) },
    entries: entriesOf(context, { ...next, sequence: pair.sequence }, before),
    endIntent: pair.creation?.intentKey ?? null,
  });
  const rest =
    before.length === 0 ? context : { ...context, requestsBefore: { ...deps.meter.count } };
  return { context: rest, pair: next, before: [], held: null, settled, writes };
}

/** Without a digest a poll looks at the item again, in case this run does not come to its end. */
export function unseenRef(
  deps: Pick<ProjectContext['deps'], 'now'>,
  { issueId, projectId }: Pair,
): AlignRefRecord {
  const at = nowIso(deps);
  return { v: 1, status: 'paired', issueId, projectId, digest: null, alignUpdated: null, at };
}
