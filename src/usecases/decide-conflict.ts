import type { Actor, FieldName, Side } from '../contract/common';
import { CONFLICT } from '../domain/decision';
import { ConcurrentChangeError, ConfigurationError } from '../domain/errors';
import { hint } from '../domain/hint';
import { comparedValues } from '../domain/refusal';
import { nowIso, type Dependencies } from './dependencies';

/** A person's choice between the values of both sides. */
export interface Choice {
  readonly issueId: string;
  readonly field: FieldName;
  readonly side: Side;
}

const ATTEMPTS = 3;

/**
 * Stores which side's value a person wants of a field that both have changed, and queues the pair: the next reconcile
 * carries it out, when both values are still those that were shown.
 * @returns how many hints were queued
 * @throws ConfigurationError `CONFLICT_GONE` when nobody is asked about the field any more
 */
export async function decideConflict(
  deps: Pick<Dependencies, 'pairs' | 'queue' | 'now'>,
  { issueId, field, side }: Choice,
  { side: origin, id, name }: Actor,
): Promise<number> {
  const at = nowIso(deps);
  const by: Actor = { side: origin, id, name };
  for (let attempt = 1; ; attempt += 1) {
    const pair = await deps.pairs.byIssue(issueId);
    const refusal = pair?.status === 'paired' ? pair.refused[field] : undefined;
    const values = refusal?.code === CONFLICT ? comparedValues(refusal) : null;
    if (pair === null || values === null) throw conflictGone();
    const decisions = { ...pair.decisions, [field]: { side, ...values, by, at } };
    try {
      const next = { ...pair, decisions, revision: pair.revision + 1 };
      await deps.pairs.commit({ pair: next, alignRef: null, entries: [] });
      const { projectId } = pair;
      const target = { kind: 'issue', issueId, projectId } as const;
      await deps.queue.push([{ hint: hint({ target, source: 'manual', at, thorough: true }) }]);
      return 1;
    } catch (error) {
      // A run of the pair came in between: whether the conflict still stands is looked at anew.
      if (!(error instanceof ConcurrentChangeError) || attempt === ATTEMPTS) throw error;
    }
  }
}

function conflictGone(): ConfigurationError {
  return new ConfigurationError({
    code: 'CONFLICT_GONE',
    message: 'The two values of this field are not in conflict any more.',
    remedy: 'Load the list again and look at what both sides have now.',
  });
}
