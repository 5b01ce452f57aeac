import type { AlignType } from '../contract/common';
import { ALIGN_TYPES } from '../domain/align-type';
import { ConfigurationError } from '../domain/errors';
import { hint as makeHint } from '../domain/hint';
import type { JiraIssue } from '../domain/issue';
import { alignTypeOf } from '../domain/mapping';
import { PARENT_ATTEMPTS, waitForParent } from './creation-timing';
import { nowIso } from './dependencies';
import type { ProjectContext } from './sync-context';

/** Parents first: the parent's hint is queued, and the child waits for it a few times. */
export async function requireParent(context: ProjectContext, issue: JiraIssue): Promise<void> {
  const { deps, mapping, attempt, hint } = context;
  const type = alignTypeOf(mapping, issue.issueTypeId);
  if (type === null) return;
  const info = ALIGN_TYPES[type];
  const wanted = info.parent;
  if (wanted === null || issue.parentId === null) {
    if (info.parentRequired) throw parentMissing(issue, type);
    return;
  }
  const parentPair = await deps.pairs.byIssue(issue.parentId);
  if (parentPair?.status === 'paired' && parentPair.alignType === wanted) return;
  const canCome =
    issue.parentTypeId === null || alignTypeOf(mapping, issue.parentTypeId) === wanted;
  if (canCome && attempt < PARENT_ATTEMPTS) {
    const target = { kind: 'issue', issueId: issue.parentId, projectId: null } as const;
    if (attempt === 0) {
      await deps.queue.push([
        { hint: makeHint({ target, source: hint.source, at: nowIso(deps) }) },
      ]);
    }
    throw waitForParent(issue.key);
  }
  if (info.parentRequired) throw parentMissing(issue, type);
}

function parentMissing(issue: JiraIssue, type: AlignType): ConfigurationError {
  const parent = ALIGN_TYPES[type].parent;
  return new ConfigurationError({
    code: 'PARENT_REQUIRED',
    message: `${issue.key} would become a ${type} in Jira Align, which needs a ${parent} as its parent, and its parent has none.`,
    remedy: `Map the parent's issue type to ${parent}, or move ${issue.key} under an issue that is synced.`,
  });
}
