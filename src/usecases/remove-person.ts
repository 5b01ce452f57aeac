import type { Actor } from '../contract/common';
import type { PeopleList } from '../contract/people';
import { rowOfAccount, withoutRow } from '../domain/people-table';
import { byName, storeTable, tableAt, type PeopleDependencies } from './people-table';

/**
 * Removes a row. What was synced with it stays.
 * @throws ConfigurationError `PEOPLE_CHANGED`
 */
export async function removePerson(
  deps: PeopleDependencies,
  input: { version: number; accountId: string },
  by: Actor,
): Promise<PeopleList> {
  const table = await tableAt(deps, input.version);
  const row = rowOfAccount(table, input.accountId);
  if (row === undefined) return byName(table);
  const next = withoutRow(table, input.accountId);
  await storeTable(deps, next, by, {
    code: 'PERSON_REMOVED',
    message: `${row.accountName} in Jira is no longer matched with ${row.userName} in Jira Align.`,
  });
  return byName(next);
}
