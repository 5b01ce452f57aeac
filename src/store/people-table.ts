import { Filter, FilterConditions } from '@forge/kvs';
import { NO_ROWS, type PeopleTable } from '../domain/people-table';
import type { PeopleStore } from '../domain/ports/store';
import { isRefused, setIfAbsent, stored, type Kvs } from './kvs';

const TABLE = 'people-table';
const TABLE_KEY = 'site';

interface TableRow {
  version: number;
  record: PeopleTable;
}

/** One record, written only over the version before it. */
export function peopleTable(kvs: Kvs): Pick<PeopleStore, 'table' | 'saveTable'> {
  return {
    async table() {
      const row = await stored('read the people table', () =>
        kvs.entity<TableRow>(TABLE).get(TABLE_KEY),
      );
      return row?.record ?? NO_ROWS;
    },

    async saveTable(table) {
      const row: TableRow = { version: table.version, record: table };
      if (table.version === 1) return setIfAbsent(kvs, TABLE, TABLE_KEY, row);
      const isLast = FilterConditions.equalTo(table.version - 1);
      const conditions = new Filter<TableRow>().and('version', isLast);
      const transaction = kvs.transact().set(TABLE_KEY, row, { entityName: TABLE, conditions });
      return !(await isRefused('save the people table', transaction));
    },
  };
}
