import type { ReactNode } from 'react';
import { useText } from '../texts/use-text';
import { Blank } from './blank';
import { ListState } from './list-state';
import { LoadMore } from './load-more';
import { ProjectFilter } from './project-filter';
import { SearchField } from './search-field';
import stack from './stack.module.css';
import { StaleNotice } from './stale-notice';
import toolbar from './toolbar.module.css';
import type { SearchListState } from './use-search-list';

interface SearchListProps<Row> {
  /** The part of the catalogue that holds the list's texts. */
  texts: 'projects' | 'links' | 'history' | 'parked';
  list: SearchListState<Row>;
  go: (path: string) => void;
  hasProjects?: boolean;
  /** More ways to narrow the list, beside the search. */
  filters?: ReactNode;
  /** What can be done with the list as a whole. */
  actions?: ReactNode;
  /** Pixels, for the placeholder of rows that are on their way. */
  rowHeight?: number;
  /** The rows read on by themselves as they are scrolled, so there is no button for the next page. */
  readsOn?: boolean;
  /** The rows. */
  children: ReactNode;
}

/** Everything around the rows of a list: search, count, loading, failure, nothing found, and the next page. */
export function SearchList<Row>(props: SearchListProps<Row>) {
  const { texts, list, go, hasProjects = false, filters, actions, children } = props;
  const { rowHeight = 52, readsOn = false } = props;
  const { query, rows, isFiltered } = list;
  const text = useText();
  const none = isFiltered ? 'noMatch' : 'empty';
  return (
    <div className={stack.stack}>
      <div className={toolbar.toolbar}>
        <SearchField
          label={text(`${texts}.search`)}
          placeholder={text(`${texts}.search.example`)}
          onSearch={list.search}
        />
        {hasProjects && <ProjectFilter selected={list.project} onSelect={list.selectProject} />}
        {filters}
        <div className={toolbar.end}>
          <span aria-live="polite">
            {query.isSuccess &&
              text(`${texts}.${query.hasNextPage ? 'countSoFar' : 'count'}`, {
                count: rows.length,
              })}
          </span>
          {actions}
        </div>
      </div>
      <StaleNotice query={query} />
      <ListState
        query={query}
        isEmpty={rows.length === 0}
        onConnect={() => go('/connection')}
        rowHeight={rowHeight}
        blank={<Blank title={text(`${texts}.${none}`)} body={text(`${texts}.${none}.body`)} />}
      >
        {children}
        {!readsOn && <LoadMore query={query} />}
      </ListState>
    </div>
  );
}
