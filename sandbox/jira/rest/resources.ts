import { boardResources } from './boards';
import { bulkFetchResource } from './bulk-fetch';
import { changelogResource } from './changelog';
import type { JiraApp, RestSite } from './context';
import { fieldResource } from './fields';
import { issueLinkResources } from './issue-links';
import { issueLinkTypeResource } from './issue-link-types';
import { issueTypeResource } from './issue-types';
import { issueResources } from './issues';
import { permissionResources } from './permissions';
import { priorityResource } from './priorities';
import { projectResources } from './projects';
import { propertyResources } from './properties';
import { remoteLinkResources } from './remote-links';
import { screenMetadataResources } from './screen-metadata';
import { countResources, searchResources } from './search';
import { serverInfoResource } from './server-info';
import { statusResources } from './statuses';
import { transitionResources } from './transitions';
import { userResources } from './users';
import { versionResource } from './versions';

/** Mounts every REST resource of the stand-in. */
export function mountResources(app: JiraApp, site: RestSite): void {
  // Paths with fixed words come before those with a parameter in the same place.
  bulkFetchResource(app, site);
  screenMetadataResources(app, site);
  issueResources(app, site);
  transitionResources(app, site);
  remoteLinkResources(app, site);
  propertyResources(app, site);
  changelogResource(app, site);
  searchResources(app, site);
  countResources(app, site);
  fieldResource(app, site);
  projectResources(app, site);
  versionResource(app, site);
  boardResources(app, site);
  issueTypeResource(app, site);
  userResources(app, site);
  permissionResources(app, site);
  priorityResource(app, site);
  issueLinkTypeResource(app, site);
  issueLinkResources(app, site);
  serverInfoResource(app, site);
  statusResources(app, site);
}
