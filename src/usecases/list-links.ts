import type { FieldName } from '../contract/common';
import type { Conflict, LinkRow } from '../contract/links';
import { stateName } from '../domain/align-type';
import type { Pair } from '../domain/pair';
import type { Parked } from '../domain/parked';
import type { ListQuery, Listing } from '../domain/ports/store';
import type { Connection } from '../domain/settings';
import { issueUrl } from '../domain/web-link';
import { addressesOf } from './addresses';
import type { Dependencies } from './dependencies';
import { searchPages } from './search-pages';

type ListDeps = Pick<Dependencies, 'pairs' | 'parked' | 'settings'>;

/** Pairs as the web links table shows them, newest change first. */
export async function listLinks(
  deps: ListDeps,
  query: ListQuery & { q?: string | undefined },
): Promise<Listing<LinkRow>> {
  const [connection, parked] = await Promise.all([
    deps.settings.connection(),
    deps.parked.list({ projectId: query.projectId, limit: 100 }),
  ]);
  const byIssue = new Map(parked.items.map((entry) => [entry.issueId, entry]));
  const wanted = query.q?.trim().toLowerCase() ?? '';
  const page = await searchPages(
    query,
    (q) => deps.pairs.list(q),
    (pair) => matches(pair, wanted),
  );
  return {
    items: page.items.map((pair) => linkRow(pair, connection, byIssue.get(pair.issueId) ?? null)),
    cursor: page.cursor,
  };
}

function matches({ issueKey, title, alignId }: Pair, wanted: string): boolean {
  if (wanted === '') return true;
  return [issueKey, title, String(alignId ?? '')].some((text) =>
    text.toLowerCase().includes(wanted),
  );
}

/** A pair with what a person follows and reads. */
export function linkRow(pair: Pair, connection: Connection | null, parked: Parked | null): LinkRow {
  const { alignUrl } = addressesOf(pair, connection);
  // What keeps the states apart shows first: the row shows the states.
  const refusal = pair.refused.state ?? Object.values(pair.refused)[0];
  const problem = parked?.problem ?? (refusal === undefined ? null : problemOf(refusal));
  return {
    issueId: pair.issueId,
    issueKey: pair.issueKey,
    issueUrl: issueUrl(connection?.jiraSiteUrl ?? '', pair.issueKey),
    title: pair.title,
    alignType: pair.alignType,
    alignId: pair.alignId,
    alignUrl,
    status: statusOf(pair, parked !== null, problem !== null),
    jiraStatus: pair.jiraStatus,
    alignState: stateName(pair.alignType, pair.alignState),
    lastSyncedAt: pair.lastSyncedAt,
    webLink: pair.webLink.state,
    viewInJira: pair.viewInJira,
    problem,
    conflicts: conflictsOf(pair),
  };
}

function conflictsOf({ refused }: Pair): Conflict[] {
  return Object.entries(refused).flatMap(([field, refusal]) =>
    refusal?.conflict === undefined ? [] : [{ field: field as FieldName, ...refusal.conflict }],
  );
}

function problemOf({ code, message, remedy }: { code: string; message: string; remedy: string }) {
  return { code, message, remedy };
}

function statusOf(pair: Pair, isParked: boolean, hasProblem: boolean): LinkRow['status'] {
  if (pair.status === 'unlinked') return 'unlinked';
  if (isParked) return 'parked';
  if (hasProblem) return 'attention';
  return pair.status === 'creating' ? 'creating' : 'in-step';
}
