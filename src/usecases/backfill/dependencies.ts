import type { AlignTwinPort } from '../../domain/ports/align';
import type { JiraBulkPort } from '../../domain/ports/jira';
import type { BackfillStore } from '../../domain/ports/store';
import type { Connection } from '../../domain/settings';
import type { Dependencies } from '../dependencies';

/** What a backfill needs besides the sync itself. */
export interface BackfillDependencies extends Dependencies {
  readonly jiraBulk: JiraBulkPort;
  readonly alignTwins: (connection: Connection) => Promise<AlignTwinPort>;
  readonly backfills: BackfillStore;
  readonly backfillQueue: BackfillQueue;
}

/** Work on one backfill. Forge runs one at a time for each project. */
export interface BackfillMessage {
  readonly v: 1;
  readonly projectId: string;
  /** The backfill the message is about: a message of an earlier one has nothing to say. */
  readonly id: string;
}

export interface BackfillQueue {
  /** @param delaySeconds at most 900 */
  push(message: BackfillMessage, delaySeconds: number): Promise<void>;
}
