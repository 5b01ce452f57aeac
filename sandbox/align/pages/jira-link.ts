import { load } from 'cheerio';
import { isJsonObject, type Json } from '../json';
import type { AlignItem } from '../world/item';

/** Where "View in Jira" leads. */
export interface JiraLink {
  key: string;
  href: string;
}

const LABEL = 'View in Jira';

/**
 * The Jira issue of an item: the first of its links that is the address of an issue. Types without
 * links may carry one in their description, under the words "View in Jira".
 * @param jiraUrl replaces `https://….atlassian.net`, so that the link opens the Jira beside this site
 */
export function jiraLinkOf(item: AlignItem, jiraUrl: string | undefined): JiraLink | undefined {
  return [...addressesInLinks(item.fields.links ?? null), ...addressesInText(item)]
    .map((address) => asIssue(address, jiraUrl))
    .find((link) => link !== undefined);
}

function addressesInLinks(links: Json): string[] {
  if (!Array.isArray(links)) return [];
  return links.flatMap((link) =>
    isJsonObject(link) && typeof link.link === 'string' ? [link.link] : [],
  );
}

function addressesInText({ fields }: AlignItem): string[] {
  const $ = load(String(fields.description ?? ''), null, false);
  return $('a[href]')
    .toArray()
    .filter((anchor) => $(anchor).text().trim() === LABEL)
    .map((anchor) => String($(anchor).attr('href')));
}

/** Whether an address is that of a Jira issue. */
export function isJiraIssue(address: string): boolean {
  return asIssue(address, undefined) !== undefined;
}

function asIssue(address: string, jiraUrl: string | undefined): JiraLink | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  const [, key] = /\/browse\/([A-Z][A-Z0-9_]*-\d+)$/.exec(url.pathname) ?? [];
  if (!key || !/^https?:$/.test(url.protocol)) return undefined;
  const isCloud = url.hostname.endsWith('.atlassian.net');
  return { key, href: isCloud && jiraUrl ? new URL(url.pathname, jiraUrl).href : url.href };
}
