import type { FieldChange, ShownValue } from '../contract/history';
import { codecOf } from './fields';
import type { FieldContext } from './fields/codec';
import { shorten } from './stamp';

/** A change with the names of choices where Align gives bare numbers: history is read by people. */
export function withChoiceNames(change: FieldChange, context: FieldContext): FieldChange {
  const { named } = codecOf(change.field, context.mapping);
  if (named === undefined) return change;
  const { from, to, origin, outcome } = change;
  const name = (value: ShownValue | null) =>
    value === null ? null : shorten(named(value.text, context));
  // What a side has overruled or agreed on is its own value; otherwise `from` is what the target had.
  const own = outcome === 'overruled' || outcome === 'agreed';
  if (origin === 'align') return { ...change, from: own ? name(from) : from, to: name(to) };
  return { ...change, from: own ? from : name(from) };
}
