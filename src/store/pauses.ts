import type { PauseStore } from '../domain/ports/store';
import type { Pause } from '../domain/pause';
import { isFirst, readMany, stored, type Kvs } from './kvs';

const ALL = 'pause';

const projectKey = (projectId: string) => `pause:${projectId}`;

export function pauseStore(kvs: Kvs): PauseStore {
  const read = async (key: string) =>
    (await stored('read a pause', () => kvs.get<Pause>(key))) ?? null;
  return {
    ofAll: () => read(ALL),
    ofProject: (projectId) => read(projectKey(projectId)),
    async ofProjects(projectIds) {
      const found = await readMany<Pause>(kvs, 'read pauses', projectIds.map(projectKey));
      return new Map(
        projectIds.flatMap((id) => {
          const pause = found.get(projectKey(id));
          return pause === undefined ? [] : [[id, pause]];
        }),
      );
    },
    async pauseAll(pause) {
      await stored('pause', () => kvs.set(ALL, pause));
    },
    async pauseProject(projectId, pause) {
      return isFirst('pause a project', () =>
        kvs.set(projectKey(projectId), pause, { keyPolicy: 'FAIL_IF_EXISTS' }),
      );
    },
    async resumeAll() {
      await stored('resume', () => kvs.delete(ALL));
    },
    async resumeProject(projectId) {
      await stored('resume a project', () => kvs.delete(projectKey(projectId)));
    },
  };
}
