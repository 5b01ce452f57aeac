import type { MountOptions } from '../mount-options';
import { standInOf } from '../stand-in';

/** Where `router` of @forge/bridge may go. */
export interface NavigationRequest {
  url?: string;
  type?: 'same-tab' | 'new-tab';
  target?: string;
  issueKey?: string;
  accountId?: string;
  dashboardId?: string;
  projectKey?: string;
  moduleKey?: string;
}

/** The address of a navigation target. @throws Error for a target that the sandbox does not have. */
export function urlOf(request: NavigationRequest, mount: MountOptions): string {
  const url = new URL(request.url ?? pathOf(request, mount), location.origin);
  if (url.protocol === 'http:' || url.protocol === 'https:') return url.href;
  throw new Error(`An app cannot navigate to ${url.protocol} addresses.`);
}

export function navigate(request: NavigationRequest, mount: MountOptions): void {
  const named = urlOf(request, mount);
  const url = standInOf(named) ?? named;
  if (request.type === 'new-tab') window.open(url, '_blank', 'noopener');
  else location.assign(url);
}

function pathOf(request: NavigationRequest, { moduleUrls }: MountOptions): string {
  const { target, issueKey, accountId, dashboardId, projectKey, moduleKey } = request;
  if (target === 'issue' && issueKey) return `/browse/${issueKey}`;
  if (target === 'userProfile' && accountId) return `/jira/people/${accountId}`;
  if (target === 'dashboard' && dashboardId) return `/jira/dashboards/${dashboardId}`;
  if (target === 'projectSettingsDetails' && projectKey) {
    return `/jira/projects/${projectKey}/settings/details`;
  }
  const modulePage = moduleKey === undefined ? undefined : moduleUrls?.[moduleKey];
  if (target === 'module' && modulePage) return modulePage;
  throw new Error(`The sandbox has no page for the target ${JSON.stringify(request)}.`);
}
