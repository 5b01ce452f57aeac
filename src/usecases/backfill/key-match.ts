import type { AlignItem } from '../../domain/align-item';
import { ConfigurationError, RejectedError } from '../../domain/errors';
import type { JiraIssue } from '../../domain/issue';
import { alignTypeOf } from '../../domain/mapping';
import type { AlignTwinPort } from '../../domain/ports/align';
import type { ProjectContext } from '../sync-context';
import { atPlaceOf } from './at-place';
import { freeItems } from './free-items';

/**
 * The one free Align item of the issue's type and program that the vendor's connector has linked to the issue, as its
 * key tells.
 * @throws KeysNotSearchableError when the site's API does not find items by that key
 */
export async function matchByKey(
  context: ProjectContext,
  twins: AlignTwinPort,
  issue: JiraIssue,
): Promise<AlignItem | null> {
  const type = alignTypeOf(context.mapping, issue.issueTypeId);
  if (type === null) return null;
  const found = await twins.findByExternalKey(type, issue.key).catch((error: unknown) => {
    throw error instanceof RejectedError ? new KeysNotSearchableError(error) : error;
  });
  if (found.length === 0) return null;
  const isAtPlace = await atPlaceOf(context, type, issue);
  const isTwin = (item: AlignItem) => item.foreignKey === issue.key && isAtPlace(item);
  const free = await freeItems(context.deps, found.filter(isTwin));
  return free.length === 1 ? (free[0] ?? null) : null;
}

/**
 * The site's API does not find items by the vendor connector's key. Going on without would create a double of every
 * item that has one, so the backfill stops instead.
 */
export class KeysNotSearchableError extends ConfigurationError {
  constructor(cause: RejectedError) {
    super({
      code: 'KEYS_NOT_SEARCHABLE',
      message:
        `This Jira Align does not find items by the issue key that its own connector keeps. ${cause.said}`.trim(),
      remedy:
        'Start the backfill without linking by key. Linking by title finds those whose title is the same.',
      cause,
    });
  }
}
