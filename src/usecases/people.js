import { sha256 } from '../domain/stamp';
import { nowIso } from './dependencies';
const RECHECK_MS = 24 * 60 * 60 * 1000;
function emailHash(email) {
  return sha256(email.trim().toLowerCase());
}
export async function uidOf(context, person) {
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
export async function accountOf(context, uid) {
  const person = await personOf(context, uid, true);
  return person?.accountId ?? null;
}
export async function nameOf(context, uid) {
  const { alignActsAs } = context.connection;
  if (uid === alignActsAs.uid) return alignActsAs.name;
  return (await personOf(context, uid, false))?.name ?? uid;
}
async function personOf(context, uid, withAccount) {
  const { deps } = context;
  const known = await deps.people.byUid(uid);
  if (known !== null && (!withAccount || known.accountId !== null || isFresh(known, deps.now()))) {
    return known;
  }
  const user = await context.align.findUser({ uid });
  if (user === null) return known;
  const account =
    !withAccount || user.email === null ? null : await deps.jira.findPersonByEmail(user.email);
  const person = {
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
function isFresh(person, now) {
  return person.checkedAt !== null && now - Date.parse(person.checkedAt) < RECHECK_MS;
}
