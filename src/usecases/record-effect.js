import { auditEntry, changesToward, outcomeOf, sentence } from '../domain/audit-entry';
import { nowIso } from './dependencies';
export function entriesOf(context, pair, effects) {
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
        requests: index === 0 ? { ...deps.meter.count } : NO_REQUESTS,
      },
    ),
  );
}
const NO_REQUESTS = { jira: 0, jiraPoints: 0, align: 0 };
export function fieldEffects(context, changes) {
  const effects = [];
  for (const direction of ['to-align', 'to-jira']) {
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
export function writerOf({ connection }, direction) {
  if (direction === 'to-jira') return connection.jiraActsAs;
  const { uid, name } = connection.alignActsAs;
  return { side: 'align', id: uid, name };
}
function personBehind({ hint }, changes, origin) {
  const named = changes.find((change) => change.origin === origin && change.by !== null)?.by;
  return named ?? (hint.actor?.side === origin ? hint.actor : null);
}
