/** Objects in an answer that Jira's points count, by how much each costs. */
export interface CountedObjects {
  /** Issues, projects and other core objects: 1 point each. */
  core?: number;
  /** Users, groups, roles and permissions: 2 points each. */
  identity?: number;
}

/**
 * Points of one answered request: a base of 1, and for reads what the answer holds. Writes cost the
 * base alone (developer.atlassian.com/cloud/jira/platform/rate-limiting). What a refused request
 * costs is not documented; the stand-in charges the base, and nothing for a 429.
 */
export function pointsOf(method: string, path: string, status: number, objects: CountedObjects) {
  if (status === 429) return 0;
  if (!isRead(method, path) || status >= 400) return 1;
  return 1 + (objects.core ?? 0) + 2 * (objects.identity ?? 0);
}

const READING_POSTS = /\/(search\/jql|issue\/bulkfetch|permissions\/check)$/;

/** Some reads are POSTs because their questions are long. */
export function isRead(method: string, path: string): boolean {
  return method === 'GET' || method === 'HEAD' || (method === 'POST' && READING_POSTS.test(path));
}
