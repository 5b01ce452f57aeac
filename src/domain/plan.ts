import { isCustom, type Actor, type FieldName, type Side } from '../contract/common';
import type { FieldChange } from '../contract/history';
import type { AlignItem } from './align-item';
import { alignAuthor, jiraAuthor, overwrittenEdits, type Authorship } from './attribution';
import { activeFields, codecOf, type AnyCodec } from './fields';
import type { FieldContext } from './fields/codec';
import type { JiraIssue } from './issue';
import { pairingOf, ruleOf } from './mapping';
import { mergeField, type Merge } from './merge-field';
import { withChoiceNames } from './name-choices';
import type { Baseline, FieldBaseline, Pair, Refusal } from './pair';
import { CONFLICT, conflictProblem, decidedSide, type Decision } from './decision';
import { refusalKey, standingWinner, type Stamps } from './refusal';
import { shorten } from './stamp';

/** A field that is to be written to one side. */
export interface FieldWrite {
  readonly field: FieldName;
  readonly to: Side;
  readonly value: unknown;
  /** The field's baseline once the write is done. */
  readonly base: FieldBaseline;
  readonly change: FieldChange;
  /** Recognises the write if it is refused again, see `refusalKey`. */
  readonly key: string;
}

/** The accounts that the app writes as. */
export interface OwnAccounts {
  readonly alignUid: string;
  readonly jiraAccountId: string;
}

/** Everything that a plan depends on: what is stored, both sides as they were read, and who the app is. */
export interface PlanInput {
  readonly pair: Pick<Pair, 'baseline' | 'refused' | 'jiraUpdated' | 'decisions'>;
  readonly issue: JiraIssue;
  readonly item: AlignItem;
  readonly context: FieldContext;
  /** The person the hint names, for a change whose author Jira's changelog does not tell. */
  readonly hintActor: Actor | null;
  readonly own: OwnAccounts;
  /** Try again what was refused before. */
  readonly retryRefused: boolean;
}

/** What one reconcile will do. Nothing has been done yet. */
export interface Plan {
  readonly writes: readonly FieldWrite[];
  /** Changes that need no write: agreed, overruled, or refused by the mapping. */
  readonly changes: readonly FieldChange[];
  /** The baseline before any write: fields to be written still have their old one. */
  readonly baseline: Baseline;
  readonly refused: Pair['refused'];
  /** The choices of persons that still hold: those of the values that both sides have now. */
  readonly decisions: NonNullable<Pair['decisions']>;
}

/** Compares both sides with their baseline, field by field. Pure: the same input gives the same plan. */
export function plan(input: PlanInput): Plan {
  const result: MutablePlan = {
    writes: [],
    changes: [],
    baseline: {},
    refused: {},
    decisions: {},
  };
  for (const field of activeFields(input.context.mapping, input.context.alignType)) {
    planField(input, field, result);
  }
  return {
    ...result,
    writes: result.writes.map((write) => ({
      ...write,
      change: withChoiceNames(write.change, input.context),
    })),
    changes: result.changes.map((change) => withChoiceNames(change, input.context)),
  };
}

interface MutablePlan {
  writes: FieldWrite[];
  changes: FieldChange[];
  baseline: Partial<Record<FieldName, FieldBaseline>>;
  refused: Partial<Record<FieldName, Refusal>>;
  decisions: Partial<Record<FieldName, Decision>>;
}

function planField(input: PlanInput, field: FieldName, result: MutablePlan): void {
  const { pair, issue, item, context } = input;
  const codec = codecOf(field, context.mapping);
  const base = pair.baseline[field] ?? null;
  const jira = codec.jira.read(issue, context.mapping);
  const align = codec.align.read(item);
  const jiraStamp = codec.jira.stamp(jira);
  const alignStamp = codec.align.stamp(align, context.alignType);
  const stamps: Stamps = { jira: jiraStamp, align: alignStamp };
  const rule = ruleOf(context.mapping, context.alignType, field);
  const changeIds = codec.jira.changeIds(context.mapping);
  const recorded = jiraAuthor(issue.changes, changeIds, pair.jiraUpdated);
  const authors: Record<Side, Authorship> = {
    jira: recorded ?? {
      by: input.hintActor?.side === 'jira' ? input.hintActor : null,
      at: issue.updated,
    },
    align: alignAuthor(item, input.own.alignUid),
  };
  // A value that the app itself has set in Jira, in a run that was stopped before it was recorded, is nobody's edit.
  const ownValue = recorded?.by?.id === input.own.jiraAccountId;
  const known = pair.refused[field];
  // Of a conflict that waits for a person nobody has been the winner.
  const standing =
    rule.policy === 'newest' && known?.code !== CONFLICT ? standingWinner(known, stamps) : null;
  const decision = rule.policy === 'ask' ? pair.decisions?.[field] : undefined;
  const decided = decidedSide(decision, stamps);
  if (decision !== undefined && decided !== null) result.decisions[field] = decision;
  const winner = decided ?? standing ?? (ownValue ? 'align' : null);
  result.changes.push(...overwrittenChanges(input, field, changeIds, base));
  const merge = mergeField({
    codec,
    rule: winner === null ? rule : { ...rule, policy: winner },
    base,
    jira,
    align,
    jiraStamp,
    alignStamp,
    jiraAt: authors.jira.at ?? issue.updated,
    alignAt: authors.align.at,
    context,
  });
  record({ field, codec, merge, base, stamps, authors, input, result });
}

