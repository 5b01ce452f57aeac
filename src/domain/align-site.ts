import type { AlignType } from '../contract/common';
import type { AlignRef } from './align-item';
import { ConfigurationError } from './errors';

/** The only hosts the app may call: the manifest's egress list holds the same pattern. */
const ALIGN_HOST = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+jiraalign\.com$/;

/**
 * Reads what an admin typed as the Align site and returns the bare host, e.g. `acme.jiraalign.com`.
 * Takes a host or an https address; a path is dropped, since admins paste what the address bar shows.
 * @throws ConfigurationError `ALIGN_HOST_REFUSED` for another host, http, a user name, a port, a fragment or an IP
 */
export function parseAlignSite(input: string): string {
  const text = input.trim();
  const url = parseUrl(
    /^[a-z][a-z0-9+.-]*:/i.test(text) && !/^[^/]*:\d+/.test(text) ? text : `https://${text}`,
  );
  if (url === null) throw refusedHost('This is not an address.');
  if (url.protocol !== 'https:') throw refusedHost('The address must begin with https.');
  if (url.username !== '' || url.password !== '' || text.includes('@')) {
    throw refusedHost('The address must not contain a user name or a password.');
  }
  if (url.port !== '' || /:\d*$/.test(text.replace(/^https?:\/\//i, '').split(/[/?#]/)[0] ?? '')) {
    throw refusedHost('The address must not contain a port.');
  }
  if (text.includes('#') || text.includes('\\')) {
    throw refusedHost('The address must not contain a fragment or a backslash.');
  }
  if (!ALIGN_HOST.test(url.hostname)) {
    throw refusedHost(`"${url.hostname}" is not a host of jiraalign.com.`);
  }
  return url.hostname;
}

function parseUrl(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

function refusedHost(why: string): ConfigurationError {
  return new ConfigurationError({
    code: 'ALIGN_HOST_REFUSED',
    message: `This Jira Align site cannot be used. ${why}`,
    remedy:
      'Enter the host of your Jira Align site as the browser shows it, for example acme.jiraalign.com.',
  });
}

/**
 * Grids that open one item by a query parameter. Feature and epic addresses are used by published scripts; the other
 * types follow the same pattern, which is not verified against a live site.
 */
const GRIDS: Readonly<Record<AlignType, readonly [grid: string, parameter: string]>> = {
  epic: ['EpicGrid', 'EpicID'],
  capability: ['CapabilityGrid', 'CapabilityID'],
  feature: ['RequestGrid', 'FeatureID'],
  story: ['StoryGrid', 'StoryID'],
  defect: ['DefectGrid', 'DefectID'],
  task: ['TaskGrid', 'TaskID'],
};

/** Address at which a person opens an item in Jira Align. */
export function alignItemUrl(site: string, ref: AlignRef): string {
  const [grid, parameter] = GRIDS[ref.type];
  return `https://${site}/${grid}?FirstTime=True&${parameter}=${ref.id}`;
}
