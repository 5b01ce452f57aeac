import type { Actor } from '../contract/common';
import type { AuditEntry, FieldChange } from '../contract/history';
import {
  auditEntry,
  changesToward,
  outcomeOf,
  sentence,
  type AuditEffect,
} from '../domain/audit-entry';
import type { Pair } from '../domain/pair';
import type { RequestCount } from '../domain/ports/runtime';
import { nowIso } from './dependencies';
import type { SyncContext } from './sync-context';

/** Makes the entries of one run, numbered on from the pair's last. */
export function entriesOf(
  context: SyncContext,
  pair: Pair,
  effects: readonly AuditEffect[],
): AuditEntry[] {
  const { deps, hint, startedAt } = context;
  const at = nowIso(deps);
  return effects.map((effect, index) =>
    auditEntry(
      {
        pairId: pair.issueId,
        projectId: pair.projectId,
        issueId: pair.issueId,
        issueKey: pair.issueKey,
        alignType: pair.alignType,
        alignId: pair.alignId,
        title: pair.title,
      },
      effect,
      {
        at,
        sequence: pair.sequence + 1 + index,
        hint,
        durationMs: deps.now() - startedAt,
        // The run's requests stand with its first entry, so that their sum is what was really spent.
        requests: index === 0 ? requestsOf(context) : NO_REQUESTS,
      },
    ),
  );
}

function requestsOf({ deps, requestsBefore }: SyncContext): RequestCount {
  const { jira, jiraPoints, align } = deps.meter.count;
  return {
    jira: jira - requestsBefore.jira,
    jiraPoints: jiraPoints - requestsBefore.jiraPoints,
    align: align - requestsBefore.align,
  };
}

const NO_REQUESTS: Readonly<RequestCount> = { jira: 0, jiraPoints: 0, align: 0 };

/** The effects of the field changes of one run: one a direction, and one for what both sides agreed on already. */
export function fieldEffects(context: SyncContext, changes: readonly FieldChange[]): AuditEffect[] {
  const effects: AuditEffect[] = [];
  for (const direction of ['to-align', 'to-jira'] as const) {
    const toward = changesToward(direction, changes);
    if (toward.length === 0) continue;
    const outcome = outcomeOf(toward);
    const refusal = toward.find((change) => change.outcome === 'refused');
    effects.push({
      direction,
      outcome,
      code: outcome.toUpperCase(),
      message: sentence(direction, toward),
      remedy: refusal?.remedy ?? null,
      person: personBehind(context, toward, direction === 'to-align' ? 'jira' : 'align'),
      writtenAs: outcome === 'refused' ? null : writerOf(context, direction),
      changes: toward,
    });
  }
  const agreed = changes.filter((change) => change.outcome === 'agreed');
  if (agreed.length > 0) {
    effects.push({
      direction: 'none',
      outcome: 'agreed',
      code: 'AGREED',
      message: 'Both sides already have the same values.',
      person: agreed.find((change) => change.by !== null)?.by ?? null,
      writtenAs: null,
      changes: agreed,
    });
  }
  return effects;
}

/** The account that a write in this direction is recorded as. */
export function writerOf({ connection }: SyncContext, direction: 'to-align' | 'to-jira'): Actor {
  if (direction === 'to-jira') return connection.jiraActsAs;
  const { uid, name } = connection.alignActsAs;
  return { side: 'align', id: uid, name };
}

function personBehind(
  { hint }: SyncContext,
  changes: readonly FieldChange[],
  origin: 'jira' | 'align',
): Actor | null {
  const named = changes.find((change) => change.origin === origin && change.by !== null)?.by;
  return named ?? (hint.actor?.side === origin ? hint.actor : null);
}
