import Button from '@atlaskit/button/new';
import { useMemo } from 'react';
import type { ParkedRow } from '../../../src/contract';
import { SearchList } from '../components/search-list';
import { useSearchList, type ListInput } from '../components/use-search-list';
import { call } from '../platform/call';
import { useText } from '../texts/use-text';
import { groupByReason } from './group-by-reason';
import { ParkedGroup } from './parked-group';
import { useRetry } from './use-retry';

const REFRESH_MS = 20_000;
const listParked = (input: ListInput) => call('listParked', input);

/** Work that waits for a person: grouped by reason, as one remedy usually helps the whole group. */
export default function ParkedTab({ go }: { go: (path: string) => void }) {
  const text = useText();
  const list = useSearchList<ParkedRow>({
    queryKey: ['parked'],
    list: listParked,
    refreshEvery: () => REFRESH_MS,
  });
  const { rows, query } = list;
  const groups = useMemo(() => groupByReason(rows), [rows]);
  const retry = useRetry();
  return (
    <SearchList
      texts="parked"
      list={list}
      go={go}
      hasProjects
      rowHeight={96}
      actions={
        <Button
          onClick={() =>
            retry.start(
              query.hasNextPage || list.isFiltered
                ? { ids: rows.map(({ id }) => id) }
                : { all: true },
            )
          }
          isDisabled={rows.length === 0 || retry.isRunning}
        >
          {text(query.hasNextPage ? 'parked.retryShown' : 'parked.retryAll')}
        </Button>
      }
    >
      {groups.map((group) => (
        <ParkedGroup
          key={group.key}
          group={group}
          retry={retry}
          projectId={list.project?.projectId}
        />
      ))}
    </SearchList>
  );
}
