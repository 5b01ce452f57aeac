import { nameOf, type Final } from './final';

/**
 * P10: the app never writes because it has written. Each human edit of a field is carried over at most once, so a
 * pair's changed values are bounded by what people did to it. Two runs of one pair at once, and a write that lands
 * after it was given up, may each put an older value back once: both are counted on top.
 */
export function noEcho(final: Final): void {
  const { ledger, ruleChanges } = final.world;
  for (const pair of final.pairs) {
    const { issueId, alignType, alignId, projectId } = pair.pair;
    const mine = ({ side, item }: { side: string; item: string }) =>
      item === (side === 'jira' ? issueId : `${alignType}:${String(alignId)}`);
    const writes = ledger.writes.filter((write) => write.changed && mine(write));
    const fields = new Set(writes.map(({ field }) => field));
    for (const field of fields) {
      const made = writes.filter((write) => write.field === field);
      const edits = ledger.edits.filter((edit) => edit.field === field && mine(edit)).length;
      const rules = ruleChanges.filter((change) => change.projectId === projectId).length;
      const stale = made.filter(({ late }) => late).length;
      const overlaps = ledger.overlaps.has(`issue-${issueId}`) ? made.length : 0;
      // A new twin is brought in step once, and a parent follows when its own twin comes.
      const bound = edits + rules + 1 + 2 * stale + overlaps + (field === 'parent' ? 3 : 0);
      if (made.length > bound) {
        ledger.violate(
          'P10 no echo',
          `${nameOf(pair)} ${field}: ${made.length} writes for ${edits} edits`,
        );
      }
    }
  }
  const bound =
    40 + 10 * ledger.humanActions + 12 * final.pairs.length + 6 * final.world.faults.total;
  if (ledger.effects > bound) {
    ledger.violate('P2 quiescence', `${ledger.effects} effects for ${ledger.humanActions} actions`);
  }
}
