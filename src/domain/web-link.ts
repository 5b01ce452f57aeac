import { ALIGN_TYPES } from './align-type';
import type { AlignItem, AlignLink, AlignRef } from './align-item';
import { alignItemUrl } from './align-site';

/** A Jira remote issue link as the app writes it. */
export interface WebLink {
  /** Writing the same global id again updates the link instead of adding one. */
  globalId: string;
  url: string;
  title: string;
  iconUrl: string;
  resolved: boolean;
}

/** Name of the link that leads from an Align item to its issue, as the vendor's connector calls it. */
export const VIEW_IN_JIRA = 'View in Jira';

/** Identity of the web link to an item: one a site, a type and a number. */
export function webLinkGlobalId(site: string, ref: AlignRef): string {
  return `system=${site}&type=${ref.type}&id=${ref.id}`;
}

/** Whether the item's state counts as finished. */
export function isFinished(item: Pick<AlignItem, 'type' | 'state'>): boolean {
  return item.state !== null && ALIGN_TYPES[item.type].finished.includes(item.state);
}

/**
 * The web link of an issue to its Align item. The title names type and number, not the item's own title: that is the
 * issue's summary already, and a link that repeats it would have to be rewritten with every edit of it.
 */
export function webLink(site: string, ref: AlignRef, resolved: boolean): WebLink {
  return {
    globalId: webLinkGlobalId(site, ref),
    url: alignItemUrl(site, ref),
    title: `${ALIGN_TYPES[ref.type].name} ${ref.id}`,
    iconUrl: `https://${site}/favicon.ico`,
    resolved,
  };
}

/** The "View in Jira" entry of an Align item's `links`. */
export function viewInJira(issueUrl: string): AlignLink {
  return { name: VIEW_IN_JIRA, url: issueUrl };
}

/** Address at which a person opens an issue. `siteUrl` has no slash at its end. */
export function issueUrl(siteUrl: string, issueKey: string): string {
  return `${siteUrl}/browse/${encodeURIComponent(issueKey)}`;
}

/** Whether the item already leads to the issue. */
export function hasViewInJira(item: Pick<AlignItem, 'links'>, url: string): boolean {
  return (item.links ?? []).some((link) => link.url === url);
}
