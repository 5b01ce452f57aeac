import { ConcurrentChangeError } from '../../domain/errors';
import type { JiraIssue } from '../../domain/issue';
import type { AlignTitlePort } from '../../domain/ports/align';
import { adopt } from '../adopt';
import { adoptMarked } from '../adopt-marked';
import { begin } from '../begin-creation';
import { createInAlign } from '../create-in-align';
import type { ProjectContext } from '../sync-context';
import { matchByTitle } from './title-match';

/** Gives one issue of a backfill its Align item: the one its mark names, the one its title finds, or a new one. */
export async function pairIssue(
  context: ProjectContext,
  titles: AlignTitlePort | null,
  issue: JiraIssue,
): Promise<'created' | 'linked' | 'skipped'> {
  if (issue.mark !== null && (await adoptMarked(context, issue))) return 'linked';
  const match = titles === null ? null : await matchByTitle(context, titles, issue);
  if (match !== null) {
    await adopt(context, await begin(context, issue, match.type), issue, match, 'same-title');
    return 'linked';
  }
  const outcome = await createInAlign(context, issue, null);
  return outcome === 'adopted' ? 'linked' : outcome;
}

/** Another run has paired the issue in the meantime, which is all a backfill wants. */
export function isPairedMeanwhile(error: unknown): boolean {
  return error instanceof ConcurrentChangeError;
}
