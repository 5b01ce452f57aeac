import type { JiraPerson } from '../domain/issue';
import { theOnlyOne, type PeopleMatches, type PersonMatch } from '../domain/people-match';
import { rowOfAccount, rowOfUser } from '../domain/people-table';
import { nowIso } from './dependencies';
import { emailHash, isFresh, personOf, withAccount } from './people';
import type { SyncContext } from './sync-context';

/** The people that fields of two items hold; null where a field holds nobody. */
export interface PeopleToMatch {
  readonly accounts: readonly (JiraPerson | null)[];
  readonly uids: readonly (string | null)[];
}

/**
 * Looks people up on the other side, each once, for all fields that hold people: by e-mail address, and when that
 * leaves it open, in the table that the admins edit.
 */
export async function matchPeople(
  context: SyncContext,
  { accounts, uids }: PeopleToMatch,
): Promise<PeopleMatches> {
  const uidOf = new Map<string, PersonMatch>();
  const accountOf = new Map<string, PersonMatch>();
  for (const person of accounts) {
    if (person === null || uidOf.has(person.accountId)) continue;
    uidOf.set(person.accountId, await matchAccount(context, person));
  }
  for (const uid of uids) {
    if (uid === null || accountOf.has(uid)) continue;
    accountOf.set(uid, await matchUser(context, uid));
  }
  return { uidOf, accountOf };
}

async function matchAccount(context: SyncContext, person: JiraPerson): Promise<PersonMatch> {
  const byEmail = await userByEmail(context, person);
  if ('id' in byEmail) return byEmail;
  const row = rowOfAccount(await context.deps.people.table(), person.accountId);
  return row === undefined ? byEmail : { id: row.uid };
}

async function userByEmail(context: SyncContext, person: JiraPerson): Promise<PersonMatch> {
  const { name, email, accountId } = person;
  if (email === null) return { unmatched: 'email-hidden', name };
  const { people, now } = context.deps;
  const hash = emailHash(email);
  const known = await people.byEmailHash(hash);
  if (known !== null && isFresh(known, now())) return { id: known.uid };
  const found = theOnlyOne(await context.align.findUsers({ email }));
  if ('unmatched' in found) return { ...found, name };
  const { one } = found;
  const user = personOf(one);
  await people.putByEmailHash(hash, { ...user, accountId, checkedAt: nowIso(context.deps) });
  // The history names the user by the uid.
  if ((await people.byUid(one.uid)) === null) await people.put(user);
  return { id: one.uid };
}

async function matchUser(context: SyncContext, uid: string): Promise<PersonMatch> {
  const person = await withAccount(context, uid);
  const accountId = person?.accountId ?? null;
  if (accountId !== null && person?.unmatched === undefined) return { id: accountId };
  const row = rowOfUser(await context.deps.people.table(), uid);
  // A row may name the very account that is switched off.
  if (row !== undefined && row.accountId !== accountId) return { id: row.accountId };
  if (person === null) return { unmatched: 'email-hidden', name: uid };
  return { unmatched: person.unmatched ?? 'not-found', name: person.name };
}
