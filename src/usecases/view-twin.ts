import type { TwinView } from '../contract/links';
import { concurrencyKey } from '../domain/hint';
import type { Dependencies } from './dependencies';
import { linkRow } from './list-links';

/** What the panel of one issue shows. */
export async function viewTwin(
  deps: Pick<Dependencies, 'pairs' | 'parked' | 'settings'>,
  {
    issueId,
    projectId,
    issueTypeId,
  }: { issueId: string; projectId: string; issueTypeId: string | null },
): Promise<TwinView> {
  const target = { kind: 'issue', issueId, projectId } as const;
  const [pair, connection, saved, parked] = await Promise.all([
    deps.pairs.byIssue(issueId),
    deps.settings.connection(),
    deps.settings.mapping(projectId),
    deps.parked.get(concurrencyKey(target)),
  ]);
  const mapping = saved?.enabled === true ? saved : null;
  const programName = mapping?.programName ?? null;
  const problem = parked?.problem ?? null;
  if (pair === null) {
    const mapped =
      mapping !== null &&
      (issueTypeId === null || mapping.types.some((type) => type.issueTypeId === issueTypeId));
    const status = problem !== null ? 'parked' : mapped ? 'not-paired' : 'not-mapped';
    return { status, link: null, programName, problem };
  }
  const link = linkRow(pair, connection, parked);
  const status =
    pair.status === 'unlinked' ? 'unlinked' : problem !== null ? 'parked' : pair.status;
  return { status, link, programName, problem: link.problem };
}
