import type { JiraPerson } from '../../issue';
import { isSamePerson } from '../../people-match';
import { stamp } from '../../stamp';
import { converted } from '../codec';
import { toAlignUser, toJiraAccount } from '../person';
import type { CustomKind } from './kind';

function accountIn(raw: unknown): JiraPerson | null {
  if (typeof raw !== 'object' || raw === null) return null;
  const { accountId, displayName, emailAddress } = raw as Record<string, unknown>;
  if (typeof accountId !== 'string') return null;
  const name = typeof displayName === 'string' ? displayName : accountId;
  return {
    accountId,
    name,
    email: typeof emailAddress === 'string' && emailAddress !== '' ? emailAddress : null,
  };
}

function uidIn(value: unknown): string | null {
  const uid = typeof value === 'number' || typeof value === 'string' ? String(value).trim() : '';
  return uid === '' || uid === '0' ? null : uid;
}

/** A person, in Align by the uid. Whoever cannot be matched with certainty is never guessed. */
export const person: CustomKind<JiraPerson | null, string | null> = {
  holdsPerson: true,
  jira: {
    read: accountIn,
    stamp: (value) => stamp(value?.accountId ?? '', value?.name ?? null),
    payload: (value) => (value === null ? null : { accountId: value.accountId }),
  },
  align: {
    read: (values) => uidIn(values[0]),
    stamp: (value) => stamp(value ?? '', value),
  },
  equal: (jira, align, { references: { people } }) =>
    jira === null || align === null ? jira === align : isSamePerson(people, jira.accountId, align),
  toAlign: (jira, _current, { references: { people } }) =>
    jira === null ? converted(null) : toAlignUser('CUSTOM', jira, people.uidOf.get(jira.accountId)),
  toJira: (align, _current, { references: { people } }) =>
    align === null ? converted(null) : toJiraAccount('CUSTOM', align, people.accountOf.get(align)),
};