/** What a person set in Jira between the app's read and its write stays in the history as the value that lost. */
function overwrittenChanges(
  input: PlanInput,
  field: FieldName,
  fieldIds: readonly string[],
  base: FieldBaseline | null,
): FieldChange[] {
  const { pair, issue, own } = input;
  return overwrittenEdits(issue.changes, fieldIds, pair.jiraUpdated, own.jiraAccountId).map(
    ({ by, to }) => ({
      ...called(field, input),
      origin: 'jira',
      from: base?.jira?.shown ?? null,
      to: to === null || to === '' ? null : shorten(to),
      outcome: 'overruled',
      by,
      remedy: null,
    }),
  );
}

/** A field as a change names it. */
function called(field: FieldName, { context }: PlanInput): Pick<FieldChange, 'field' | 'name'> {
  const name = isCustom(field) ? pairingOf(context.mapping, field)?.name : undefined;
  return name === undefined ? { field } : { field, name };
}

/** A new item whose creation answered no more than its id is assumed to be as it was sent: that confirms nothing. */
function wasRead({ created, updated }: AlignItem): boolean {
  return created !== null || updated !== null;
}

interface Recorded {
  field: FieldName;
  codec: AnyCodec;
  merge: Merge;
  base: FieldBaseline | null;
  stamps: Stamps;
  authors: Record<Side, Authorship>;
  input: PlanInput;
  result: MutablePlan;
}

function record({ field, codec, merge, base, stamps, authors, input, result }: Recorded): void {
  const decidedBy = result.decisions[field]?.by;
  const change = (
    origin: Side,
    from: FieldChange['from'],
    to: FieldChange['to'],
    outcome: FieldChange['outcome'],
    remedy: string | null = null,
  ): FieldChange => ({
    ...called(field, input),
    origin,
    from,
    to,
    outcome,
    by: authors[origin].by,
    ...(decidedBy === undefined ? {} : { decidedBy }),
    remedy,
  });

  if (merge.kind === 'conflict') {
    if (base !== null) result.baseline[field] = base;
    return recordConflict({ field, stamps, input, result, change });
  }
  if (merge.kind === 'unchanged' || merge.kind === 'agreed') {
    const assumed = merge.kind === 'unchanged' && !wasRead(input.item) ? base?.align : null;
    result.baseline[field] = assumed == null ? merge.base : { ...merge.base, align: assumed };
    // Without an earlier agreement nobody changed anything: the two sides only met.
    if (merge.kind === 'agreed' && base !== null) {
      for (const origin of merge.origins.filter((side) => base[side] !== null)) {
        const from = base[origin]?.shown ?? null;
        result.changes.push(change(origin, from, stamps[origin].shown, 'agreed'));
      }
    }
    return;
  }
  if (base !== null) result.baseline[field] = base;
  const origin: Side =
    merge.kind === 'refused' ? merge.origin : merge.to === 'align' ? 'jira' : 'align';
  const target: Side = origin === 'jira' ? 'align' : 'jira';
  const from = stamps[target].shown;
  const to = stamps[origin].shown;
  const written = merge.kind === 'write' ? (merge.base[target]?.key ?? null) : null;
  const key = refusalKey(origin, stamps, written);
  const known = input.pair.refused[field];
  const sameRefusal = known !== undefined && known.key === key;

  if (merge.kind === 'refused') {
    result.refused[field] = { key, by: 'app', ...merge.problem };
    if (!sameRefusal || known.code !== merge.problem.code) {
      result.changes.push(change(origin, from, to, 'refused', merge.problem.remedy));
    }
    return;
  }
  // What the app itself refused costs no request to try; what a side refused is not tried at every hint.
  if (sameRefusal && known.by !== 'app' && !input.retryRefused) {
    result.refused[field] = known;
    return;
  }
  if (merge.overruled !== null) {
    const { origin: loser, from: was, to: lost } = merge.overruled;
    result.changes.push(change(loser, was, lost, 'overruled'));
  }
  const shown = merge.base[target]?.shown ?? null;
  result.writes.push({
    field,
    to: target,
    value: merge.value,
    base: merge.base,
    change: change(origin, from, holdsReference(codec) ? to : (shown ?? to), 'applied'),
    key,
  });
}

/** What goes across as the other side's id is shown by its name where it comes from. */
function holdsReference({ holdsPerson, named }: AnyCodec): boolean {
  return holdsPerson === true || named !== undefined;
}

interface FoundConflict extends Pick<Recorded, 'field' | 'stamps' | 'input' | 'result'> {
  change: (
    origin: Side,
    from: FieldChange['from'],
    to: FieldChange['to'],
    outcome: FieldChange['outcome'],
    remedy: string | null,
  ) => FieldChange;
}

/** Neither side is written. It is told once for the same two values. */
function recordConflict({ field, stamps, input, result, change }: FoundConflict): void {
  const { jira, align } = stamps;
  const { name } = called(field, input);
  const problem = conflictProblem(name ?? field, stamps);
  const key = refusalKey('jira', stamps, null);
  const known = input.pair.refused[field];
  const conflict = {
    ...(name === undefined ? {} : { name }),
    jira: jira.shown,
    align: align.shown,
  };
  result.refused[field] = { key, by: 'app', ...problem, conflict };
  if (known?.key === key && known.code === CONFLICT) return;
  result.changes.push(change('jira', align.shown, jira.shown, 'refused', problem.remedy));
}
