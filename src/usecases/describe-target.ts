import type { Actor } from '../contract/common';
import { SyncError } from '../domain/errors';
import type { Hint } from '../domain/hint';
import type { Pair } from '../domain/pair';
import type { Dependencies } from './dependencies';
import { knownActor } from './name-people';

/** What a person reads of a piece of work that waits. */
interface Described {
  issueKey: string | null;
  title: string | null;
  actor: Actor | null;
}

/**
 * Names the issue and the person of a hint that is being parked. An issue without a pair is read for it; when Jira
 * does not answer, which may be the very reason for parking, it stays without a name.
 */
export async function describeTarget(
  deps: Dependencies,
  { target, actor }: Hint,
  pair: Pair | null,
): Promise<Described> {
  const stored = { issueKey: pair?.issueKey ?? null, title: pair?.title ?? null, actor };
  if (target.kind !== 'issue' || (pair !== null && actor?.name !== actor?.id)) return stored;
  try {
    const issue = await deps.jira.readIssue(target.issueId, []);
    if (issue === null) return stored;
    return { issueKey: issue.key, title: issue.summary, actor: knownActor(actor, issue) };
  } catch (error) {
    if (!(error instanceof SyncError)) throw error;
    deps.log('info', 'parked-without-name', { code: error.code });
    return stored;
  }
}
