import type { ParkedRow } from '../contract/links';
import { hint } from '../domain/hint';
import type { RemovalAnswer } from '../domain/removal-policy';
import type { Parked } from '../domain/parked';
import type { ListQuery, Listing } from '../domain/ports/store';
import type { Connection } from '../domain/settings';
import { addressesOf } from './addresses';
import { nowIso, type Dependencies } from './dependencies';
import { searchPages } from './search-pages';

const PAGE = 100;

export type ParkedSelection =
  | { ids: readonly string[] }
  /** Of one reason. */
  | { code: string; projectId?: string | undefined }
  | { projectId: string }
  | { all: true };

type ParkedDeps = Pick<Dependencies, 'parked' | 'queue' | 'now'>;

/** How parked work is queued again. */
interface Again {
  /** A person's answer to the removals among it. */
  answer?: RemovalAnswer;
  /** Passes over what it would be no use to queue. */
  unless?: (parked: Parked) => boolean;
}

/**
 * Queues parked work again. It stays parked until it has succeeded, so that nothing is lost when it fails once more.
 * @returns how many were queued
 */
export async function retryParked(
  deps: ParkedDeps,
  selection: ParkedSelection,
  { answer, unless = () => false }: Again = {},
): Promise<number> {
  let queued = 0;
  for await (const page of selected(deps, selection)) {
    const at = nowIso(deps);
    const again = { source: 'retry', at, changedAt: null, thorough: true } as const;
    const hints = page
      .filter((parked) => !unless(parked))
      .map((parked) => ({
        hint: hint({ ...parked.hint, ...again, ...(answer === undefined ? {} : { answer }) }),
      }));
    if (hints.length > 0) await deps.queue.push(hints);
    queued += hints.length;
  }
  return queued;
}

/** Page by page, so that each is queued with one push: Forge limits how many may follow from one invocation. */
async function* selected(
  { parked }: Pick<ParkedDeps, 'parked'>,
  selection: ParkedSelection,
): AsyncGenerator<Parked[]> {
  if ('ids' in selection) {
    const found = await Promise.all(selection.ids.map((id) => parked.get(id)));
    yield found.filter((entry) => entry !== null);
    return;
  }
  const code = 'code' in selection ? selection.code : undefined;
  const projectId = 'projectId' in selection ? selection.projectId : undefined;
  let cursor: string | undefined;
  do {
    const page = await parked.list({ code, projectId, cursor, limit: PAGE });
    // A list by reason is of all projects.
    yield page.items.filter((entry) => projectId === undefined || entry.projectId === projectId);
    cursor = page.cursor ?? undefined;
  } while (cursor !== undefined);
}

export async function listParked(
  deps: Pick<Dependencies, 'parked' | 'settings'>,
  query: ListQuery & { q?: string | undefined },
): Promise<Listing<ParkedRow>> {
  const wanted = query.q?.trim().toLowerCase() ?? '';
  const [{ items, cursor }, connection] = await Promise.all([
    searchPages(
      query,
      (page) => deps.parked.list(page),
      (parked) => wanted === '' || textOf(parked).includes(wanted),
    ),
    deps.settings.connection(),
  ]);
  return { items: items.map((parked) => toRow(parked, connection)), cursor };
}

function textOf({ issueKey, title, alignId, problem }: Parked): string {
  return [issueKey, title, alignId, problem.message].join('\n').toLowerCase();
}

function toRow(parked: Parked, connection: Connection | null): ParkedRow {
  const { id, issueId, issueKey, alignType, alignId, title, since, attempts, problem } = parked;
  const item = { id, issueId, issueKey, alignType, alignId, title, since, attempts, problem };
  return { ...item, nextTryAt: parked.nextTryAt ?? null, ...addressesOf(item, connection) };
}
