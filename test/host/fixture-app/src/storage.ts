import { Filter, FilterConditions, kvs, Sort, WhereConditions } from '@forge/kvs';
import { attempt } from './attempt';

interface Employee {
  surname?: string;
  team?: string;
  age?: number;
  score?: number;
  active?: boolean;
  notes?: unknown;
}

const employees = kvs.entity<Employee>('employee');

/** Calls one method of the unmodified @forge/kvs with the arguments that a test chose. */
export const storage = ({ method, args }: { method: string; args: never[] }) =>
  attempt(() => {
    const call = (METHODS as Record<string, (...args: never[]) => unknown>)[method];
    if (!call) throw new Error(`no method ${method}`);
    return call(...args);
  });

const METHODS = {
  get: kvs.get.bind(kvs),
  set: kvs.set.bind(kvs),
  delete: kvs.delete.bind(kvs),
  getSecret: kvs.getSecret.bind(kvs),
  setSecret: kvs.setSecret.bind(kvs),
  deleteSecret: kvs.deleteSecret.bind(kvs),
  batchGet: kvs.batchGet.bind(kvs),
  batchSet: kvs.batchSet.bind(kvs),
  batchDelete: kvs.batchDelete.bind(kvs),
  page: (prefix: string, limit: number, cursor?: string) => {
    const query = kvs.query().where('key', WhereConditions.beginsWith(prefix)).limit(limit);
    return (cursor === undefined ? query : query.cursor(cursor)).getMany();
  },
  employee: (key: string) => employees.get(key),
  setEmployee: (key: string, value: Employee, options: never) => employees.set(key, value, options),
  deleteEmployee: (key: string) => employees.delete(key),
  team: (team: string, olderThan: number, cursor?: string) => {
    const query = employees
      .query()
      .index('by-team', { partition: [team] })
      .where(WhereConditions.greaterThan(olderThan))
      .sort(Sort.DESC)
      .limit(2);
    return (cursor === undefined ? query : query.cursor(cursor)).getMany();
  },
  activeByName: () =>
    employees
      .query()
      .index('surname')
      .filters(new Filter<Employee>().and('active', FilterConditions.equalTo(true)))
      .limit(2)
      .getMany(),
  unknownIndex: () => employees.query().index('by-shoe-size').getMany(),
  createOnce: (key: string, value: Employee) =>
    kvs
      .transact()
      .set(key, value, {
        entityName: 'employee',
        conditions: new Filter<Employee>().and('surname', FilterConditions.notExists()),
      })
      .execute(),
  birthday: (key: string, age: number) =>
    kvs
      .transact()
      .set(key, { age: age + 1 } as Employee, {
        entityName: 'employee',
        conditions: new Filter<Employee>().and('age', FilterConditions.equalTo(age)),
      })
      .set('last-birthday', key)
      .delete('greeting')
      .check('boss', {
        entityName: 'employee',
        conditions: new Filter<Employee>().and('active', FilterConditions.equalTo(true)),
      })
      .execute(),
};
