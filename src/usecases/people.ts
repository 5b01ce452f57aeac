import type { JiraPerson } from '../domain/issue';
import type { Person } from '../domain/ports/store';
import { sha256 } from '../domain/stamp';
import { nowIso } from './dependencies';
import type { SyncContext } from './sync-context';

/** After this long a person who was not found is searched for again. */
const RECHECK_MS = 24 * 60 * 60 * 1000;

function emailHash(email: string): string {
  return sha256(email.trim().toLowerCase());
}

/** Align uid of a Jira user, matched by e-mail address only; null when that is not certain. */
export async function uidOf(context: SyncContext, person: JiraPerson): Promise<string | null> {
  if (person.email === null) return null;
  const { people } = context.deps;
  const known = await people.byEmailHash(emailHash(person.email));
  if (known !== null) return known.uid;
  const user = await context.align.findUser({ email: person.email });
  if (user === null) return null;
  await people.put([
    {
      v: 1,
      uid: user.uid,
      name: user.name,
      emailHash: emailHash(person.email),
      accountId: person.accountId,
      checkedAt: nowIso(context.deps),
    },
  ]);
  return user.uid;
}

/** Jira account of an Align user, matched by e-mail address only; null when that is not certain. */
export async function accountOf(context: SyncContext, uid: string): Promise<string | null> {
  const person = await personOf(context, uid, true);
  return person?.accountId ?? null;
}

/** Name of an Align user, or the uid when Align does not tell. */
export async function nameOf(context: SyncContext, uid: string): Promise<string> {
  const { alignActsAs } = context.connection;
  if (uid === alignActsAs.uid) return alignActsAs.name;
  return (await personOf(context, uid, false))?.name ?? uid;
}

async function personOf(
  context: SyncContext,
  uid: string,
  withAccount: boolean,
): Promise<Person | null> {
  const { deps } = context;
  const known = await deps.people.byUid(uid);
  if (known !== null && (!withAccount || known.accountId !== null || isFresh(known, deps.now()))) {
    return known;
  }
  const user = await context.align.findUser({ uid });
  if (user === null) return known;
  const account =
    !withAccount || user.email === null ? null : await deps.jira.findPersonByEmail(user.email);
  const person: Person = {
    v: 1,
    uid,
    name: user.name,
    emailHash: user.email === null ? null : emailHash(user.email),
    accountId: account?.accountId ?? known?.accountId ?? null,
    checkedAt: withAccount ? nowIso(deps) : null,
  };
  await deps.people.put([person]);
  return person;
}

function isFresh(person: Person, now: number): boolean {
  return person.checkedAt !== null && now - Date.parse(person.checkedAt) < RECHECK_MS;
}
