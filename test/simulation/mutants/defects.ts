import type { Patch } from '../bundle';

/** A deliberate defect of the app. */
export interface Defect {
  name: string;
  patches: readonly Patch[];
}

const src = (file: string, find: string, replace: string): Patch => ({
  file: `src/${file}`,
  find,
  replace,
});

/** Each is a mistake that a change of the engine could make. Every one must be caught by some seed. */
export const DEFECTS: readonly Defect[] = [
  {
    name: 'keeps the old baseline after a write',
    patches: [
      src('usecases/reconcile-pair.ts', 'baseline: applied.baseline,', 'baseline: pair.baseline,'),
    ],
  },
  {
    name: 'does not look for an item whose creation got no answer',
    patches: [
      src(
        'usecases/create-in-align.ts',
        'const orphan = await findOrphan(context, { key, intent }, url);',
        'const orphan = null as AlignItem | null; void findOrphan; void url;',
      ),
    ],
  },
  {
    name: 'takes a creation of unknown effect for one without',
    patches: [
      src(
        'usecases/create-in-align.ts',
        'if (surelyNotCreated(error)) await',
        'if (surelyNotCreated(error) || true) await',
      ),
    ],
  },
  {
    name: 'looks for a lost creation at once, before it may be found',
    patches: [src('usecases/creation-timing.ts', 'if (left > 0) {', 'if (left > 1e12) {')],
  },
  {
    name: 'imports without a claim',
    patches: [
      src(
        'usecases/import-item.ts',
        'if (await deps.pairs.claimAlignRef(item, held)) return',
        'if (true) return',
      ),
    ],
  },
  {
    name: 'lets every attempt take a claim over',
    patches: [
      src(
        'usecases/import-item.ts',
        'await deps.pairs.renewAlignRef(item, held, record);',
        'await deps.pairs.renewAlignRef(item, held, record).catch(() => undefined);',
      ),
      src('store/pairs.ts', 'held === null ? {', 'held !== undefined ? {'),
    ],
  },
  {
    name: 'writes before it has stored what it is about to write',
    patches: [
      src('usecases/reconcile-pair.ts', 'writes.length > 0 && held === null', 'writes.length < 0'),
    ],
  },
  {
    name: 'never finds out what became of a stopped run',
    patches: [
      src(
        'domain/pending.ts',
        'if (pending === null) return {',
        'if (pending !== undefined) return {',
      ),
    ],
  },
  {
    name: 'takes the item for right whatever a person did to a new issue',
    patches: [
      src(
        'domain/plan-creation.ts',
        '...Object.fromEntries(edited.map',
        '...Object.fromEntries(edited.slice(99).map',
      ),
    ],
  },
  {
    name: 'does not look at what a web link shows',
    patches: [src('usecases/keep-links.ts', 'shown = link?.resolved ?? shown;', 'void link;')],
  },
  {
    name: 'finds a lost creation by its title alone',
    patches: [
      src(
        'usecases/find-orphan.ts',
        '?? findRenamed(context, claim, all)',
        '?? (void findRenamed, null)',
      ),
    ],
  },
  {
    name: 'takes what the app has made itself for an item of a person',
    patches: [
      src(
        'usecases/import-item.ts',
        'if (record === null) await requireNobody',
        'if (item.id < 0) await requireNobody',
      ),
    ],
  },
  {
    name: 'ignores that another run was first',
    patches: [
      src(
        'store/pairs.ts',
        "if (await isRefused('commit a pair', transaction)) {",
        "if ((await isRefused('commit a pair', transaction)) && pair.revision < 0) {",
      ),
    ],
  },
  {
    name: 'drops an audit entry',
    patches: [
      src(
        'store/pairs.ts',
        'for (const entry of entries) {',
        'for (const entry of entries.slice(1)) {',
      ),
    ],
  },
  {
    name: 'does not store the way back from Align',
    patches: [src('store/pairs.ts', 'if (alignRef !== null) {', 'if (alignRef === undefined) {')],
  },
  {
    name: 'never releases a claim',
    patches: [
      src(
        'store/pairs.ts',
        'if (endIntent != null) transaction',
        'if (endIntent === 0) transaction',
      ),
    ],
  },
  {
    name: 'forgets the digest of the last sync',
    patches: [
      src(
        'usecases/reconcile-pair.ts',
        'applied.failure === null\n        ? alignDigest',
        'applied.failure === undefined\n        ? alignDigest',
      ),
    ],
  },
  {
    name: 'takes every digest for the same',
    patches: [
      src(
        'usecases/queue-changed.ts',
        'record.digest !== alignDigest(alignKeys(item, mapping))',
        'record.digest === null',
      ),
    ],
  },
  {
    name: 'polls from the watermark without an overlap',
    patches: [src('usecases/poll-align.ts', '- OVERLAP_MS', '- 0')],
  },
  {
    name: 'takes new hints for stale',
    patches: [
      src(
        'domain/hint.ts',
        'changedAt <= Date.parse(pair.jiraUpdated)',
        'changedAt <= Date.parse(pair.jiraUpdated) + 600_000',
      ),
    ],
  },
  {
    name: 'makes requests for a stale hint',
    patches: [
      src(
        'usecases/reconcile.ts',
        "if (pair !== null && isStale(hint, pair)) return 'stale';",
        "if (pair !== null && isStale(hint, pair)) { await deps.jira.readIssue(pair.issueId, null); return 'stale'; }",
      ),
    ],
  },
  {
    name: 'takes a reformatted text for an edit',
    patches: [
      src(
        'domain/merge-field.ts',
        'base.unconfirmed === true &&',
        'base.unconfirmed === undefined &&',
      ),
    ],
  },
  {
    name: 'forgets an edit that it has written over in Jira',
    patches: [
      src('domain/attribution.ts', 'if (lastOwn < 0) return [];', 'if (lastOwn < 1e9) return [];'),
    ],
  },
  {
    name: 'counts a rate limit as a failure',
    patches: [
      src(
        'usecases/handle-hint.ts',
        "(error.retry.kind === 'backoff' ? 1 : 0)",
        "(error.retry.kind === 'never' ? 0 : 1)",
      ),
    ],
  },
  {
    name: 'waits longer than the queue allows',
    patches: [src('domain/retry.ts', 'Math.min(MAX_DELAY_SECONDS, Math', 'Math.max(0, Math')],
  },
  {
    name: 'ends a failed hint without parking it',
    patches: [
      src('usecases/handle-hint.ts', 'if (final || failedOften) await', 'if (failedOften) await'),
    ],
  },
  {
    name: 'pairs anew what was unlinked',
    patches: [
      src(
        'usecases/reconcile.ts',
        "if (pair?.status === 'unlinked' && !mayReturn(hint, pair)) return 'skipped';",
        "if (pair?.status === 'unlinked' && !mayReturn(hint, pair)) { await deps.pairs.commit({ pair: { ...pair, status: 'creating', alignId: null, revision: pair.revision + 1, creation: null }, alignRef: null, entries: [] }); return reconcileIssue(deps, hint, target, attempt); }",
      ),
    ],
  },
  {
    name: 'leaves the web link of what is unlinked',
    patches: [
      src(
        'usecases/unlink-pair.ts',
        'await deps.jira.removeWebLink(issue.id, webLinkGlobalId(connection.site, ref));',
        'void webLinkGlobalId(connection.site, ref);',
      ),
    ],
  },
  {
    name: 'does not write the web link',
    patches: [
      src(
        'usecases/keep-links.ts',
        "if (state === 'missing' || shown !== resolved) {",
        'if (shown !== resolved) {',
      ),
    ],
  },
  {
    name: 'takes an item that belongs to another issue',
    patches: [
      src(
        'usecases/find-orphan.ts',
        'return !taken && sameProgram && !item.removed && !leadsElsewhere(item, issueUrl);',
        'return (taken || !taken) && sameProgram && !item.removed && (leadsElsewhere(item, issueUrl) || true);',
      ),
    ],
  },
  {
    name: 'flaps between statuses of one state',
    patches: [
      src(
        'domain/fields/state.ts',
        '(alignStateOf(mapping, alignType, jira.id) === align ||',
        '(alignStateOf(mapping, alignType, jira.id) === -1 ||',
      ),
    ],
  },
  {
    name: 'puts the token into a log line',
    patches: [
      src(
        'usecases/sync-context.ts',
        'const startedAt = deps.now();',
        "const startedAt = deps.now(); deps.log('info', 'opened', { token: (await deps.settings.alignAuth())?.token ?? null });",
      ),
    ],
  },
  {
    name: 'calls a side that has asked to be left alone',
    patches: [
      src(
        'domain/standing-limits.ts',
        'return until.length === 0 ? 0',
        'return until.length >= 0 ? 0',
      ),
    ],
  },
  {
    name: 'tells no other run that a side has asked to wait',
    patches: [src('usecases/governor.ts', 'await store.put(limits);', 'void store;')],
  },
  {
    name: 'tells nothing of the steps of a status on its way',
    patches: [
      src(
        'usecases/move-to-status.ts',
        'move.stepped(at);',
        'if (at.id === target.id && step === 0) move.stepped(at);',
      ),
    ],
  },
  {
    name: 'writes during a pause of everything',
    patches: [
      src('usecases/project-of.ts', 'const pause = all ?? own;', 'const pause = own; void all;'),
    ],
  },
  {
    name: 'does on removals of issues what the mapping says of items',
    patches: [
      src(
        'domain/removal-policy.ts',
        "if (gone === 'jira') return { kind: policy.whenIssueDeleted };",
        "if (gone === 'jira') return { kind: policy.whenItemRemoved === 'unlink' ? 'unlink' : 'recycle' };",
      ),
    ],
  },
];
