import { RejectedError } from '../domain/errors';
import type { JiraIssue } from '../domain/issue';
import { issueJql } from '../domain/jql';
import type { JiraBulkPort } from '../domain/ports/jira';

/**
 * Runs a search for the page that begins after a key. When the issue of that key has been deleted or moved in the
 * meantime, Jira may refuse the query or find nothing (not verified against a live site): both count as nothing found.
 * @param after null for the first page, which names no key
 */
export async function searchAfter(
  after: string | null,
  search: () => Promise<JiraIssue[]>,
): Promise<JiraIssue[]> {
  try {
    return await search();
  } catch (error) {
    if (after !== null && error instanceof RejectedError) return [];
    throw error;
  }
}

/** Whether an issue still has its key: only then does finding nothing after it mean that there is nothing more. */
export async function isThere(
  jiraBulk: JiraBulkPort,
  projectId: string,
  key: string,
): Promise<boolean> {
  const found = await searchAfter(key, () => jiraBulk.searchIssues(issueJql(projectId, key), []));
  return found.some((issue) => issue.key === key);
}
