import type { ProjectMapping } from '../contract/mapping';
import type { AlignItem } from './align-item';

type Keyed = Pick<AlignItem, 'foreignKey'>;

/** Whether an item may be paired: not another connector's, unless the mapping says to take those over. */
export function isAdoptable(
  { adoptForeign }: Pick<ProjectMapping, 'adoptForeign'>,
  { foreignKey }: Keyed,
): boolean {
  return foreignKey === null || adoptForeign;
}

/** The issue of the project that another connector has linked an item to, by its key; null when it names none. */
export function issueOfForeign(
  { projectKey }: Pick<ProjectMapping, 'projectKey'>,
  { foreignKey }: Keyed,
): string | null {
  const isOfProject = foreignKey?.toUpperCase().startsWith(`${projectKey.toUpperCase()}-`) === true;
  return isOfProject ? foreignKey : null;
}

/** Whether an item may be an issue's twin: it is adoptable, and no other issue of the project is named in it. */
export function mayBelongTo(
  mapping: Pick<ProjectMapping, 'adoptForeign' | 'projectKey'>,
  item: Keyed,
  issueKey: string,
): boolean {
  const named = issueOfForeign(mapping, item);
  return isAdoptable(mapping, item) && (named === null || named === issueKey);
}
