import type { BackfillChoices } from '../../contract/backfill';
import type { ProjectMapping } from '../../contract/mapping';
import type { AlignItem } from '../../domain/align-item';
import type { JiraIssue } from '../../domain/issue';
import type { AlignTwinPort } from '../../domain/ports/align';
import type { Connection } from '../../domain/settings';
import type { ProjectContext } from '../sync-context';
import type { BackfillDependencies } from './dependencies';
import { matchByKey } from './key-match';
import { matchByTitle } from './title-match';

/** How a backfill looks for items that are there already. */
export interface Lookup {
  readonly twins: AlignTwinPort;
  readonly byKey: boolean;
  readonly byTitle: boolean;
}

/** What a person chose, as far as the mapping allows it; null when nothing is looked for. */
export async function lookupFor(
  deps: Pick<BackfillDependencies, 'alignTwins'>,
  connection: Connection,
  { adoptForeign }: ProjectMapping,
  choices: BackfillChoices,
): Promise<Lookup | null> {
  const byKey = choices.matchByKey && adoptForeign;
  const byTitle = choices.matchByTitle;
  return byKey || byTitle ? { twins: await deps.alignTwins(connection), byKey, byTitle } : null;
}

/** The item that an issue is to be linked to: the one that has its key, else the one that has its title. */
export async function findTwin(
  context: ProjectContext,
  { twins, byKey, byTitle }: Lookup,
  issue: JiraIssue,
): Promise<{ item: AlignItem; found: 'same-key' | 'same-title' } | null> {
  const keyed = byKey ? await matchByKey(context, twins, issue) : null;
  if (keyed !== null) return { item: keyed, found: 'same-key' };
  const titled = byTitle ? await matchByTitle(context, twins, issue) : null;
  return titled === null ? null : { item: titled, found: 'same-title' };
}
