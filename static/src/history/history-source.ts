import type { HistoryRow } from '../../../src/contract';
import type { ListInput, ListPage } from '../components/use-search-list';

/** Where history comes from: the whole site, one project or one issue. */
export interface HistorySource {
  key: string;
  list: (input: ListInput) => Promise<ListPage<HistoryRow>>;
  hasProjects: boolean;
}
