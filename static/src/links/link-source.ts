import type { FieldName, LinkRow, Side } from '../../../src/contract';
import type { ListInput, ListPage } from '../components/use-search-list';

/** Where web links come from: the whole site, or the one project of a settings page. */
export interface LinkSource {
  key: string;
  list: (input: ListInput) => Promise<ListPage<LinkRow>>;
  resync: (issueId: string) => Promise<{ queued: number }>;
  /** Takes a pair apart; absent where the caller may not. */
  unlink?: (issueId: string) => Promise<unknown>;
  /** Chooses whose value of a field stays; absent where the caller may not. */
  decide?: (issueId: string, field: FieldName, side: Side) => Promise<unknown>;
  hasProjects: boolean;
}
