import type { Actor } from '../contract/common';
import type { PeopleList } from '../contract/people';
import { ConfigurationError } from '../domain/errors';
import type { PeopleTable } from '../domain/people-table';
import type { AlignPeoplePort } from '../domain/ports/align';
import type { JiraPeoplePort } from '../domain/ports/jira';
import type { Connection } from '../domain/settings';
import { settingEntry } from './setting-entry';
import type { Dependencies } from './dependencies';

/** What the people table needs besides the sync itself. */
export interface PeopleDependencies extends Dependencies {
  readonly jiraPeople: JiraPeoplePort;
  readonly alignPeople: (connection: Connection) => Promise<AlignPeoplePort>;
}

/** The table as the admin page shows it, by name. */
export async function listPeople({ people }: Pick<Dependencies, 'people'>): Promise<PeopleList> {
  return byName(await people.table());
}

/** The rows by name. */
export function byName({ version, rows }: PeopleList): PeopleList {
  return {
    version,
    rows: [...rows].sort((a, b) => a.accountName.localeCompare(b.accountName)),
  };
}

/** @throws ConfigurationError `PEOPLE_CHANGED` when the stored table is another version than the admin has seen */
export async function tableAt(
  { people }: Pick<Dependencies, 'people'>,
  version: number,
): Promise<PeopleTable> {
  const table = await people.table();
  if (table.version !== version) throw changedMeanwhile();
  return table;
}

/**
 * Stores the next version, with an entry in the history.
 * @throws ConfigurationError `PEOPLE_CHANGED`
 */
export async function storeTable(
  deps: PeopleDependencies,
  next: PeopleTable,
  by: Actor,
  what: { code: string; message: string },
): Promise<void> {
  if (!(await deps.people.saveTable(next))) throw changedMeanwhile();
  await deps.audit.add(settingEntry(deps, by, { ...what, projectId: '' }));
}

function changedMeanwhile(): ConfigurationError {
  return new ConfigurationError({
    code: 'PEOPLE_CHANGED',
    message: 'Another admin has changed the people table in the meantime.',
    remedy: 'Load the table again, and make your change on top of theirs.',
  });
}
