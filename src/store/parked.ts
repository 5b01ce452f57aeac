import type { Parked } from '../domain/parked';
import type { ParkedStore } from '../domain/ports/store';
import { stored, type Kvs } from './kvs';
import { listNewestFirst } from './listing';

const PARKED = 'parked';
const ALL = 'all';

export function parkedStore(kvs: Kvs): ParkedStore {
  return {
    async get(id) {
      const row = await stored('read a parked item', () =>
        kvs.entity<{ record: Parked }>(PARKED).get(id),
      );
      return row?.record ?? null;
    },
    async put(parked) {
      await stored('park an item', () =>
        kvs.entity(PARKED).set(parked.id, {
          site: ALL,
          projectId: parked.projectId ?? '',
          code: parked.problem.code,
          at: parked.since,
          record: parked,
        }),
      );
    },
    async remove(id) {
      await stored('unpark an item', () => kvs.entity(PARKED).delete(id));
    },
    async list({ projectId, code, cursor, limit }) {
      const [index, partition] =
        code !== undefined
          ? ['by-code', code]
          : projectId !== undefined
            ? ['by-project', projectId]
            : ['by-site', ALL];
      return listNewestFirst<Parked>(kvs, {
        entity: PARKED,
        index,
        partition: [partition],
        cursor,
        limit,
      });
    },
  };
}
