import type { JiraPerson } from '../issue';
import { isSamePerson } from '../people-match';
import { stamp, type Stamp } from '../stamp';
import { converted, type FieldCodec } from './codec';
import { toAlignUser, toJiraAccount } from './person';

type PersonCodec = FieldCodec<JiraPerson | null, string | null>;

interface PersonRules extends Pick<PersonCodec, 'equal' | 'toAlign' | 'toJira'> {
  readonly holdsPerson: true;
  readonly jira: Pick<PersonCodec['jira'], 'stamp' | 'payload'>;
  readonly align: { stamp(value: string | null): Stamp };
}

/**
 * What holds for every field with a person in it: an account in Jira, a uid in Align. A person who cannot be matched
 * with certainty is never guessed: the field is left alone, with the reason.
 * @param code begins the codes of its refusals, e.g. `OWNER`
 */
export function personRules(code: string): PersonRules {
  return {
    holdsPerson: true,
    jira: {
      stamp: (value) => stamp(value?.accountId ?? '', value?.name ?? null),
      payload: (value) => (value === null ? null : { accountId: value.accountId }),
    },
    align: { stamp: (value) => stamp(value ?? '', value) },
    equal: (jira, align, { references: { people } }) =>
      jira === null || align === null
        ? jira === align
        : isSamePerson(people, jira.accountId, align),
    toAlign: (jira, _current, { references: { people } }) =>
      jira === null ? converted(null) : toAlignUser(code, jira, people.uidOf.get(jira.accountId)),
    toJira: (align, _current, { references: { people } }) =>
      align === null ? converted(null) : toJiraAccount(code, align, people.accountOf.get(align)),
  };
}

/** A user as Jira's REST API answers one; null for none. The address is absent or empty when the person hides it. */
export function jiraPersonIn(raw: unknown): JiraPerson | null {
  if (typeof raw !== 'object' || raw === null) return null;
  const { accountId, displayName, emailAddress } = raw as Record<string, unknown>;
  if (typeof accountId !== 'string') return null;
  const name = typeof displayName === 'string' && displayName !== '' ? displayName : accountId;
  const email = typeof emailAddress === 'string' && emailAddress !== '' ? emailAddress : null;
  return { accountId, name, email };
}
