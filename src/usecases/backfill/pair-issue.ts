import { ConcurrentChangeError, NotYetError } from '../../domain/errors';
import type { JiraIssue } from '../../domain/issue';
import type { Pair } from '../../domain/pair';
import { adopt } from '../adopt';
import { adoptMarked } from '../adopt-marked';
import { begin } from '../begin-creation';
import { createInAlign } from '../create-in-align';
import type { ProjectContext } from '../sync-context';
import { findTwin, type Lookup } from './find-twin';
import type { Marks } from './jira-page';
import type { Outcome } from './look-through';

/**
 * Looks at one issue of a backfill and pairs it when it is not.
 * @param pair its record when the page was read
 * @throws NotYetError when another run has begun to pair it: the ordinary queue knows how to find what came of it
 */
export async function lookAtIssue(
  context: ProjectContext,
  lookup: Lookup | null,
  issue: JiraIssue,
  pair: Pair | undefined,
  marks: Marks,
): Promise<Outcome> {
  if (pair?.status === 'creating') throw begun(issue);
  if (pair?.status === 'paired') return keepMark(context, issue, pair, marks);
  if (pair !== undefined) return 'skipped';
  try {
    return await pairIssue(context, lookup, issue);
  } catch (error) {
    if (!(error instanceof ConcurrentChangeError)) throw error;
    const meanwhile = await context.deps.pairs.byIssue(issue.id);
    if (meanwhile === null || meanwhile.status === 'creating') throw error;
    return 'skipped';
  }
}

/** Gives one issue its Align item: the one its mark names, the one its key or title finds, or a new one. */
async function pairIssue(
  context: ProjectContext,
  lookup: Lookup | null,
  issue: JiraIssue,
): Promise<Outcome> {
  if (issue.mark !== null && (await adoptMarked(context, issue))) return 'linked';
  const twin = lookup === null ? null : await findTwin(context, lookup, issue);
  if (twin !== null) {
    const { item, found } = twin;
    await adopt(context, await begin(context, issue, item.type), issue, item, found);
    return 'linked';
  }
  const outcome = await createInAlign(context, issue, null);
  if (outcome === 'created') return 'created';
  return outcome === 'adopted' ? 'linked' : 'skipped';
}

/**
 * A run that was ended may have paired issues whose marks or links it no longer wrote.
 * @throws NotYetError when the link is missing, which the ordinary queue restores
 */
function keepMark(context: ProjectContext, issue: JiraIssue, pair: Pair, marks: Marks): Outcome {
  if (pair.webLink.state === 'missing') throw begun(issue);
  const { alignType, alignId } = pair;
  if (alignId !== null && issue.mark === null) {
    const mark = { alignType, alignId, alignProgram: context.mapping.programId };
    marks.push({ issueId: issue.id, mark });
  }
  return 'skipped';
}

function begun({ key }: JiraIssue): NotYetError {
  return new NotYetError(
    {
      code: 'PAIRING_UNDER_WAY',
      message: `${key} is being paired by another run.`,
      remedy: 'Nothing to do: what is missing is made up for in a moment.',
    },
    30,
  );
}
