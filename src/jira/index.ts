import type { JiraPeoplePort, JiraPort } from '../domain/ports/jira';
import { choices } from './choices';
import { issues } from './issues';
import { links } from './links';
import type { JiraClient } from './request';
import { users } from './users';
import { workflow } from './workflow';

export { bulk } from './bulk';
export { permissions } from './permissions';
export { jiraSite } from './site';
export { WRITE_TRACE, type JiraClient, type RequestJira } from './request';

/** Jira's work items, as the account of the client. */
export function jira(client: JiraClient): JiraPort & JiraPeoplePort {
  return {
    ...issues(client),
    ...choices(client),
    ...links(client),
    ...users(client),
    ...workflow(client),
  };
}
export { callingPerson } from './users';
