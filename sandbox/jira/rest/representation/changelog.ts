import { jiraDate } from '../../world/dates';
import type { ChangeGroup, Issue } from '../../world/model';
import { findPerson } from '../../world/site';
import type { JiraState } from '../../world/state';
import { userJson } from './entities';

const MAX_EMBEDDED = 100;

/** `Changelog` of REST v3. */
export function changeJson(change: ChangeGroup, state: JiraState, baseUrl: string) {
  const author = findPerson(state, change.authorId);
  return {
    id: change.id,
    ...(author ? { author: userJson(author, baseUrl) } : {}),
    created: jiraDate(change.created),
    items: change.items,
  };
}

/** What `expand=changelog` embeds: the newest changes first, at most 100. */
export function changelogPage(issue: Issue, state: JiraState, baseUrl: string) {
  const histories = issue.history
    .slice(-MAX_EMBEDDED)
    .reverse()
    .map((change) => changeJson(change, state, baseUrl));
  return {
    startAt: 0,
    maxResults: histories.length,
    total: issue.history.length,
    histories,
  };
}
