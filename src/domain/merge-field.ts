import type { Problem, Side } from '../contract/common';
import type { ConflictPolicy, FieldDirection } from '../contract/mapping';
import type { ShownValue } from '../contract/history';
import { winnerOf } from './conflict';
import type { Conversion, FieldContext } from './fields/codec';
import type { AnyCodec } from './fields';
import type { FieldBaseline } from './pair';
import type { Stamp } from './stamp';

/** One field as both sides have it now, beside what they had when they last agreed. */
export interface FieldState {
  codec: AnyCodec;
  rule: { direction: FieldDirection; policy: ConflictPolicy };
  base: FieldBaseline | null;
  jira: unknown;
  align: unknown;
  jiraStamp: Stamp;
  alignStamp: Stamp;
  /** When each side's value was made. */
  jiraAt: string;
  alignAt: string | null;
  context: FieldContext;
}

/** A value that both sides changed and that lost. */
export interface Overruled {
  origin: Side;
  from: ShownValue | null;
  to: ShownValue | null;
}

/** What is to be done about one field. `base` is the field's baseline once it is done. */
export type Merge =
  | { kind: 'unchanged'; base: FieldBaseline }
  | { kind: 'agreed'; base: FieldBaseline; origins: Side[] }
  | { kind: 'write'; to: Side; value: unknown; base: FieldBaseline; overruled: Overruled | null }
  /** Both sides changed it, and a person is to choose. */
  | { kind: 'conflict' }
  | { kind: 'refused'; origin: Side; problem: Problem };

/** Three-way merge of one field. Pure. */
export function mergeField(field: FieldState): Merge {
  const now: FieldBaseline = { jira: field.jiraStamp, align: field.alignStamp };
  const jiraChanged = differs(field.base?.jira, field.jiraStamp);
  const alignChanged = differs(field.base?.align, field.alignStamp);
  const origin = originOf(field, jiraChanged, alignChanged);
  if (origin === null) return { kind: 'unchanged', base: now };

  const origins = changedSides(jiraChanged, alignChanged);
  if (field.codec.equal(field.jira, field.align, field.context)) {
    return { kind: 'agreed', base: now, origins };
  }
  if (origin === 'nobody') return { kind: 'conflict' };
  const conversion = convert(field, origin);
  if (!conversion.ok) return { kind: 'refused', origin, problem: conversion.problem };

  const to: Side = origin === 'jira' ? 'align' : 'jira';
  const written = stampFor(field, to, conversion.value);
  if (written.key === now[to]?.key) return { kind: 'agreed', base: now, origins };
  return {
    kind: 'write',
    to,
    value: conversion.value,
    base: { ...now, [to]: { ...written, unconfirmed: true } },
    overruled: jiraChanged && alignChanged ? loserOf(field, to) : null,
  };
}

/**
 * Whether a value is another one than the baseline's. A side may reformat what the app wrote: as long as the app's
 * own value has not been read back once, a difference in format only is not a change.
 */
function differs(base: Stamp | null | undefined, now: Stamp): boolean {
  if (base === null || base === undefined) return true;
  if (base.key === now.key) return false;
  const reformatted =
    base.unconfirmed === true && base.loose !== undefined && base.loose === now.loose;
  return !reformatted;
}

/** The side whose value is to go across; null when nothing is to, and nobody's until a person has chosen. */
function originOf(
  field: FieldState,
  jiraChanged: boolean,
  alignChanged: boolean,
): Side | 'nobody' | null {
  const { direction, policy } = field.rule;
  if (direction === 'off') return null;
  if (direction === 'to-align') return jiraChanged ? 'jira' : null;
  if (direction === 'to-jira') return alignChanged ? 'align' : null;
  if (jiraChanged && alignChanged) {
    const filled = onlyFilledAtMeeting(field);
    if (filled !== null) return filled;
    return policy === 'ask' ? 'nobody' : winnerOf(policy, field.jiraAt, field.alignAt);
  }
  return jiraChanged ? 'jira' : alignChanged ? 'align' : null;
}

/**
 * At their first meeting nobody has emptied a field: where one side has nothing, it gets what the other has. Null: both
 * have something or both nothing, or they have met before.
 */
function onlyFilledAtMeeting({ base, jiraStamp, alignStamp }: FieldState): Side | null {
  if (base !== null && (base.jira !== null || base.align !== null)) return null;
  const inJira = jiraStamp.shown !== null;
  const inAlign = alignStamp.shown !== null;
  if (inJira === inAlign) return null;
  return inJira ? 'jira' : 'align';
}

function changedSides(jiraChanged: boolean, alignChanged: boolean): Side[] {
  return [
    ...(jiraChanged ? (['jira'] as const) : []),
    ...(alignChanged ? (['align'] as const) : []),
  ];
}

function convert(field: FieldState, origin: Side): Conversion<unknown> {
  return origin === 'jira'
    ? field.codec.toAlign(field.jira, field.align, field.context)
    : field.codec.toJira(field.align, field.jira, field.context);
}

function stampFor(field: FieldState, side: Side, value: unknown): Stamp {
  return side === 'jira'
    ? field.codec.jira.stamp(value)
    : field.codec.align.stamp(value, field.context.alignType);
}

/** Without a baseline there was no agreement to break, so nothing is overruled: the values only met. */
function loserOf(field: FieldState, loser: Side): Overruled | null {
  if (field.base === null) return null;
  const from = field.base[loser]?.shown ?? null;
  const to = loser === 'jira' ? field.jiraStamp.shown : field.alignStamp.shown;
  return from === null && to === null ? null : { origin: loser, from, to };
}
