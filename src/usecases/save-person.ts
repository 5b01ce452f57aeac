import type { Actor } from '../contract/common';
import type { AlignUser } from '../contract/connection';
import type { PeopleList } from '../contract/people';
import { allOf } from '../domain/all-of';
import { theOnlyOne } from '../domain/people-match';
import { InvalidPersonError, withRow } from '../domain/people-table';
import type { AlignPort } from '../domain/ports/align';
import type { FoundPerson } from '../domain/ports/jira';
import { findAlignUser } from './find-align-user';
import { byName, storeTable, tableAt, type PeopleDependencies } from './people-table';
import { retryUnmatched } from './retry-unmatched';
import { requireConnection } from './sync-context';

/**
 * Adds a row and tries again what was refused for want of it.
 * @throws ConfigurationError `PEOPLE_CHANGED` when another admin has changed the table in the meantime
 * @throws InvalidPersonError when a side does not know the person, or the row cannot stand
 */
export async function savePerson(
  deps: PeopleDependencies,
  input: { version: number; accountId: string; uid: string },
  by: Actor,
): Promise<PeopleList> {
  const table = await tableAt(deps, input.version);
  const align = await deps.align(await requireConnection(deps));
  const [account, user] = await allOf([
    deps.jira.findPerson(input.accountId),
    findAlignUser(align, { uid: input.uid }),
  ]);
  if (account === null || !account.active) throw unknown('accountId', 'Jira', account?.name);
  if (user === null) throw unknown('uid', 'Jira Align');
  const row = {
    accountId: account.accountId,
    accountName: account.name,
    uid: user.uid,
    userName: user.name,
  };
  const next = withRow(table, row);
  await requireNoContradiction(deps, align, account, user);
  await storeTable(deps, next, by, {
    code: 'PERSON_SAVED',
    message: `Matched ${row.accountName} in Jira with ${row.userName} in Jira Align.`,
  });
  await retryUnmatched(deps);
  return byName(next);
}

/** A row that says otherwise than the e-mail addresses would never be asked. */
async function requireNoContradiction(
  { jira }: PeopleDependencies,
  align: AlignPort,
  account: FoundPerson,
  user: AlignUser,
): Promise<void> {
  const [byAccount, byUser] = await allOf([
    account.email === null ? [] : align.findUsers({ email: account.email }),
    user.email === null ? [] : jira.findPeopleByEmail(user.email),
  ]);
  const sameUser = theOnlyOne(byAccount);
  if ('one' in sameUser && sameUser.one.uid !== user.uid) {
    throw matched('accountId', `${account.name} in Jira`, `${sameUser.one.name} in Jira Align`);
  }
  const sameAccount = theOnlyOne<FoundPerson>(byUser);
  if ('one' in sameAccount && sameAccount.one.accountId !== account.accountId) {
    throw matched('uid', `${user.name} in Jira Align`, `${sameAccount.one.name} in Jira`);
  }
}

function unknown(field: 'accountId' | 'uid', side: string, inactive?: string): InvalidPersonError {
  return new InvalidPersonError(
    'PERSON_UNKNOWN',
    field,
    inactive === undefined
      ? `${side} does not show this user.`
      : `${inactive} is not active in Jira.`,
    'Search again and choose somebody who is listed.',
  );
}

function matched(field: 'accountId' | 'uid', who: string, twin: string): InvalidPersonError {
  return new InvalidPersonError(
    'PERSON_MATCHED',
    field,
    `${who} is ${twin} by the e-mail address, which comes before this table.`,
    'Correct the e-mail address if that is wrong. Otherwise no row is needed.',
  );
}
