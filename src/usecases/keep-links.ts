import type { AlignItem } from '../domain/align-item';
import { ALIGN_TYPES } from '../domain/align-type';
import type { JiraIssue } from '../domain/issue';
import { programOf } from '../domain/mapping';
import type { Pair } from '../domain/pair';
import {
  hasViewInJira,
  isFinished,
  issueUrl,
  viewInJira,
  webLink,
  webLinkGlobalId,
} from '../domain/web-link';
import { isRefusal } from './apply-writes';
import { nowIso } from './dependencies';
import type { ProjectContext } from './sync-context';

export interface KeptLinks {
  webLink: Pair['webLink'];
  viewInJira: Pair['viewInJira'];
  /** Links that were missing and are there again. */
  repaired: ('web-link' | 'view-in-jira')[];
  /** An error that a later try may get past; the fields are in step all the same. */
  failure: unknown;
}

type LinkState = Pick<Pair, 'webLink' | 'viewInJira'>;

/**
 * Sees to the two links of a pair, and to nothing else: a missing link is written alone. Without a reason to doubt
 * the web link it is not asked for, since Jira charges for asking.
 */
export async function keepLinks(
  context: ProjectContext,
  before: LinkState,
  issue: JiraIssue,
  item: AlignItem,
): Promise<KeptLinks> {
  const kept: KeptLinks = { ...before, repaired: [], failure: null };
  try {
    await keepWebLink(context, issue, item, kept);
  } catch (error) {
    kept.webLink = { ...kept.webLink, state: 'missing' };
    kept.failure = error;
  }
  try {
    await keepViewInJira(context, issue, item, kept);
  } catch (error) {
    kept.viewInJira = 'missing';
    kept.failure ??= error;
  }
  return kept;
}

async function keepWebLink(
  { deps, connection, hint, mapping }: ProjectContext,
  issue: JiraIssue,
  item: AlignItem,
  kept: KeptLinks,
): Promise<void> {
  const { jira } = deps;
  const resolved = isFinished(item);
  let { state, resolved: shown } = kept.webLink;
  if (state === 'present' && hint.thorough) {
    const link = await jira.webLink(issue.id, webLinkGlobalId(connection.site, item));
    if (link === null) state = 'missing';
    // A run that was ended after it wrote the link has not stored what it shows.
    shown = link?.resolved ?? shown;
  }
  if (state === 'missing' || shown !== resolved) {
    await jira.putWebLink(issue.id, webLink(connection.site, item, resolved));
    if (state === 'missing') kept.repaired.push('web-link');
  }
  if (issue.mark?.alignId !== item.id || issue.mark.alignType !== item.type) {
    const alignProgram = programOf(mapping, item);
    await jira.putMark(issue.id, { alignType: item.type, alignId: item.id, alignProgram });
  }
  kept.webLink = { state: 'present', resolved, checkedAt: nowIso(deps) };
}

/**
 * Whether a site takes the link is only known by trying: it may refuse it, or take it and forget it. In both cases
 * the app remembers that and does not try at every item.
 */
async function keepViewInJira(
  context: ProjectContext,
  issue: JiraIssue,
  item: AlignItem,
  kept: KeptLinks,
): Promise<void> {
  const { connection, align, deps } = context;
  const url = issueUrl(connection.jiraSiteUrl, issue.key);
  if (!ALIGN_TYPES[item.type].links || connection.viewInJira === 'not-supported') {
    kept.viewInJira = 'not-supported';
    return;
  }
  // An answer without the property tells nothing; the next one that has it decides.
  if (item.links === null) return;
  if (hasViewInJira(item, url)) {
    kept.viewInJira = 'present';
    if (connection.viewInJira === 'unknown') await remember(context, 'supported');
    return;
  }
  if (kept.viewInJira === 'present' && connection.viewInJira === 'unknown') {
    kept.viewInJira = 'not-supported';
    await remember(context, 'not-supported');
    return;
  }
  try {
    await align.addLink(item, viewInJira(url));
    kept.viewInJira = 'present';
    kept.repaired.push('view-in-jira');
  } catch (error) {
    if (!isRefusal(error)) throw error;
    deps.log('warn', 'view-in-jira-refused', { code: error.code });
    kept.viewInJira = 'not-supported';
    await remember(context, 'not-supported');
  }
}

async function remember(
  { deps, connection }: ProjectContext,
  viewInJira: 'supported' | 'not-supported',
): Promise<void> {
  // Read again: since this run began an admin may have replaced the token or disconnected the site.
  const current = await deps.settings.connection();
  if (current === null || current.site !== connection.site) return;
  await deps.settings.saveConnection({ ...current, viewInJira });
}
