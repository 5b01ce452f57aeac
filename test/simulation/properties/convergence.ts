import { ALIGN_TYPES } from '../../../src/domain/align-type';
import { codecOf, extraJiraFields } from '../../../src/domain/fields';
import type { References } from '../../../src/domain/fields/codec';
import { alignTypeOf, issueTypeOf } from '../../../src/domain/mapping';
import { itemKey } from '../ledger';
import { APP, accountOfUid, uidOfAccount } from '../people';
import { alwaysBoth, nameOf, type Final, type FinalPair } from './final';

/** Reasons that only a person can mend, and that no person has mended in the run. */
const STANDING = new Set([
  'PARENT_REQUIRED',
  'ORPHAN_UNCLEAR',
  'ALIGN_ITEM_FOREIGN',
  'ISSUE_NOT_VISIBLE',
  'JIRA_NOT_FOUND',
  'ALIGN_NOT_FOUND',
  'JIRA_REJECTED',
  'ALIGN_REJECTED',
  'TITLE_EMPTY',
  'TITLE_TOO_LONG',
]);

/** P1: each mapped field is equal under the mapping, or something on record says why not. */
export function convergence(final: Final): void {
  const { world } = final;
  const { ledger } = world;
  const fail = (what: string) => ledger.violate('P1 convergence', what);
  for (const pair of final.pairs) {
    if (pair.pair.status === 'creating' && pair.parked === null && pair.issue !== null) {
      fail(`${nameOf(pair)} is still being created, and nothing says so`);
    }
    if (pair.pair.status !== 'paired') continue;
    if (pair.issue === null || pair.item === null || pair.item.removed) {
      if (pair.parked === null) fail(`${nameOf(pair)} is paired, but one side is gone`);
      continue;
    }
    if (pair.parked === null) fieldsAgree(final, pair, fail);
  }
  for (const { id, problem } of final.parked.values()) {
    if (!STANDING.has(problem.code)) fail(`${id} is parked as ${problem.code} although it passed`);
  }
  everythingIsPaired(final, fail);
}

function fieldsAgree(final: Final, pair: FinalPair, fail: (what: string) => void): void {
  const { issue, item, mapping, fields } = pair;
  if (issue === null || item === null) return;
  const { jira, align, shape } = final.world;
  const issueView = jira.view(issue, extraJiraFields(mapping));
  const itemView = align.view(item);
  const context = {
    mapping,
    alignType: item.type,
    references: referencesOf(final, pair),
  };
  for (const field of fields) {
    const codec = codecOf(field, mapping);
    const refusal = pair.pair.refused[field];
    if (refusal !== undefined) {
      const lasting =
        refusal.by === 'app' ||
        field === 'parent' ||
        (field === 'state' && shape.unreachable !== null) ||
        // Where no issue is in a status on the way, nothing shows what follows it.
        (refusal.code === 'NO_TRANSITION' && shape.workflow === 'straight');
      if (!lasting) fail(`${nameOf(pair)} ${field} is still refused: ${refusal.code}`);
      continue;
    }
    if (!alwaysBoth(final, pair, field)) continue;
    if (codec.equal(codec.jira.read(issueView, mapping), codec.align.read(itemView), context))
      continue;
    if (field === 'description') {
      const jiraStamp = codec.jira.stamp(codec.jira.read(issueView, mapping));
      const alignStamp = codec.align.stamp(codec.align.read(itemView), item.type);
      // What Align makes of an HTML text is its own; the text is what has to agree.
      if (shape.html !== 'as given' && jiraStamp.loose === alignStamp.loose) continue;
    }
    fail(
      `${nameOf(pair)} ${field}: Jira has ${JSON.stringify(codec.jira.read(issueView, mapping))}, Align ${JSON.stringify(codec.align.read(itemView))}`,
    );
  }
}

function referencesOf(final: Final, { issue, item }: FinalPair): References {
  const wanted = item === null ? null : ALIGN_TYPES[item.type].parent;
  const parentPair = issue?.parentId == null ? undefined : final.byIssue.get(issue.parentId);
  const parentItem =
    wanted === null || item?.parentId == null
      ? undefined
      : final.byItem.get(itemKey(wanted, item.parentId));
  return {
    people: {
      uidOf: known(issue?.assignee, uidOfAccount),
      accountOf: known(item?.ownerUid, accountOfUid),
    },
    choices: {},
    alignParentId: parentPair?.pair.alignType === wanted ? parentPair.pair.alignId : null,
    issueParentId: parentItem?.pair.issueId ?? null,
  };
}

function known(id: string | null | undefined, twinOf: (id: string) => string | null) {
  const twin = id == null ? null : twinOf(id);
  return new Map(id == null || twin === null ? [] : [[id, { id: twin }]]);
}

/** Every item that the mapping wants paired is, or a record says why not. */
function everythingIsPaired(final: Final, fail: (what: string) => void): void {
  const { jira, align, mappings } = final.world;
  for (const issue of jira.live()) {
    const mapping = mappings.find(({ projectId }) => projectId === issue.projectId);
    if (mapping === undefined || alignTypeOf(mapping, issue.typeId) === null) continue;
    // What the app made from an item that is gone is left alone.
    if (issue.creator.id === APP.jira.id) continue;
    if (final.byIssue.has(issue.id) || final.parked.has(`issue-${issue.id}`)) continue;
    // One that the app could not see when it was swept, and of which no event told: only a backfill looks so far back.
    if (issue.hiddenUntil > 0 && final.world.events.unheard.has(issue.id)) continue;
    fail(`${issue.key} (${issue.id}) has no pair`);
  }
  for (const item of align.live()) {
    const key = itemKey(item.type, item.id);
    if (final.byItem.has(key) || final.parked.has(`align-${item.type}-${item.id}`)) continue;
    if (item.createdBy === '2001') continue;
    const mapping = mappings.find((m) => m.programId === item.programId);
    if (mapping?.createInJira === true && issueTypeOf(mapping, item.type) !== null) {
      fail(`${key} has no pair`);
    }
  }
}
