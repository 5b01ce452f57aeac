/**
 * Why somebody has no certain twin on the other side.
 * `not-found`: nobody there can be found by the e-mail address. `several`: more than one has it.
 * `email-hidden`: the person's own side shows no address. `inactive`: the account there is switched off.
 */
export type Unmatched = 'not-found' | 'several' | 'email-hidden' | 'inactive';

/** Who somebody is on the other side; or the person's own name, and why nobody there is certain. */
export type PersonMatch =
  { readonly id: string } | { readonly unmatched: Unmatched; readonly name: string };

/** The people whom two items name, looked up before planning, for every field that holds a person. */
export interface PeopleMatches {
  /** Align users by Jira account id. */
  readonly uidOf: ReadonlyMap<string, PersonMatch>;
  /** Jira accounts by Align uid. */
  readonly accountOf: ReadonlyMap<string, PersonMatch>;
}

/** Nobody was looked up. */
export const NO_PEOPLE: PeopleMatches = { uidOf: new Map(), accountOf: new Map() };

/** The twin's id; null when it is not certain. */
export function matchedId(match: PersonMatch | undefined): string | null {
  return match !== undefined && 'id' in match ? match.id : null;
}

/** Whether a Jira account and an Align user are one person, as either side tells. */
export function isSamePerson(people: PeopleMatches, accountId: string, uid: string): boolean {
  return (
    matchedId(people.uidOf.get(accountId)) === uid ||
    matchedId(people.accountOf.get(uid)) === accountId
  );
}

/** The only one of those found who is not switched off; several are never chosen from. */
export function theOnlyOne<T>(
  found: readonly (T & { readonly active?: boolean })[],
): { one: T } | { unmatched: Unmatched } {
  const [one, ...others] = found.filter(({ active }) => active !== false);
  if (one === undefined) return { unmatched: found.length === 0 ? 'not-found' : 'inactive' };
  return others.length === 0 ? { one } : { unmatched: 'several' };
}
