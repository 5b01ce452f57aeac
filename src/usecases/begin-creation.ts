import { ConcurrentChangeError, NotYetError } from '../domain/errors';
import { title } from '../domain/fields/title';
import type { JiraIssue } from '../domain/issue';
import { intentKey, type Intent, type Pair } from '../domain/pair';
import { shorten } from '../domain/stamp';
import { nowIso } from './dependencies';
import type { ProjectContext } from './sync-context';

/** Stores the pair's first record: from now on every attempt knows that the item may be there. */
export async function begin(
  { deps, mapping }: ProjectContext,
  issue: JiraIssue,
  alignType: Pair['alignType'],
): Promise<Pair> {
  const at = nowIso(deps);
  const pair: Pair = {
    v: 1,
    issueId: issue.id,
    issueKey: issue.key,
    projectId: issue.projectId,
    title: shorten(issue.summary).text,
    alignType,
    alignId: null,
    status: 'creating',
    revision: 1,
    sequence: 0,
    baseline: {},
    refused: {},
    jiraUpdated: null,
    alignUpdated: null,
    jiraStatus: issue.status.name,
    alignState: null,
    webLink: { state: 'missing', resolved: false, checkedAt: null },
    viewInJira: 'missing',
    lastSyncedAt: null,
    creation: { at, intentKey: intentKey(alignType, mapping.programId, titleOf(issue)) },
  };
  if (!(await deps.pairs.begin(pair))) throw new ConcurrentChangeError(`The pair of ${issue.key}`);
  return pair;
}

/** The title that the new item is given. */
export function titleOf(issue: JiraIssue): string {
  return title.jira.read(issue);
}

/** A claim on a creation. */
export interface Claim {
  readonly key: string;
  readonly intent: Intent;
  /** The claim was made just now. Nothing is created without one, so no earlier attempt has created anything. */
  readonly fresh: boolean;
}

/**
 * Two issues of one title could not tell their new items apart after a lost answer, so one waits for the other.
 * @throws NotYetError while another issue holds the claim
 */
export async function claim(
  { deps, mapping, attempt }: ProjectContext,
  pair: Pair,
  issue: JiraIssue,
): Promise<Claim> {
  const title = titleOf(issue);
  const key = pair.creation?.intentKey ?? intentKey(pair.alignType, mapping.programId, title);
  const at = nowIso(deps);
  const intent: Intent = {
    v: 1,
    issueId: issue.id,
    type: pair.alignType,
    programId: mapping.programId,
    title,
    at,
    triedAt: at,
  };
  if (await deps.pairs.claimIntent(key, intent)) return { key, intent, fresh: true };
  const holder = await deps.pairs.intent(key);
  if (holder?.issueId === issue.id) return { key, intent: holder, fresh: false };
  throw new NotYetError(
    {
      code: 'SAME_TITLE_FIRST',
      message: `Another issue with the title of ${issue.key} is being created in Jira Align.`,
      remedy:
        'Nothing to do: they are created one after the other, so that they cannot be confused.',
    },
    // Longer each time: while Jira Align is out of order the other one may hold the claim for hours.
    Math.min(300, 15 * 2 ** Math.min(attempt, 5)),
  );
}
