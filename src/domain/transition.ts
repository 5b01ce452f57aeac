import type { JiraStatus } from './issue';

/** A field on the screen of a transition. */
export interface TransitionField {
  /** Jira field id. */
  readonly id: string;
  readonly name: string;
  readonly required: boolean;
  readonly hasDefault: boolean;
  /** Values that Jira offers, as far as they have an id and a name. */
  readonly allowed: readonly { id: string; name: string }[];
}

/** A move that the workflow offers for an issue as it is now. */
export interface Transition {
  readonly id: string;
  readonly name: string;
  readonly to: JiraStatus;
  readonly hasScreen: boolean;
  readonly fields: readonly TransitionField[];
}

/** What the app has to fill a screen with. */
export interface Fillings {
  /** Name of the resolution that the mapping chooses; null leaves it to the app. */
  readonly resolution: string | null;
  /** REST values of the mapped fields, by Jira field id. Empty ones are left out. */
  readonly known: Readonly<Record<string, unknown>>;
}

/** The fields that a transition is sent with, and those that it demands and the app has nothing for. */
export interface Filled {
  readonly transition: Transition;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly missing: readonly TransitionField[];
}

const RESOLUTION = 'resolution';

/**
 * The transition to take to a status: one that lacks nothing, then one that demands nothing, then one without a screen.
 * Null when none leads there.
 */
export function transitionTo(
  offered: readonly Transition[],
  statusId: string,
  fillings: Fillings,
): Filled | null {
  const filled = offered
    .filter(({ to }) => to.id === statusId)
    .map((transition) => fill(transition, fillings));
  const trouble = ({ missing, transition }: Filled) => [
    missing.length,
    transition.fields.filter(isDemanded).length,
    Number(transition.hasScreen),
  ];
  filled.sort((one, other) => compare(trouble(one), trouble(other)));
  return filled[0] ?? null;
}

function fill(transition: Transition, { resolution, known }: Fillings): Filled {
  const fields: Record<string, unknown> = {};
  const missing: TransitionField[] = [];
  for (const field of transition.fields) {
    const value = field.id === RESOLUTION ? resolutionFor(field, resolution) : known[field.id];
    const wanted = isDemanded(field) || (field.id === RESOLUTION && resolution !== null);
    if (wanted && value !== undefined) fields[field.id] = value;
    else if (isDemanded(field)) missing.push(field);
  }
  return { transition, fields, missing };
}

/** Whether a REST value of a field is one at all. */
export function isFilled(value: unknown): boolean {
  return value != null && value !== '' && !(Array.isArray(value) && value.length === 0);
}

function isDemanded({ required, hasDefault }: TransitionField): boolean {
  return required && !hasDefault;
}

/** What most workflows call it when work has come to its end as planned. */
const USUAL = 'done';

function resolutionFor({ allowed }: TransitionField, chosen: string | null): unknown {
  const named = (name: string) => allowed.find((one) => one.name.toLowerCase() === name);
  if (chosen !== null && allowed.length === 0) return { name: chosen };
  const found = chosen === null ? (named(USUAL) ?? allowed[0]) : named(chosen.trim().toLowerCase());
  return found === undefined ? undefined : { id: found.id };
}

function compare(one: readonly number[], other: readonly number[]): number {
  const index = one.findIndex((value, i) => value !== other[i]);
  return index < 0 ? 0 : (one[index] ?? 0) - (other[index] ?? 0);
}
