import { MOST_PEOPLE, type PeopleList, type PersonRow } from '../contract/people';
import { ConfigurationError } from './errors';

/** The people table as it is stored: one record for the site. */
export interface PeopleTable extends PeopleList {
  readonly v: 1;
}

/** The table before anybody has edited it. */
export const NO_ROWS: Readonly<PeopleTable> = { v: 1, version: 0, rows: [] };

/** A Forge KVS value takes 240 KiB (Forge KVS limits); the rest is left to the record around the rows. */
const MOST_BYTES = 230 * 1024;

/** A row that the table cannot take. `field` is the input at fault. */
export class InvalidPersonError extends ConfigurationError {
  constructor(
    code: 'PERSON_TWICE' | 'PEOPLE_FULL' | 'PERSON_UNKNOWN' | 'PERSON_MATCHED',
    readonly field: 'accountId' | 'uid',
    message: string,
    remedy: string,
  ) {
    super({ code, message, remedy });
  }
}

/** The row of a Jira account. */
export function rowOfAccount(table: PeopleList, accountId: string): PersonRow | undefined {
  return table.rows.find((row) => row.accountId === accountId);
}

/** The row of a Jira Align user. */
export function rowOfUser(table: PeopleList, uid: string): PersonRow | undefined {
  return table.rows.find((row) => row.uid === uid);
}

/**
 * The next version of the table, with a row more. An account and a user each stand in one row at most: in two, it
 * would not be certain who is meant.
 * @throws InvalidPersonError `PERSON_TWICE`, `PEOPLE_FULL`
 */
export function withRow(table: PeopleTable, row: PersonRow): PeopleTable {
  const sameAccount = rowOfAccount(table, row.accountId);
  const taken = sameAccount ?? rowOfUser(table, row.uid);
  if (taken !== undefined) {
    throw new InvalidPersonError(
      'PERSON_TWICE',
      sameAccount === undefined ? 'uid' : 'accountId',
      `The table already says that ${taken.accountName} in Jira is ${taken.userName} in Jira Align.`,
      'Remove that row first, or choose somebody else.',
    );
  }
  const next = { ...table, version: table.version + 1, rows: [...table.rows, row] };
  if (next.rows.length > MOST_PEOPLE || bytesOf(next) > MOST_BYTES) throw full();
  return next;
}

/** The next version of the table without an account's row; the same table when there is none. */
export function withoutRow(table: PeopleTable, accountId: string): PeopleTable {
  const rows = table.rows.filter((row) => row.accountId !== accountId);
  if (rows.length === table.rows.length) return table;
  return { ...table, version: table.version + 1, rows };
}

function bytesOf(table: PeopleTable): number {
  return Buffer.byteLength(JSON.stringify(table));
}

function full(): InvalidPersonError {
  return new InvalidPersonError(
    'PEOPLE_FULL',
    'accountId',
    `The people table is full: it holds ${MOST_PEOPLE} rows, fewer when names are very long.`,
    'Remove the rows of people who have left, or who have the same e-mail address on both sides: they need none.',
  );
}
