import type { Actor } from '../contract/common';
import { allOf } from '../domain/all-of';
import { NotFoundError } from '../domain/errors';
import { concurrencyKey, hint } from '../domain/hint';
import { alignRefOf } from '../domain/pair';
import { nowIso, type Dependencies } from './dependencies';
import { openSync } from './sync-context';
import { unlinkPair } from './unlink-pair';

/**
 * Takes a pair apart because a person wants it. Both sides stay as they are; a side that cannot be read, for example
 * an issue that the acting account may not see, is left alone.
 * @throws NotFoundError `NOT_PAIRED`
 */
export async function unlinkByPerson(
  deps: Dependencies,
  issueId: string,
  by: Actor,
): Promise<void> {
  const pair = await deps.pairs.byIssue(issueId);
  if (pair === null || pair.status === 'unlinked') throw notPaired();
  const target = { kind: 'issue', issueId, projectId: pair.projectId } as const;
  const { side, id, name } = by;
  const asked = hint({
    target,
    source: 'manual',
    at: nowIso(deps),
    actor: { side, id, name },
  });
  const context = await openSync(deps, asked, 0);
  const ref = alignRefOf(pair);
  const [issue, item] = await allOf([
    deps.jira.readIssue(issueId, []),
    ref === null ? null : context.align.readItem(ref),
  ]);
  await unlinkPair(context, pair, { gone: 'neither', issue, item });
  await deps.parked.remove(concurrencyKey(target));
}

function notPaired(): NotFoundError {
  return new NotFoundError('jira', {
    code: 'NOT_PAIRED',
    message: 'The issue has no Jira Align item.',
    remedy: 'Load the page again.',
  });
}
