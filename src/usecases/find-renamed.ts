import type { AlignItem } from '../domain/align-item';
import { itemName } from '../domain/audit-entry';
import { ConfigurationError, NotYetError } from '../domain/errors';
import { intentKey, type Intent } from '../domain/pair';
import { isCreating } from './other-creations';
import type { SyncContext } from './sync-context';

/** Tries that are put off while another creation of the same kind is under way, before a person is asked. */
const WAITS = 6;

/**
 * Picks the item of a creation whose answer was lost and that a person has renamed since: the only one of the app's
 * own that nothing else accounts for. Never guesses: while another creation might have made it the work waits, and
 * of several none is taken. One that is left is noted and taken the next time, so that no creation that has only just
 * begun is overlooked.
 * @param free items of the type and program that the app has made since the intent and that belong to nothing
 * @throws NotYetError while it may still be another's
 * @throws ConfigurationError `ORPHAN_UNCLEAR` when only a person can tell
 */
export async function findRenamed(
  context: SyncContext,
  { key, intent }: { key: string; intent: Intent },
  free: readonly AlignItem[],
): Promise<AlignItem | null> {
  const { deps, attempt } = context;
  const candidates: AlignItem[] = [];
  for (const item of free) {
    const holder = await deps.pairs.intent(intentKey(intent.type, intent.programId, item.title));
    if (holder === null || holder.issueId === intent.issueId) candidates.push(item);
  }
  const [candidate] = candidates;
  if (candidate === undefined) return null;
  const isOther = await isCreating(context, intent, intent.issueId);
  if (isOther && attempt < WAITS) throw waitForOthers();
  if (isOther || candidates.length > 1) throw unclear(intent, candidates);
  if (intent.candidate === candidate.id) return candidate;
  await deps.pairs.renewIntent(key, { ...intent, candidate: candidate.id });
  throw waitForOthers();
}

function waitForOthers(): NotYetError {
  return new NotYetError(
    {
      code: 'CREATION_UNSETTLED',
      message: 'An item in Jira Align may be the one that an earlier attempt has created.',
      remedy: 'Nothing to do: the app looks again in a moment, when it can tell.',
    },
    45,
  );
}

function unclear({ type, title }: Intent, candidates: readonly AlignItem[]): ConfigurationError {
  const names = candidates.map(({ id }) => itemName(type, id)).join(', ');
  return new ConfigurationError({
    code: 'ORPHAN_UNCLEAR',
    message: `An answer of Jira Align was lost, and the item that was created may have been renamed: ${names}.`,
    remedy: `Give the item that belongs to this issue the title "${title}" in Jira Align, or remove those that nobody needs. The app looks again every hour.`,
  });
}
