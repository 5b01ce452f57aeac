import type { ImportedMapping } from '../contract/import-mapping';
import { allOf } from '../domain/all-of';
import { ConfigurationError } from '../domain/errors';
import { importConnector, type ConnectorConfiguration } from '../domain/import-connector';
import type { AlignConnectorPort, ConnectorProject } from '../domain/ports/align-connector';
import type { Connection } from '../domain/settings';
import { getMapping, type MappingDependencies } from './mapping';
import { requireConnection } from './sync-context';

/** What an import needs besides what the mapping editor needs. */
export interface ImportDependencies extends MappingDependencies {
  readonly alignConnectors: (connection: Connection) => Promise<AlignConnectorPort>;
}

/**
 * Draws up a project's mapping from the configuration of the vendor's own connector. Nothing is saved.
 * @throws ForbiddenError `ALIGN_CONNECTORS_HIDDEN` when the token's user may not see connectors
 * @throws ConfigurationError `NOT_CONNECTED`; `NO_PROGRAM` when there is no program to map to
 */
export async function importConnectorMapping(
  deps: ImportDependencies,
  projectId: string,
): Promise<ImportedMapping> {
  const align = await deps.alignConnectors(await requireConnection(deps));
  const [options, project] = await allOf([
    getMapping(deps, projectId),
    deps.jiraSite.project(projectId),
  ]);
  if (options.mapping === null) throw noProgram();
  const configuration = await configurationOf(align, project);
  return importConnector({ base: options.mapping, options, configuration });
}

/** Of several connectors that map the project, the first counts; the programs of all are told. */
async function configurationOf(
  align: AlignConnectorPort,
  project: { id: string; key: string },
): Promise<ConnectorConfiguration | null> {
  const isProject = ({ projectId, projectKey }: ConnectorProject) =>
    projectKey === null
      ? projectId === project.id
      : projectKey.toLowerCase() === project.key.toLowerCase();
  const connectors = await align.listConnectors();
  const found = await allOf(
    connectors.map(async ({ id }) => ({
      id,
      projects: (await align.connectorProjects(id)).filter(isProject),
    })),
  );
  const [first, ...others] = found.filter(({ projects }) => projects.length > 0);
  if (first === undefined) return null;
  const projects = [first, ...others].flatMap((one) => one.projects);
  return { projects, mappings: await align.connectorMappings(first.id, project.key) };
}

function noProgram(): ConfigurationError {
  return new ConfigurationError({
    code: 'NO_PROGRAM',
    message: 'The account of the token sees no program in Jira Align, so there is none to map to.',
    remedy: 'Give it access to a program, then try again.',
  });
}
