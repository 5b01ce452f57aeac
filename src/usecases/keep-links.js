import { ALIGN_TYPES } from '../domain/align-type';
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
export async function keepLinks(context, before, issue, item) {
  const kept = { ...before, repaired: [], failure: null };
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
async function keepWebLink({ deps, connection, hint, mapping }, issue, item, kept) {
  const { jira } = deps;
  const resolved = isFinished(item);
  let { state } = kept.webLink;
  if (state === 'present' && hint.thorough) {
    const there = await jira.hasWebLink(issue.id, webLinkGlobalId(connection.site, item));
    if (!there) state = 'missing';
  }
  if (state === 'missing' || kept.webLink.resolved !== resolved) {
    await jira.putWebLink(issue.id, webLink(connection.site, item, resolved));
    if (state === 'missing') kept.repaired.push('web-link');
  }
  if (issue.mark?.alignId !== item.id || issue.mark.alignType !== item.type) {
    const alignProgram = item.programId ?? mapping.programId;
    await jira.putMark(issue.id, { alignType: item.type, alignId: item.id, alignProgram });
  }
  kept.webLink = { state: 'present', resolved, checkedAt: nowIso(deps) };
}
async function keepViewInJira(context, issue, item, kept) {
  const { connection, align, deps } = context;
  const url = issueUrl(connection.jiraSiteUrl, issue.key);
  if (!ALIGN_TYPES[item.type].links || connection.viewInJira === 'not-supported') {
    kept.viewInJira = 'not-supported';
    return;
  }
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
async function remember({ deps, connection }, viewInJira) {
  await deps.settings.saveConnection({ ...connection, viewInJira });
}
