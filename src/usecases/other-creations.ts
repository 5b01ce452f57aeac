import type { AlignItem } from '../domain/align-item';
import { NotYetError } from '../domain/errors';
import type { Intent } from '../domain/pair';
import type { SyncContext } from './sync-context';

/** Creations that are looked at; with more under way, one of them counts as the one that was asked for. */
const MOST = 100;

/**
 * Whether a creation of a type in a program is under way that may have made an item already. The list may be seconds
 * behind: it only ever puts a decision off, and who asks looks twice.
 * @param but an issue whose own creation does not count
 */
export async function isCreating(
  { deps }: SyncContext,
  { type, programId }: Pick<Intent, 'type' | 'programId'>,
  but: string | null,
): Promise<boolean> {
  const query = { status: 'creating', after: null, limit: MOST } as const;
  const { items: begun, after } = await deps.pairs.longestUntouched(query);
  for (const { issueId, alignType, alignId, creation } of begun) {
    if (alignType !== type || alignId !== null || issueId === but || creation === null) continue;
    // Without its claim it has been refused, or has not come to it yet.
    const intent = await deps.pairs.intent(creation.intentKey);
    if (intent?.issueId === issueId && intent.programId === programId) return true;
  }
  return after !== null;
}

/**
 * An item that the app's own account has made and nothing accounts for may be one whose answer was lost, and that was
 * renamed. Until that creation has come to its end, it is not taken for a person's.
 * @throws NotYetError
 */
export async function requireNobodyCreates(
  context: SyncContext,
  { type, createdBy }: AlignItem,
  programId: number,
): Promise<void> {
  if (createdBy !== context.connection.alignActsAs.uid) return;
  if (context.attempt > 0 && !(await isCreating(context, { type, programId }, null))) return;
  throw new NotYetError(
    {
      code: 'CREATION_UNSETTLED',
      message: "The item was created by the app's own account, and may belong to an issue.",
      remedy: 'Nothing to do: the app looks again when no creation is under way any more.',
    },
    60,
  );
}
