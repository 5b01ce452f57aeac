import { pairOf, nameOf, type Final } from './final';

/**
 * P17: a removal on one side does on the other what the mapping says: nothing is removed that it does not name, and
 * where it names something, that was done or the history says that it was refused.
 */
export function removals(final: Final): void {
  const { ledger } = final.world;
  const fail = (what: string) => ledger.violate('P17 removals follow the policy', what);
  for (const { side, item } of ledger.removals) {
    const pair = pairOf(final, side, item);
    if (pair === undefined) continue;
    const { whenItemRemoved, whenIssueDeleted } = pair.mapping;
    const policy = side === 'jira' ? whenItemRemoved : whenIssueDeleted;
    if (policy === 'unlink') fail(`${nameOf(pair)} lost its side in ${side} against the mapping`);
    const other = side === 'jira' ? pair.item?.removed !== false : pair.issue === null;
    if (!other) fail(`${nameOf(pair)} lost its side in ${side}, and the other was there`);
  }
  for (const pair of final.pairs) {
    if (pair.pair.status !== 'unlinked' || pair.parked !== null) continue;
    const { code } = pair.entries.findLast(({ outcome }) => outcome === 'unlinked') ?? {};
    const { whenItemRemoved, whenIssueDeleted } = pair.mapping;
    if (code === 'ALIGN_ITEM_REMOVED' && whenItemRemoved !== 'unlink') {
      fail(`${nameOf(pair)}: nothing became of "${whenItemRemoved}"`);
    }
    if (code === 'JIRA_ISSUE_DELETED' && whenIssueDeleted !== 'unlink') {
      if (pair.item?.removed === false) fail(`${nameOf(pair)}: not done: "${whenIssueDeleted}"`);
    }
  }
}
