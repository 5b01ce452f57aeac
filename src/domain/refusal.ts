import type { Side } from '../contract/common';
import type { Refusal } from './pair';
import type { Stamp } from './stamp';

/** A field's value on both sides. */
export type Stamps = Readonly<Record<Side, Stamp>>;

const SIDES: readonly Side[] = ['jira', 'align'];

function situation(origin: Side, stamps: Stamps): string {
  return JSON.stringify([origin, stamps.jira.key, stamps.align.key]);
}

/**
 * Names an attempt to carry a value across, to recognise it when it is refused again.
 * @param written key of the value as it is written; null when the app itself refuses to convert it
 */
export function refusalKey(origin: Side, stamps: Stamps, written: string | null): string {
  return situation(origin, stamps) + (written ?? '');
}

/** Keys of the two values of a refusal that the app made before it converted either; null for any other refusal. */
export function comparedValues({
  key,
}: Pick<Refusal, 'key'>): { jira: string; align: string } | null {
  try {
    const [, jira, align] = JSON.parse(key) as unknown[];
    return typeof jira === 'string' && typeof align === 'string' ? { jira, align } : null;
  } catch {
    // Followed by the value that was to be written.
    return null;
  }
}

/**
 * The side that had won when the field was refused, while both values are still the ones that were compared then:
 * a conflict is not decided anew because something else on one of the items has become newer.
 */
export function standingWinner(known: Refusal | undefined, stamps: Stamps): Side | null {
  return SIDES.find((origin) => known?.key.startsWith(situation(origin, stamps))) ?? null;
}
