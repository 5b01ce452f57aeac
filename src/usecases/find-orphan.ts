import type { AlignItem } from '../domain/align-item';
import { alignKey, type Intent } from '../domain/pair';
import { VIEW_IN_JIRA } from '../domain/web-link';
import { CLOCK_SKEW_MS } from './creation-timing';
import { findRenamed } from './find-renamed';
import type { SyncContext } from './sync-context';

/**
 * Looks for an item that an earlier attempt has created without learning of it: same type and program, made by the
 * app's own account since the intent, and not paired. One whose link names the issue is certain, one whose link names
 * another issue is not ours. Otherwise the title tells, and where a person has changed it, what is left, see
 * `findRenamed`.
 */
export async function findOrphan(
  context: SyncContext,
  claim: { key: string; intent: Intent },
  issueUrl: string,
): Promise<AlignItem | null> {
  const { title } = claim.intent;
  const sameTitle = await freeItems(context, claim.intent, issueUrl, { title });
  const found = sameTitle.find((item) => linked(item, issueUrl)) ?? sameTitle[0];
  if (found !== undefined) return found;
  const all = await freeItems(context, claim.intent, issueUrl, {});
  return all.find((item) => linked(item, issueUrl)) ?? findRenamed(context, claim, all);
}

/** What the app has made since the intent and does not belong to another issue. */
async function freeItems(
  { align, deps, connection }: SyncContext,
  intent: Intent,
  issueUrl: string,
  query: { title?: string },
): Promise<AlignItem[]> {
  const since = new Date(Date.parse(intent.at) - CLOCK_SKEW_MS).toISOString();
  const createdBy = connection.alignActsAs.uid;
  const found = await align.findCreated({ type: intent.type, createdBy, since, ...query });
  const paired = await deps.pairs.alignRefs(found);
  return found.filter((item) => {
    const record = paired.get(alignKey(item));
    const taken = record !== undefined && record.issueId !== intent.issueId;
    const sameProgram = item.programId === null || item.programId === intent.programId;
    return !taken && sameProgram && !item.removed && !leadsElsewhere(item, issueUrl);
  });
}

function linked(item: AlignItem, url: string): boolean {
  return (item.links ?? []).some((link) => link.url === url);
}

function leadsElsewhere(item: AlignItem, url: string): boolean {
  return (item.links ?? []).some((link) => link.name === VIEW_IN_JIRA && link.url !== url);
}
