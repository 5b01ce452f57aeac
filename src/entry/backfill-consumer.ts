import type { AsyncEvent } from '@forge/events';
import { runBackfill } from '../usecases/backfill/run';
import { parseBackfillMessage } from './backfill-queue';
import { compose } from './composition';

/** One run of a backfill. What goes wrong is kept in the backfill's record; a fault of the app is retried by Forge. */
export async function backfill(event: AsyncEvent): Promise<void> {
  await runBackfill(compose(), parseBackfillMessage(event.body));
}
