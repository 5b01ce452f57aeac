import type { PauseStore } from '../domain/ports/store';
import type { Pause } from '../domain/pause';
import { isKeyConflict, stored, type Kvs } from './kvs';

const ALL = 'pause';

/** Forge takes at most this many keys in a batch. */
const BATCH = 25;

const projectKey = (projectId: string) => `pause:${projectId}`;

export function pauseStore(kvs: Kvs): PauseStore {
  const read = async (key: string) =>
    (await stored('read a pause', () => kvs.get<Pause>(key))) ?? null;
  return {
    ofAll: () => read(ALL),
    ofProject: (projectId) => read(projectKey(projectId)),
    async ofProjects(projectIds) {
      const found = new Map<string, Pause>();
      for (let from = 0; from < projectIds.length; from += BATCH) {
        const ids = new Map(
          projectIds.slice(from, from + BATCH).map((id) => [projectKey(id), id] as const),
        );
        const keys = [...ids.keys()].map((key) => ({ key }));
        const batch = await stored('read pauses', () => kvs.batchGet<Pause>(keys));
        for (const { key, value } of batch.successfulKeys) found.set(ids.get(key) ?? '', value);
        for (const { key, error } of batch.failedKeys) {
          const pause = error.code === 'KEY_NOT_FOUND' ? null : await read(key);
          if (pause !== null) found.set(ids.get(key) ?? '', pause);
        }
      }
      return found;
    },
    async pauseAll(pause) {
      await stored('pause', () => kvs.set(ALL, pause));
    },
    async pauseProject(projectId, pause) {
      return stored('pause a project', async () => {
        try {
          await kvs.set(projectKey(projectId), pause, { keyPolicy: 'FAIL_IF_EXISTS' });
          return true;
        } catch (error) {
          if (isKeyConflict(error)) return false;
          throw error;
        }
      });
    },
    async resumeAll() {
      await stored('resume', () => kvs.delete(ALL));
    },
    async resumeProject(projectId) {
      await stored('resume a project', () => kvs.delete(projectKey(projectId)));
    },
  };
}
