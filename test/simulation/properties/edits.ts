import type { HumanEdit } from '../ledger';
import { nameOf, pairOf, says, type Final, type FinalPair } from './final';

/**
 * P3: the value of each human edit is the final one, or was beaten by a later edit of the field, or stands in the
 * history. Jira's changelog keeps what the app has overwritten unseen, so there are no exceptions on that side. Align
 * keeps nothing: an edit between the app's read and its write is lost to everybody, and is counted.
 * @returns how many were
 */
export function noLostEdit(final: Final): number {
  let unseen = 0;
  for (const edit of final.world.ledger.edits) {
    const pair = pairOf(final, edit.side, edit.item);
    if (pair === undefined || stands(final, edit) || beaten(final, edit, pair)) continue;
    if (inHistory(edit, pair)) continue;
    if (edit.side === 'align' && betweenReadAndWrite(final, edit)) {
      unseen += 1;
      continue;
    }
    if (pair.pair.status !== 'paired' || pair.parked !== null) continue;
    final.world.ledger.violate(
      'P3 no lost edit',
      `${nameOf(pair)} ${edit.field} "${edit.shown}" of ${edit.side} (step ${edit.step})`,
    );
  }
  return unseen;
}

/** The edit's own side still has it, or is gone with all that it had. */
function stands(final: Final, { side, item, field, key }: HumanEdit): boolean {
  const { jira, align } = final.world;
  if (side === 'jira') {
    const issue = jira.issues.get(item);
    return issue === undefined || issue.deleted || jira.keys(issue)[field] === key;
  }
  const found = align.items.get(item);
  return found === undefined || found.gone || found.removed || align.keys(found)[field] === key;
}

function beaten(final: Final, edit: HumanEdit, { pair }: FinalPair): boolean {
  const twin = pair.alignId === null ? '' : `${pair.alignType}:${pair.alignId}`;
  return final.world.ledger.edits.some(
    (later) =>
      later.step > edit.step &&
      later.field === edit.field &&
      later.item === (later.side === 'jira' ? pair.issueId : twin),
  );
}

function inHistory({ field, shown }: HumanEdit, pair: FinalPair): boolean {
  return pair.entries.some(({ changes }) =>
    changes.some(
      (change) =>
        change.field === field &&
        [change.from, change.to].some((value) => says(pair, field, value?.text, shown)),
    ),
  );
}

/**
 * Neither API takes a condition with a write, and Align keeps no changelog by field: an edit there that falls between
 * the app's read and its write is seen by nobody.
 */
function betweenReadAndWrite(final: Final, edit: HumanEdit): boolean {
  return final.world.ledger.writes.some(
    (write) =>
      write.side === edit.side &&
      write.item === edit.item &&
      write.field === edit.field &&
      write.readAt <= edit.step &&
      edit.step <= write.step,
  );
}
