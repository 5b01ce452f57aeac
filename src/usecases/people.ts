import type { AlignUser } from '../contract/connection';
import { theOnlyOne, type Unmatched } from '../domain/people-match';
import type { FoundPerson } from '../domain/ports/jira';
import type { Person } from '../domain/ports/store';
import { sha256 } from '../domain/stamp';
import { nowIso } from './dependencies';
import { findAlignUser } from './find-align-user';
import type { SyncContext } from './sync-context';

const MINUTE_MS = 60_000;
/** After this long somebody's twin is looked up again: addresses change, and accounts are switched off. */
const RECHECK_MS = 24 * 60 * MINUTE_MS;
/** For a person without one. Less than an hour, so that what is retried every hour finds who has come since. */
const RECHECK_UNMATCHED_MS = 50 * MINUTE_MS;

/** What stands for an e-mail address in storage. */
export function emailHash(email: string): string {
  return sha256(email.trim().toLowerCase());
}

/** Whether a person's twin need not be looked up again yet. */
export function isFresh(person: Person, now: number): boolean {
  if (person.checkedAt === null) return false;
  const isMatched = person.accountId !== null && person.unmatched === undefined;
  const age = now - Date.parse(person.checkedAt);
  return age < (isMatched ? RECHECK_MS : RECHECK_UNMATCHED_MS);
}

/** Name of an Align user, or the uid when Align does not tell. */
export async function nameOf(context: SyncContext, uid: string): Promise<string> {
  const { alignActsAs } = context.connection;
  if (uid === alignActsAs.uid) return alignActsAs.name;
  const { people } = context.deps;
  const known = await people.byUid(uid);
  if (known !== null) return known.name;
  const user = await findAlignUser(context.align, { uid });
  if (user === null) return uid;
  await people.put(personOf(user));
  return user.name;
}

/** An Align user with the Jira account of the same address; null when Align does not show such a user. */
export async function withAccount(context: SyncContext, uid: string): Promise<Person | null> {
  const { people, now } = context.deps;
  const known = await people.byUid(uid);
  if (known !== null && isFresh(known, now())) return known;
  const user = await findAlignUser(context.align, { uid });
  if (user === null) return known;
  const person = {
    ...personOf(user),
    ...(await accountOf(context, user, known)),
    checkedAt: nowIso(context.deps),
  };
  await people.put(person);
  return person;
}

type Account = Pick<Person, 'accountId' | 'unmatched'>;

async function accountOf(
  { deps: { jira } }: SyncContext,
  user: AlignUser,
  known: Person | null,
): Promise<Account> {
  const found =
    user.email === null
      ? ({ unmatched: 'email-hidden' } as const)
      : theOnlyOne<FoundPerson>(await jira.findPeopleByEmail(user.email));
  if ('one' in found) return { accountId: found.one.accountId };
  const before = user.email === null || known?.emailHash === emailHash(user.email) ? known : null;
  if (before?.accountId == null || found.unmatched === 'several') return none(found.unmatched);
  // Known by the same address as before: a search does not find those who hide it since, or are switched off.
  const person = await jira.findPerson(before.accountId);
  if (person === null) return none(found.unmatched);
  return { accountId: before.accountId, ...(person.active ? {} : { unmatched: 'inactive' }) };
}

function none(unmatched: Unmatched): Account {
  return { accountId: null, unmatched };
}

/** What Align says of a user, before anybody has looked for the account. */
export function personOf({ uid, name, email }: AlignUser): Person {
  return {
    v: 1,
    uid,
    name,
    emailHash: email === null ? null : emailHash(email),
    accountId: null,
    checkedAt: null,
  };
}
