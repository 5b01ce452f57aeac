import { itemName } from '../domain/audit-entry';
import { RejectedError, SyncError } from '../domain/errors';
import { alignRefOf } from '../domain/pair';
import { issueUrl, webLinkGlobalId } from '../domain/web-link';
import { nowIso } from './dependencies';
import { entriesOf } from './record-effect';
export async function unlinkPair(context, pair, { gone, issue, item }) {
  const { deps, hint } = context;
  const ref = alignRefOf(pair);
  const name = itemName(pair.alignType, pair.alignId);
  const leftovers =
    gone === 'align'
      ? await removeFromJira(context, pair, issue)
      : await removeFromAlign(context, pair, item);
  const effect = {
    direction: gone === 'align' ? 'to-jira' : 'to-align',
    outcome: 'unlinked',
    code: gone === 'align' ? 'ALIGN_ITEM_REMOVED' : 'JIRA_ISSUE_DELETED',
    message:
      (gone === 'align'
        ? `${name} was removed in Jira Align. ${pair.issueKey} stays as it is and is no longer synced.`
        : `${pair.issueKey} was deleted in Jira. ${name} stays as it is and is no longer synced.`) +
      leftovers,
    person: personBehind(context, gone, item),
    writtenAs: null,
  };
  const next = {
    ...pair,
    status: 'unlinked',
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
function personBehind({ hint, connection }, gone, item) {
  if (gone === 'jira') return hint.actor?.side === 'jira' ? hint.actor : null;
  const uid = item?.updatedBy ?? null;
  return uid === null || uid === connection.alignActsAs.uid
    ? null
    : { side: 'align', id: uid, name: uid };
}
async function removeFromJira({ deps, connection }, pair, issue) {
  const ref = alignRefOf(pair);
  if (issue === null || ref === null) return '';
  return leftIfRefused('The web link in Jira could not be removed', async () => {
    await deps.jira.removeWebLink(issue.id, webLinkGlobalId(connection.site, ref));
    await deps.jira.removeMark(issue.id);
  });
}
async function removeFromAlign({ align, connection }, pair, item) {
  if (item === null) return '';
  return leftIfRefused('"View in Jira" could not be removed in Jira Align', () =>
    align.removeLink(item, issueUrl(connection.jiraSiteUrl, pair.issueKey)),
  );
}
async function leftIfRefused(what, remove) {
  try {
    await remove();
    return '';
  } catch (error) {
    if (error instanceof SyncError && error.retry.kind !== 'never') throw error;
    if (!(error instanceof RejectedError) && !(error instanceof SyncError)) throw error;
    return ` ${what}: ${error.message}`;
  }
}
