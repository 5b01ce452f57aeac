import { SyncError } from '../domain/errors';
import { nowIso } from '../usecases/dependencies';
import { markRefused } from '../usecases/handle-hint';
import { hourly } from '../usecases/hourly';
import { pollAlign as pollAlignUseCase } from '../usecases/poll-align';
import { compose, type Composition } from './composition';

/** Both answers that Forge's documentation asks of a scheduled function: an object with a status code. */
const DONE = { statusCode: 204 } as const;

/** Every five minutes. */
export const pollAlign = scheduled('poll-align', (deps) => pollAlignUseCase(deps));

/** Every hour. */
export const upkeep = scheduled('upkeep', hourly);

/**
 * Forge does not repeat a scheduled run that fails: the next one is the retry, and the cursors make it begin where
 * this one stopped. A refused token is remembered, so that the admin page can say so.
 */
function scheduled(name: string, run: (deps: Composition) => Promise<unknown>) {
  return async (): Promise<typeof DONE> => {
    const deps = compose();
    const begun = nowIso(deps);
    try {
      await run(deps);
    } catch (error) {
      if (!(error instanceof SyncError)) throw error;
      deps.log('warn', `${name}-failed`, { code: error.code });
      if (error.code === 'ALIGN_TOKEN_REFUSED') await markRefused(deps, begun);
    }
    return DONE;
  };
}
