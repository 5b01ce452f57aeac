import type { LinkRow } from '../../../src/contract';
import { SearchList } from '../components/search-list';
import { useSearchList } from '../components/use-search-list';
import type { LinkSource } from './link-source';
import { LinksTable } from './links-table';
import { UnlinkDialog } from './unlink-dialog';
import { useDecide } from './use-decide';
import { useResync } from './use-resync';
import { useUnlink } from './use-unlink';

const CALM_MS = 30_000;
const BUSY_MS = 4_000;

/** The web links table with its search, and its rows page by page. */
export function LinksView({ source, go }: { source: LinkSource; go: (path: string) => void }) {
  const resync = useResync(source);
  const unlink = useUnlink(source);
  const { choose, deciding } = useDecide(source);
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
        onUnlink={unlink.ask}
        onChoose={choose}
        deciding={deciding}
      />
      {unlink.asked !== null && <UnlinkDialog row={unlink.asked} unlink={unlink} />}
    </SearchList>
  );
}
