import type { Actor } from '../contract/common';
import type { AlignItem } from '../domain/align-item';
import { itemName, type AuditEffect } from '../domain/audit-entry';
import { RejectedError, SyncError } from '../domain/errors';
import type { JiraIssue } from '../domain/issue';
import { alignRefOf, type Pair } from '../domain/pair';
import { issueUrl, webLinkGlobalId } from '../domain/web-link';
import { nowIso } from './dependencies';
import { guardRemoval } from './guard-removals';
import { namedActor } from './name-people';
import { entriesOf } from './record-effect';
import { removeOtherSide, type Removal } from './remove-other-side';
import type { SyncContext } from './sync-context';

/** What is gone, and what of the two sides could still be read. `neither`: a person wants the two apart. */
export interface Unlinking {
  gone: 'jira' | 'align' | 'neither';
  issue: JiraIssue | null;
  item: AlignItem | null;
}

/**
 * Ends a pair. What is still there is left as it is, without the links between the two, unless the mapping says more.
 * The record stays as a tombstone that says why, so that nothing is created again.
 * @throws PausedError `MASS_REMOVAL` when too many are removed at once: the project is paused then
 */
export async function unlinkPair(
  context: SyncContext,
  pair: Pair,
  { gone, issue, item }: Unlinking,
): Promise<void> {
  const { deps, hint } = context;
  const ref = alignRefOf(pair);
  const name = itemName(pair.alignType, pair.alignId);
  const mapping = await deps.settings.mapping(pair.projectId);
  if (gone !== 'neither' && mapping !== null) await guardRemoval(context, pair, mapping);
  const inAlign = await removeFromAlign(context, pair, gone === 'align' ? null : item);
  const removal = await removeOtherSide(context, pair, { gone, issue, item }, mapping);
  const stays = removal?.code === 'ISSUE_DELETED' ? null : issue;
  const inJira = await removeFromJira(context, pair, stays);
  const because = gone === 'align' && removal?.issueGone === true ? 'jira' : gone;
  const effect: AuditEffect = {
    direction: DIRECTIONS[gone],
    outcome: 'unlinked',
    code: removal?.code ?? CODES[gone],
    message: `${sentence(gone, pair.issueKey, name, removal)}${inJira}${inAlign}`,
    remedy: removal?.remedy ?? null,
    person: await personBehind(context, gone, item),
    writtenAs: removal?.writtenAs ?? null,
  };
  const next: Pair = {
    ...pair,
    status: 'unlinked',
    unlinkedBecause: REASONS[because],
    revision: pair.revision + 1,
    sequence: pair.sequence + 1,
    webLink: { ...pair.webLink, state: 'missing' },
    viewInJira: 'missing',
    jiraUpdated: issue?.updated ?? pair.jiraUpdated,
  };
  await deps.pairs.commit({
    pair: next,
    alignRef:
      ref === null
        ? null
        : {
            ref,
            record: {
              v: 1,
              status: 'unlinked',
              unlinkedBecause: REASONS[because],
              issueId: pair.issueId,
              projectId: pair.projectId,
              digest: null,
              alignUpdated: item?.updated ?? null,
              at: nowIso(deps),
            },
          },
    entries: entriesOf(context, { ...next, sequence: pair.sequence }, [effect]),
    endIntent: pair.creation?.intentKey ?? null,
  });
  deps.log('info', 'unlinked', { issueId: pair.issueId, source: hint.source, gone });
}

const DIRECTIONS = { align: 'to-jira', jira: 'to-align', neither: 'none' } as const;

const CODES = {
  align: 'ALIGN_ITEM_REMOVED',
  jira: 'JIRA_ISSUE_DELETED',
  neither: 'UNLINKED_BY_PERSON',
} as const;

const REASONS = {
  align: 'align-removed',
  jira: 'jira-deleted',
  neither: 'by-person',
} as const;

function sentence(
  gone: Unlinking['gone'],
  issueKey: string,
  name: string,
  removal: Removal | null,
): string {
  if (gone === 'align') {
    const then = removal?.message ?? `${issueKey} stays as it is and is no longer synced.`;
    return `${name} was removed in Jira Align. ${then}`;
  }
  if (gone === 'jira') {
    const then = removal?.message ?? `${name} stays as it is and is no longer synced.`;
    return `${issueKey} was deleted in Jira. ${then}`;
  }
  return `${issueKey} and ${name} were unlinked. Both stay as they are and are no longer synced.`;
}

/** A deletion leaves no changelog to take a name from, so the account the event names is looked up. */
async function personBehind(
  context: SyncContext,
  gone: Unlinking['gone'],
  item: AlignItem | null,
): Promise<Actor | null> {
  const { hint, connection, deps } = context;
  if (gone === 'align') {
    const uid = item?.updatedBy ?? null;
    if (uid === null || uid === connection.alignActsAs.uid) return null;
    return namedActor(context, { side: 'align', id: uid, name: uid });
  }
  if (hint.actor?.side !== 'jira') return null;
  if (hint.actor.name !== hint.actor.id) return hint.actor;
  const person = await deps.jira.findPerson(hint.actor.id);
  return person === null ? hint.actor : { ...hint.actor, name: person.name };
}

/** @returns a sentence about what could not be removed, empty when nothing is left */
async function removeFromJira(
  { deps, connection }: SyncContext,
  pair: Pair,
  issue: JiraIssue | null,
): Promise<string> {
  const ref = alignRefOf(pair);
  if (issue === null || ref === null) return '';
  return leftIfRefused('The web link in Jira could not be removed', async () => {
    await deps.jira.removeWebLink(issue.id, webLinkGlobalId(connection.site, ref));
    await deps.jira.removeMark(issue.id);
  });
}

async function removeFromAlign(
  { align, connection }: SyncContext,
  pair: Pair,
  item: AlignItem | null,
): Promise<string> {
  if (item === null) return '';
  return leftIfRefused('"View in Jira" could not be removed in Jira Align', () =>
    align.removeLink(item, issueUrl(connection.jiraSiteUrl, pair.issueKey)),
  );
}

/** A link that stays behind does not keep the pair alive; an error that passes does, so that the run is repeated. */
async function leftIfRefused(what: string, remove: () => Promise<void>): Promise<string> {
  try {
    await remove();
    return '';
  } catch (error) {
    if (error instanceof SyncError && error.retry.kind !== 'never') throw error;
    if (!(error instanceof RejectedError) && !(error instanceof SyncError)) throw error;
    return ` ${what}: ${error.message}`;
  }
}
