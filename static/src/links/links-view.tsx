import type { LinkRow } from '../../../src/contract';
import { SearchList } from '../components/search-list';
import { useSearchList } from '../components/use-search-list';
import type { LinkSource } from './link-source';
import { LinksTable } from './links-table';
import { useResync } from './use-resync';

const CALM_MS = 30_000;
const BUSY_MS = 4_000;

/** The web links table with its search, and its rows page by page. */
export function LinksView({ source, go }: { source: LinkSource; go: (path: string) => void }) {
  const resync = useResync(source);
  const list = useSearchList<LinkRow>({
    queryKey: ['links', source.key],
    list: source.list,
    refreshEvery: (shown) =>
      resync.isRecent || shown.some(({ status }) => status === 'creating') ? BUSY_MS : CALM_MS,
  });
  return (
    <SearchList texts="links" list={list} go={go} hasProjects={source.hasProjects}>
      <LinksTable
        rows={list.rows}
        resyncing={resync.running}
        onResync={resync.start}
        onHistory={(row) =>
          go(`/history?${new URLSearchParams({ issue: row.issueId, key: row.issueKey })}`)
        }
      />
    </SearchList>
  );
}
