import type { FieldChange } from '../../../src/contract/history';
import { codecOf, extraJiraFields } from '../../../src/domain/fields';
import type { AppWrite } from '../ledger';
import { alwaysBoth, nameOf, pairOf, plain, says, type Final, type FinalPair } from './final';

/** P5: every effect stands in the history as it was, and the history alone rebuilds what both sides have. */
export function history(final: Final): void {
  const fail = (what: string) => final.world.ledger.violate('P5 history', what);
  for (const write of final.world.ledger.writes) {
    if (write.changed) writeIsRecorded(final, write, fail);
  }
  for (const pair of final.pairs) {
    sequencesAreWhole(pair, fail);
    if (pair.pair.status !== 'paired' || pair.issue === null || pair.item === null) continue;
    if (pair.item.removed || pair.parked !== null) continue;
    baselineIsReal(final, pair, fail);
    replayRebuilds(final, pair, fail);
  }
}

function writeIsRecorded(final: Final, write: AppWrite, fail: (what: string) => void): void {
  const pair = pairOf(final, write.side, write.item);
  if (pair === undefined) return;
  const { ledger } = final.world;
  const what = `${nameOf(pair)} ${write.side} ${write.field} "${write.before}" -> "${write.after}" (step ${write.step})`;
  const own = ledger.entries.filter(
    ({ run, step, entry }) =>
      run === write.run &&
      step >= write.step &&
      entry.pairId === pair.pair.issueId &&
      entry.outcome !== 'parked',
  );
  if (own.length > 0 && !write.unheard) {
    const origin = write.side === 'jira' ? 'align' : 'jira';
    const changes = own
      .flatMap(({ entry }) => entry.changes)
      .filter((c) => c.field === write.field && c.outcome === 'applied' && c.origin === origin);
    // A status may take several steps in one run, and what an earlier run without an end did is told first.
    const change =
      changes.findLast(({ to }) => says(pair, write.field, to?.text, write.after)) ??
      changes[changes.length - 1];
    if (change === undefined) fail(`${what} is not in its run's entries`);
    else if (write.field !== 'owner') {
      if (!says(pair, write.field, change.to?.text, write.after)) {
        fail(`${what} stands as written "${String(change.to?.text)}"`);
      }
      if (write.beforeRead !== null && plain(change.from?.text) !== plain(write.beforeRead)) {
        fail(
          `${what} stands as replacing "${String(change.from?.text)}", read "${write.beforeRead}"`,
        );
      }
    }
    return;
  }
  if (pair.pair.status !== 'paired' || pair.parked !== null) return;
  // A field that is mapped anew has no baseline, and two values that only meet leave no entry.
  if (final.world.ruleChanges.some(({ projectId }) => projectId === pair.pair.projectId)) return;
  const laterEdit = ledger.edits.some(
    (edit) =>
      edit.step > write.step &&
      edit.field === write.field &&
      pairOf(final, edit.side, edit.item) === pair,
  );
  const found = pair.entries.some(({ changes }) =>
    changes.some(
      (change) =>
        change.field === write.field &&
        [change.from, change.to].some((value) => says(pair, write.field, value?.text, write.after)),
    ),
  );
  // What the next run found to be the same on both sides is told under the name that the other side has for it.
  const agreed = ledger.entries.some(
    ({ step, entry }) =>
      step > write.step &&
      entry.pairId === pair.pair.issueId &&
      entry.changes.some(({ field, outcome }) => field === write.field && outcome === 'agreed'),
  );
  // What an attempt without a commit had written into its new twin is part of the adoption.
  const adopted = pair.entries.some(({ outcome }) => outcome === 'adopted');
  // Of two runs at once, which only a fault of the queue brings about, the second may write over the first's value.
  const superseded =
    ledger.overlaps.has(`issue-${pair.pair.issueId}`) &&
    ledger.writes.some(
      ({ run, side, item, field, step }) =>
        run !== write.run &&
        side === write.side &&
        item === write.item &&
        field === write.field &&
        step >= write.step,
    );
  if (!found && !laterEdit && !agreed && !adopted && !superseded)
    fail(`${what} is nowhere in the history`);
}

function sequencesAreWhole({ pair, entries }: FinalPair, fail: (what: string) => void): void {
  const numbers = entries
    .filter(({ outcome }) => outcome !== 'parked')
    .map(({ sequence }) => sequence);
  const wanted = Array.from({ length: pair.sequence }, (_, i) => i + 1);
  if (JSON.stringify(numbers) !== JSON.stringify(wanted)) {
    fail(`${pair.issueKey} has the entries ${numbers.join()}, not 1 to ${pair.sequence}`);
  }
}

function baselineIsReal(final: Final, pair: FinalPair, fail: (what: string) => void): void {
  const { issue, item, mapping } = pair;
  if (issue === null || item === null) return;
  const issueView = final.world.jira.view(issue, extraJiraFields(mapping));
  const itemView = final.world.align.view(item);
  for (const field of pair.fields) {
    if (pair.pair.refused[field] !== undefined) continue;
    const base = pair.pair.baseline[field];
    const codec = codecOf(field, mapping);
    const real = {
      jira: codec.jira.stamp(codec.jira.read(issueView, mapping)),
      align: codec.align.stamp(codec.align.read(itemView), item.type),
    };
    for (const side of ['jira', 'align'] as const) {
      if (base?.[side]?.key === real[side].key) continue;
      if (base?.[side]?.unconfirmed === true && base[side].loose === real[side].loose) continue;
      fail(
        `${nameOf(pair)} baseline of ${side} ${field} is "${String(base?.[side]?.key)}", real "${real[side].key}"`,
      );
    }
  }
}

/** Follows the entries of a field from the first to the last: the last value is the one that both sides have. */
function replayRebuilds(final: Final, pair: FinalPair, fail: (what: string) => void): void {
  const { issue, item } = pair;
  if (issue === null || item === null) return;
  for (const field of pair.fields) {
    if (field === 'owner' || pair.pair.refused[field] !== undefined) continue;
    if (!alwaysBoth(final, pair, field)) continue;
    let last: FieldChange | null = null;
    for (const { changes } of pair.entries) {
      for (const change of changes) {
        const counts = change.outcome === 'applied' || change.outcome === 'agreed';
        if (change.field === field && counts) last = change;
      }
    }
    if (last === null) continue;
    const target =
      last.outcome === 'agreed' ? last.origin : last.origin === 'jira' ? 'align' : 'jira';
    const real =
      target === 'jira'
        ? final.world.jira.shown(issue, field)
        : final.world.align.shown(item, field);
    if (!says(pair, field, last.to?.text, real)) {
      fail(`${nameOf(pair)} ${field} is "${real}", by its history "${String(last.to?.text)}"`);
    }
  }
}
