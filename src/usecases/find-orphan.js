import { alignKey } from '../domain/pair';
import { VIEW_IN_JIRA } from '../domain/web-link';
import { CLOCK_SKEW_MS } from './creation-timing';
export async function findOrphan({ align, deps, connection }, intent, issueUrl) {
  const since = new Date(Date.parse(intent.at) - CLOCK_SKEW_MS).toISOString();
  const found = await align.findCreated({
    type: intent.type,
    title: intent.title,
    createdBy: connection.alignActsAs.uid,
    since,
  });
  const paired = await deps.pairs.alignRefs(found);
  const free = found.filter((item) => {
    const record = paired.get(alignKey(item));
    const taken = record !== undefined && record.issueId !== intent.issueId;
    const sameProgram = item.programId === null || item.programId === intent.programId;
    return !taken && sameProgram && !item.removed && !leadsElsewhere(item, issueUrl);
  });
  return free.find((item) => linked(item, issueUrl)) ?? free[0] ?? null;
}
function linked(item, url) {
  return (item.links ?? []).some((link) => link.url === url);
}
function leadsElsewhere(item, url) {
  return (item.links ?? []).some((link) => link.name === VIEW_IN_JIRA && link.url !== url);
}
