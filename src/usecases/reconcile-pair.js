import { alignDigest, alignKeys } from '../domain/align-digest';
import { ConfigurationError, NotFoundError } from '../domain/errors';
import { alignRefOf } from '../domain/pair';
import { plan } from '../domain/plan';
import { shorten } from '../domain/stamp';
import { applyPlan } from './apply-plan';
import { nowIso } from './dependencies';
import { keepLinks } from './keep-links';
import { nameOf } from './people';
import { entriesOf, fieldEffects } from './record-effect';
import { resolveReferences } from './resolve-references';
import { unlinkPair } from './unlink-pair';
export async function reconcilePair(context, pair) {
  const { deps, align, mapping } = context;
  const ref = alignRefOf(pair);
  if (ref === null) throw new Error(`The pair of issue ${pair.issueId} has no Align item.`);
  const [issue, item] = await Promise.all([
    deps.jira.readIssue(pair.issueId, mapping.pointsFieldId),
    align.readItem(ref),
  ]);
  if (issue === null) throw issueHidden(pair);
  if (issue.projectId !== pair.projectId) throw issueMoved(pair);
  if (item === null || item.removed) {
    await unlinkPair(context, pair, { gone: 'align', issue, item });
    return 'unlinked';
  }
  return bringInStep(context, pair, issue, item);
}
export async function bringInStep(context, pair, issue, item, before = []) {
  const { connection, mapping, hint } = context;
  const planned = plan({
    pair,
    issue,
    item,
    context: {
      mapping,
      alignType: item.type,
      references: await resolveReferences(context, issue, item, pair.baseline),
    },
    hintActor: hint.actor,
    ownUid: connection.alignActsAs.uid,
    retryRefused: hint.thorough,
  });
  const applied = await applyPlan(context, issue, item, planned);
  const links =
    applied.failure === null ? await keepLinks(context, pair, issue, item) : unchanged(pair);
  await commit(context, { pair, issue, item, applied, links, before });
  const failure = applied.failure ?? links.failure;
  if (failure !== null) throw failure;
  return applied.wroteAlign || applied.wroteJira || links.repaired.length > 0
    ? 'written'
    : 'in-step';
}
const unchanged = (pair) => ({
  webLink: pair.webLink,
  viewInJira: pair.viewInJira,
  repaired: [],
  failure: null,
});
async function commit(context, done) {
  const { deps, hint } = context;
  const { pair, issue, item, applied, links, before } = done;
  const changes = await Promise.all(
    applied.changes.map(async (change) =>
      change.by?.side === 'align'
        ? { ...change, by: { ...change.by, name: await nameOf(context, change.by.id) } }
        : change,
    ),
  );
  const effects = [...before, ...fieldEffects(context, changes)];
  if (links.repaired.length > 0 && before.length === 0) {
    effects.push({
      direction: links.repaired.includes('web-link') ? 'to-jira' : 'to-align',
      outcome: 'link-repaired',
      code: 'LINK_REPAIRED',
      message: repairedSentence(links),
      person: null,
      writtenAs: null,
    });
  }
  const next = {
    ...pair,
    issueKey: issue.key,
    title: shorten(issue.summary).text,
    status: 'paired',
    revision: pair.revision + 1,
    sequence: pair.sequence + effects.length,
    baseline: applied.baseline,
    refused: applied.refused,
    jiraUpdated: applied.failure === null ? issue.updated : pair.jiraUpdated,
    alignUpdated:
      applied.failure === null ? (item.updated ?? pair.alignUpdated) : pair.alignUpdated,
    jiraStatus: issue.status.name,
    alignState: stateAfter(item, applied),
    webLink: links.webLink,
    viewInJira: links.viewInJira,
    lastSyncedAt: applied.failure === null ? nowIso(deps) : pair.lastSyncedAt,
    creation: null,
  };
  const entries = entriesOf(context, { ...next, sequence: pair.sequence }, effects);
  await deps.pairs.commit({
    pair: next,
    alignRef: { ref: item, record: refRecord(context, next, item, applied) },
    entries,
    endIntent: pair.creation?.intentKey ?? null,
  });
  deps.log('info', 'reconciled', {
    issueId: pair.issueId,
    source: hint.source,
    entries: entries.length,
    jira: deps.meter.count.jira,
    align: deps.meter.count.align,
  });
}
function stateAfter(item, applied) {
  const write = applied.alignWrites.find(({ field }) => field === 'state');
  return typeof write?.value === 'number' ? write.value : item.state;
}
function refRecord({ deps, mapping }, pair, item, applied) {
  const written = applied.alignWrites.map(({ field, base }) => [field, base.align?.key]);
  return {
    v: 1,
    status: 'paired',
    issueId: pair.issueId,
    projectId: pair.projectId,
    digest:
      applied.failure === null
        ? alignDigest({ ...alignKeys(item, mapping), ...Object.fromEntries(written) })
        : null,
    alignUpdated: item.updated,
    at: nowIso(deps),
  };
}
function repairedSentence(links) {
  const names = links.repaired.map((link) =>
    link === 'web-link' ? 'the web link in Jira' : '"View in Jira" in Jira Align',
  );
  return `Restored ${names.join(' and ')}.`;
}
function issueHidden(pair) {
  return new NotFoundError('jira', {
    code: 'ISSUE_NOT_VISIBLE',
    message: `${pair.issueKey} cannot be read: it was deleted, or the account that the app writes as may not see it.`,
    remedy:
      'Give that account the Browse Projects permission and access to the issue security level. If the issue was deleted, unlink the pair.',
  });
}
function issueMoved(pair) {
  return new ConfigurationError({
    code: 'ISSUE_MOVED',
    message: `${pair.issueKey} was moved to another project than the one it was paired in.`,
    remedy:
      'Move it back, or unlink the pair and create its Jira Align item anew in the program of its new project.',
  });
}
