import Button from '@atlaskit/button/new';
import CrossIcon from '@atlaskit/icon/core/cross';
import RefreshIcon from '@atlaskit/icon/core/refresh';
import type { HistoryRow } from '../../../src/contract';
import { SearchList } from '../components/search-list';
import { useSearchList } from '../components/use-search-list';
import { useText } from '../texts/use-text';
import type { HistorySource } from './history-source';
import { HistorySplit } from './history-split';
import { useNewEntries } from './use-new-entries';

interface HistoryViewProps {
  source: HistorySource;
  go: (path: string) => void;
  /** The key of the issue that the history is narrowed to. */
  onlyIssue?: string;
}

/** The timeline of everything the app did, with its search, and one entry in full beside it. */
export function HistoryView({ source, go, onlyIssue }: HistoryViewProps) {
  const text = useText();
  const list = useSearchList<HistoryRow>({
    queryKey: ['history', source.key],
    list: source.list,
  });
  const { query, rows } = list;
  const fresh = useNewEntries(list);
  return (
    <SearchList
      texts="history"
      list={list}
      go={go}
      hasProjects={source.hasProjects}
      readsOn
      filters={
        onlyIssue !== undefined && (
          <Button iconAfter={CrossIcon} onClick={() => go('/history')}>
            {text('history.onlyIssue', { key: onlyIssue })}
          </Button>
        )
      }
      actions={
        <Button
          iconBefore={RefreshIcon}
          onClick={fresh.show}
          isLoading={query.isRefetching && !query.isFetchingNextPage}
        >
          {text(fresh.count > 0 ? 'history.showNew' : 'history.refresh', { count: fresh.count })}
        </Button>
      }
    >
      <HistorySplit rows={rows} query={query} />
    </SearchList>
  );
}
