import type { FieldName } from '../../../src/contract/common';
import type { AppWrite } from '../ledger';
import { ALIGN_FIELD } from '../models/align';
import { nameOf, type Final, type FinalPair } from './final';

/**
 * P10: the app never writes because it has written. Behind each value that it carries to one side stands an edit that
 * a person has made on the other side since the app last wrote there.
 */
export function noEcho(final: Final): void {
  const { ledger } = final.world;
  for (const pair of final.pairs) {
    const ofPair = writesOf(final, pair);
    for (const write of ofPair) {
      if (isCertain(final, pair, write) && !hasReason(final, pair, write, ofPair)) {
        ledger.violate(
          'P10 no echo',
          `${nameOf(pair)} ${write.side} ${write.field} "${write.before}" -> "${write.after}" (step ${write.step})`,
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

function itemOn(side: 'jira' | 'align', { pair }: FinalPair): string {
  return side === 'jira' ? pair.issueId : `${pair.alignType}:${String(pair.alignId)}`;
}

function writesOf({ world }: Final, pair: FinalPair): AppWrite[] {
  return world.ledger.writes.filter(
    (write) => write.changed && write.item === itemOn(write.side, pair),
  );
}

/**
 * Under other rules a value may cross anew, and a parent also follows when its own twin comes. Of two runs at once,
 * which only a fault of the queue brings about, one may carry a value that the other has just replaced. And where a
 * write to Align got no answer, a person who sets the very same value cannot be told from its late effect.
 */
function isCertain({ world }: Final, { pair }: FinalPair, write: AppWrite): boolean {
  if (write.field === 'parent' || world.ledger.overlaps.has(`issue-${pair.issueId}`)) return false;
  const unclear = world.ledger.unanswered.some(
    ({ step, name }) =>
      step < write.step &&
      name.startsWith(`updateItem ${write.item} `) &&
      namesField(name, write.field),
  );
  if (unclear && write.side === 'align') return false;
  return !world.ruleChanges.some(({ projectId }) => projectId === pair.projectId);
}

function namesField(call: string, field: FieldName): boolean {
  const properties = call.split(' ')[2]?.split(',') ?? [];
  return properties.some((name) => ALIGN_FIELD[name as keyof typeof ALIGN_FIELD] === field);
}

function hasReason(
  { world }: Final,
  pair: FinalPair,
  write: AppWrite,
  ofPair: readonly AppWrite[],
): boolean {
  const origin = write.side === 'jira' ? 'align' : 'jira';
  const item = itemOn(origin, pair);
  const own = [...ofPair, ...world.ledger.creations].filter(
    (made) =>
      made.side === origin &&
      made.item === item &&
      made.step < write.step &&
      (!('field' in made) || made.field === write.field),
  );
  const since = Math.max(0, ...own.map(({ step }) => step));
  return world.ledger.edits.some(
    (edit) =>
      edit.side === origin &&
      edit.item === item &&
      edit.field === write.field &&
      edit.step >= since &&
      edit.step <= write.step,
  );
}
