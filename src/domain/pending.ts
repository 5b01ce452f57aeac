import type { FieldName, Side } from '../contract/common';
import type { ProjectMapping } from '../contract/mapping';
import type { FieldChange } from '../contract/history';
import type { AlignItem } from './align-item';
import { activeFields, codecOf } from './fields';
import type { JiraIssue } from './issue';
import type { Baseline, FieldBaseline } from './pair';
import type { OwnAccounts, Plan } from './plan';
import type { Stamp } from './stamp';

/** A write that a run was about to make. */
export interface PendingWrite {
  readonly field: FieldName;
  readonly to: Side;
  /** The field's baseline once the write is done. */
  readonly base: FieldBaseline;
  /** What the history says of it: the change that is carried across, and in Align the edit that loses to it. */
  readonly changes: readonly FieldChange[];
  /** By the app's clock. */
  readonly at: string;
  /** Jira's `updated` when it was planned. */
  readonly jiraUpdated: string;
  /** A later run has come to its end; the write may only take effect belatedly. */
  readonly late?: true;
}

/**
 * What a run has stored before its first write. It stands only as long as nothing tells what became of the writes: a
 * run that was ended in their middle, or got no answer.
 */
export interface Pending {
  readonly writes: readonly PendingWrite[];
  /** What earlier runs without an end have done, and no entry tells of yet. */
  readonly untold: readonly FieldChange[];
}

/** Puts down what a plan is about to write. */
export function pendingOf(
  { writes, changes }: Plan,
  issue: Pick<JiraIssue, 'updated'>,
  at: string,
): PendingWrite[] {
  // An edit that loses in Jira stays in its changelog, where the next run finds it.
  const lost = changes.filter(
    ({ origin, outcome }) => origin === 'align' && outcome === 'overruled',
  );
  return writes.map(({ field, to, base, change }) => ({
    field,
    to,
    base,
    changes: [...lost.filter((one) => to === 'align' && one.field === field), change],
    at,
    jiraUpdated: issue.updated,
  }));
}

/** A request that got no answer can take effect as long as this after it was made. */
const SETTLE_MS = 60_000;

/**
 * What is still open after a run: writes that got no answer, and those of earlier runs that may yet take effect.
 * @param made the run's own writes
 * @param known fields of which it is known what became of the run's own write
 * @param earlier what was open before and has not taken effect
 * @param readAt when the run read both sides, by the app's clock
 */
export function stillPending(
  made: readonly PendingWrite[],
  known: ReadonlySet<FieldName>,
  earlier: readonly PendingWrite[],
  readAt: number,
): Pending | null {
  const open = made
    .filter(({ field }) => !known.has(field))
    // The edit that loses to it stands in the history by now.
    .map((write) => ({ ...write, changes: write.changes.slice(-1) }));
  const writes = [...earlier.filter((write) => mayComeAfter(write, readAt)), ...open];
  return writes.length === 0 ? null : { writes, untold: [] };
}

function mayComeAfter({ at }: PendingWrite, readAt: number): boolean {
  return readAt - Date.parse(at) < SETTLE_MS;
}

/** What is known of an earlier run's writes, now that both sides have been read again. */
export interface Settled {
  /** The baseline, with the writes that took effect. */
  readonly baseline: Baseline;
  /** What the history does not tell yet. */
  readonly changes: readonly FieldChange[];
  /** The others: they have not taken effect, or not yet. */
  readonly open: readonly PendingWrite[];
}

interface Sides {
  issue: JiraIssue;
  item: AlignItem;
  mapping: ProjectMapping;
  own: OwnAccounts;
}

/**
 * Finds out what became of the writes of a run without an end. One that took effect is part of the baseline, so that a
 * person who takes it back has made an edit and the app's own value is nobody's. In Jira the changelog tells; in Align
 * only the value does, so a write that a person has changed again counts as not made, and the two values are compared
 * as if it had not been.
 */
export function settle(pending: Pending | null, baseline: Baseline, sides: Sides): Settled {
  if (pending === null) return { baseline, changes: [], open: [] };
  const active = new Set(activeFields(sides.mapping, sides.item.type));
  const writes = pending.writes.filter(({ field }) => active.has(field));
  const took = writes.filter((write) => tookEffect(write, baseline[write.field], sides));
  return {
    baseline: { ...baseline, ...Object.fromEntries(took.map(({ field, base }) => [field, base])) },
    changes: [...pending.untold, ...took.flatMap(({ changes }) => changes)],
    open: writes
      .filter((write) => !took.includes(write))
      .map((write): PendingWrite => ({ ...write, changes: write.changes.slice(-1), late: true })),
  };
}

function tookEffect(
  { field, to, base, jiraUpdated, late }: PendingWrite,
  known: FieldBaseline | undefined,
  { issue, item, mapping, own }: Sides,
): boolean {
  const { jira, align } = codecOf(field, mapping);
  const now =
    to === 'align'
      ? align.stamp(align.read(item), item.type)
      : jira.stamp(jira.read(issue, mapping));
  if (isSame(base[to], now)) return !isSame(known?.[to] ?? null, now);
  if (to === 'align' || late === true) return false;
  const ids = jira.changeIds(mapping);
  const since = issue.changes.filter(
    ({ fieldId, at }) => ids.includes(fieldId) && Date.parse(at) > Date.parse(jiraUpdated),
  );
  // A person came after it. The app's own value that is another one is a status on its way.
  const isOwn = since.map(({ by }) => by?.id === own.jiraAccountId);
  return isOwn[0] === false && isOwn.includes(true);
}

function isSame(written: Stamp | null, now: Stamp): boolean {
  if (written === null) return false;
  return written.key === now.key || (written.loose !== undefined && written.loose === now.loose);
}
