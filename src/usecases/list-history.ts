import type { AuditEntry, HistoryRow } from '../contract/history';
import type { ListQuery, Listing } from '../domain/ports/store';
import type { Connection } from '../domain/settings';
import { addressesOf } from './addresses';
import type { Dependencies } from './dependencies';
import { searchPages } from './search-pages';

export interface HistoryQuery extends ListQuery {
  issueId?: string | undefined;
  q?: string | undefined;
}

/** The cross-application history, newest first. */
export async function listHistory(
  deps: Pick<Dependencies, 'audit' | 'settings'>,
  query: HistoryQuery,
): Promise<Listing<HistoryRow>> {
  const connection = await deps.settings.connection();
  const wanted = query.q?.trim().toLowerCase() ?? '';
  const page = await searchPages(
    query,
    (q) => deps.audit.list({ ...q, issueId: query.issueId }),
    (entry) => wanted === '' || textOf(entry).includes(wanted),
  );
  return { items: page.items.map((entry) => historyRow(entry, connection)), cursor: page.cursor };
}

function textOf(entry: AuditEntry): string {
  const people = [entry.person?.name, entry.writtenAs?.name];
  const changes = entry.changes.flatMap(({ field, from, to, by }) => [
    field,
    from?.text,
    to?.text,
    by?.name,
  ]);
  return [entry.issueKey, entry.title, entry.message, entry.code, String(entry.alignId ?? '')]
    .concat(people.map(String), changes.map(String))
    .join('\n')
    .toLowerCase();
}

function historyRow(entry: AuditEntry, connection: Connection | null): HistoryRow {
  return { ...entry, ...addressesOf(entry, connection) };
}
