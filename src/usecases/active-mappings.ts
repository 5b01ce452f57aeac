import type { AlignType } from '../contract/common';
import type { ProjectMapping } from '../contract/mapping';
import { mappedAlignTypes } from '../domain/mapping';
import type { Connection, MappingIndex } from '../domain/settings';
import type { Dependencies } from './dependencies';

/** Everything that is synced now. */
export interface ActiveMappings {
  connection: Connection;
  mappings: readonly ProjectMapping[];
  byProject: ReadonlyMap<string, ProjectMapping>;
  types: readonly AlignType[];
  /** When each project's mapping was first switched on, and when the first of all was. */
  sinceByProject: ReadonlyMap<string, string>;
  since: string;
}

/**
 * Null when there is nothing to sync: no connection, a refused token, a pause of everything, or no project that is
 * switched on and not paused.
 */
export async function activeMappings(
  deps: Pick<Dependencies, 'settings' | 'pauses'>,
): Promise<ActiveMappings | null> {
  const connection = await deps.settings.connection();
  if (connection === null || connection.status !== 'connected') return null;
  const enabled = await syncedProjects(deps);
  const found = await Promise.all(enabled.map(({ projectId }) => deps.settings.mapping(projectId)));
  const mappings = found.filter((mapping): mapping is ProjectMapping => mapping?.enabled === true);
  const [first] = enabled.map(({ since }) => since).sort();
  if (mappings.length === 0 || first === undefined) return null;
  return {
    connection,
    mappings,
    byProject: new Map(mappings.map((mapping) => [mapping.projectId, mapping])),
    types: [...new Set(mappings.flatMap(mappedAlignTypes))],
    sinceByProject: new Map(enabled.map(({ projectId, since }) => [projectId, since])),
    since: first,
  };
}

/** The projects that are synced now: switched on, and neither paused themselves nor with everything. */
export async function syncedProjects({
  settings,
  pauses,
}: Pick<Dependencies, 'settings' | 'pauses'>): Promise<MappingIndex['projects']> {
  if ((await pauses.ofAll()) !== null) return [];
  const { projects } = await settings.mappingIndex();
  const enabled = projects.filter((project) => project.enabled);
  const paused = await pauses.ofProjects(enabled.map(({ projectId }) => projectId));
  return enabled.filter(({ projectId }) => !paused.has(projectId));
}

/** The programs in which items of a type are synced, each once. */
export function programsOf({ mappings }: ActiveMappings, type: AlignType): number[] {
  const using = mappings.filter((mapping) => mappedAlignTypes(mapping).includes(type));
  return [...new Set(using.map(({ programId }) => programId))];
}
