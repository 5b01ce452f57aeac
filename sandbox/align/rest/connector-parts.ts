import type { JsonObject } from '../json';
import type { VendorConnector } from '../world/vendor-connector';
import type { Rest, RestContext } from './context';

/** `GET /connectors/{id}/…`: the parts of the vendor's connector, each a bare array. */
export function getConnectorPart(c: RestContext, { world }: Rest): Response {
  const { connector } = world;
  if (connector?.id !== Number(c.req.param('id'))) return c.body(null, 404);
  const [, path = ''] = /\/connectors\/\d+\/(.*?)\/?$/i.exec(c.req.path) ?? [];
  const rows = rowsOf(connector, path.toLowerCase(), queryOf(c));
  return rows ? c.json(page(rows, queryOf(c))) : c.body(null, 404);
}

type Query = Readonly<Record<string, string>>;

/** Options by their names in lower case: articles write them in several ways. */
const queryOf = (c: RestContext): Query =>
  Object.fromEntries(
    Object.entries(c.req.query()).map(([name, value]) => [name.toLowerCase(), value]),
  );

function rowsOf(connector: VendorConnector, path: string, query: Query): JsonObject[] | undefined {
  switch (path) {
    case 'projects':
      return connector.projects;
    case 'boards':
      return connector.boards;
    case 'priorities':
      return connector.priorities;
    case 'teammappings':
      return connector.teamMappings;
    case 'mappings/states': {
      // Rows with a key belong to team-managed projects, of which the sandbox has none.
      const rows = query.projectkey === undefined ? connector.statesFromJira : [];
      return ofType(rows, query);
    }
    default: {
      const [, key] = /^projects\/([^/]+)\/mappings\/states$/.exec(path) ?? [];
      if (key === undefined) return undefined;
      const ofProject = connector.statesToJira.filter(
        ({ projectKey }) => String(projectKey).toLowerCase() === key,
      );
      return ofType(ofProject, query);
    }
  }
}

const ofType = (rows: JsonObject[], { workitemtypeid }: Query) =>
  rows.filter(
    (row) => workitemtypeid === undefined || String(row.workItemTypeId) === workitemtypeid,
  );

function page(rows: JsonObject[], { $top, $skip }: Query): JsonObject[] {
  const from = Number($skip ?? 0);
  return rows.slice(from, from + Math.min(Number($top ?? 100), 100));
}
