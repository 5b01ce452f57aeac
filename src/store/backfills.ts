import type { Backfill, BackfillControl } from '../domain/backfill';
import type { BackfillStore } from '../domain/ports/store';
import { stored, type Kvs } from './kvs';

/** One backfill a project: the last one, running or not. */
export function backfillStore(kvs: Kvs): BackfillStore {
  const recordKey = (projectId: string) => `backfill:${projectId}`;
  const controlKey = (projectId: string) => `backfill-control:${projectId}`;
  return {
    async get(projectId) {
      return (
        (await stored('read a backfill', () => kvs.get<Backfill>(recordKey(projectId)))) ?? null
      );
    },
    async put(backfill) {
      await stored('save a backfill', () => kvs.set(recordKey(backfill.projectId), backfill));
    },
    async control(projectId) {
      const control = await stored('read what is wanted of a backfill', () =>
        kvs.get<BackfillControl>(controlKey(projectId)),
      );
      return control ?? null;
    },
    async setControl(projectId, control) {
      await stored('say what is wanted of a backfill', () =>
        kvs.set(controlKey(projectId), control),
      );
    },
  };
}
