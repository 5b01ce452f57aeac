import { ISSUE_LINK_TYPES } from '../world/catalog';
import { answer, type JiraApp, type RestSite } from './context';
import { linkTypeJson } from './representation/issue-links';

/** /issueLinkType */
export function issueLinkTypeResource(app: JiraApp, { baseUrl }: RestSite): void {
  app.get('/rest/api/3/issueLinkType', (c) => {
    const issueLinkTypes = ISSUE_LINK_TYPES.map((type) => linkTypeJson(type, baseUrl));
    return answer(c, { issueLinkTypes });
  });
}
