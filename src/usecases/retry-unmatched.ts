import type { Pair } from '../domain/pair';
import type { Dependencies } from './dependencies';
import { queueIssues } from './queue-issues';
import { searchPages } from './search-pages';

/** Pairs that a saved row queues at once; the others are tried again by the hourly upkeep. */
const QUEUED = 100;

/** Queues the pairs that changed last of those in which a person is refused. */
export async function retryUnmatched(
  deps: Pick<Dependencies, 'pairs' | 'queue' | 'now'>,
): Promise<void> {
  const { items } = await searchPages(
    { limit: QUEUED },
    (query) => deps.pairs.list(query),
    lacksPerson,
  );
  await queueIssues(deps, items.slice(0, QUEUED), { source: 'retry' });
}

/** The app itself refuses a person whom it cannot match, see `fields/person.ts`. */
function lacksPerson({ status, refused }: Pair): boolean {
  const codes = /_(NOT_IN_ALIGN|NOT_IN_JIRA|HIDDEN_EMAIL|AMBIGUOUS|INACTIVE)$/;
  return (
    status === 'paired' &&
    Object.values(refused).some((refusal) => refusal?.by === 'app' && codes.test(refusal.code))
  );
}
