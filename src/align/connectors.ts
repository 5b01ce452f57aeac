import { allOf } from '../domain/all-of';
import { ForbiddenError } from '../domain/errors';
import type { AlignConnectorPort, ConnectorState } from '../domain/ports/align-connector';
import { Connector, priorityIn, projectIn, stateIn } from './connector-schema';
import { notAlign } from './errors';
import { callAlign, type AlignClient } from './request';

/** The page that Align gives unasked (Jira Align help, "API 2.0 query syntax"). */
const PAGE = 100;
/** A list that never ends must not keep a page's call waiting. */
const MOST_PAGES = 20;

/**
 * The configuration of the vendor's Jira connector, as its public articles and clients have seen it. What its rows
 * hold is not verified against a live site, so every property is read tolerantly; their own `connector` begins with
 * a Cyrillic letter and is left alone.
 */
export function connectors(client: AlignClient): AlignConnectorPort {
  return {
    async listConnectors() {
      const rows = (await list(client, 'Connectors', Connector.parse)) ?? hidden();
      return rows.map(({ id, name }) => ({ id, name: name ?? String(id) }));
    },

    async connectorProjects(id) {
      return (await list(client, `Connectors/${id}/projects`, projectIn)) ?? hidden();
    },

    async connectorMappings(id, projectKey) {
      const key = encodeURIComponent(projectKey);
      const base = `Connectors/${id}`;
      const [own, shared, toJira, priorities] = await allOf([
        // A team-managed project has rows of its own, company-managed ones share theirs.
        list(client, `${base}/mappings/states?ProjectKey=${key}`, stateIn),
        list(client, `${base}/mappings/states`, stateIn),
        list(client, `${base}/projects/${key}/mappings/states`, stateIn),
        list(client, `${base}/priorities`, priorityIn),
      ]);
      const rowsOf = (rows: readonly Keyed[] | null) =>
        (rows ?? []).filter(({ projectKey: of }) => of === null || isSameKey(of, projectKey));
      const ofProject = rowsOf(own);
      return {
        toAlign: ofProject.length > 0 ? ofProject : rowsOf(shared),
        toJira: rowsOf(toJira),
        priorities: priorities ?? [],
      };
    },
  };
}

type Keyed = ConnectorState & { projectKey: string | null };

const isSameKey = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

/** All rows of a list; null when the site has no such list. */
async function list<T>(
  client: AlignClient,
  path: string,
  read: (row: unknown) => T,
): Promise<T[] | null> {
  const rows = new Map<string, unknown>();
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const more = page === 0 ? '' : `${path.includes('?') ? '&' : '?'}$skip=${rows.size}`;
    const { status, body } = await callAlign(client, { path: path + more, allow: [403, 404] });
    if (status === 403) return hidden();
    if (status === 404) return null;
    if (!Array.isArray(body)) throw notAlign(client.site, 'GET', 'it is not a list');
    const before = rows.size;
    // Whether these lists know pages is not verified: one that gives the same rows again has no more.
    for (const row of body as unknown[]) rows.set(JSON.stringify(row), row);
    if (body.length < PAGE || rows.size === before) break;
  }
  try {
    return [...rows.values()].map(read);
  } catch (cause) {
    throw notAlign(client.site, 'GET', 'it is not a list of a connector', cause);
  }
}

function hidden(): never {
  throw new ForbiddenError('align', {
    code: 'ALIGN_CONNECTORS_HIDDEN',
    message: 'Jira Align does not show its own Jira connector to the user of the API token.',
    remedy:
      "Give the token's user in Jira Align a system role that may see connectors, or map the project by hand.",
  });
}
