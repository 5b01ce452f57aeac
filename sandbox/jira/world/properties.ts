import { mayOn, visibleIssue } from './access';
import type { JiraError } from './errors';
import { badRequest, forbidden, notFound } from './errors';
import type { Actor, Issue } from './model';
import type { Site } from './site';

const MAX_KEY = 255;
const MAX_VALUE = 32_768;

/**
 * Checks an entity property against the documented limits: a key of 255 characters, a value of
 * 32,768 characters of JSON (developer.atlassian.com/cloud/jira/platform/jira-entity-properties).
 * @throws {JiraError} 400
 */
export function checkProperty(key: string, value: unknown): void {
  if (!key || key.length > MAX_KEY) {
    throw badRequest(`The length of a property key must be between 1 and ${MAX_KEY} characters.`);
  }
  if (value === undefined) throw badRequest('The property value must be valid JSON.');
  if (JSON.stringify(value).length > MAX_VALUE) {
    throw badRequest(`The length of a property value must not exceed ${MAX_VALUE} characters.`);
  }
}

/** @throws {JiraError} 404 when the issue is hidden or has no such property */
export function getProperty(site: Site, actor: Actor, idOrKey: string, key: string): unknown {
  const issue = visibleIssue(site, actor, idOrKey);
  if (!Object.hasOwn(issue.properties, key)) throw noProperty(key);
  return issue.properties[key];
}

/**
 * Sets a property. Properties are no part of the history and leave `updated` alone.
 * @returns whether the property is new
 * @throws {JiraError} 404 when hidden, 403 without Edit Issues, 400 over the limits
 */
export function setProperty(
  site: Site,
  actor: Actor,
  idOrKey: string,
  key: string,
  value: unknown,
): boolean {
  const issue = editableIssue(site, actor, idOrKey);
  checkProperty(key, value);
  const isNew = !Object.hasOwn(issue.properties, key);
  issue.properties[key] = structuredClone(value);
  site.changed(issue);
  return isNew;
}

/** @throws {JiraError} 404 when hidden or not there, 403 without Edit Issues */
export function deleteProperty(site: Site, actor: Actor, idOrKey: string, key: string): void {
  const issue = editableIssue(site, actor, idOrKey);
  if (!Object.hasOwn(issue.properties, key)) throw noProperty(key);
  delete issue.properties[key];
  site.changed(issue);
}

const noProperty = (key: string): JiraError =>
  notFound(`The property with key ${key} does not exist.`);

function editableIssue(site: Site, actor: Actor, idOrKey: string): Issue {
  const issue = visibleIssue(site, actor, idOrKey);
  if (!mayOn(site, actor, 'EDIT_ISSUES', issue)) {
    throw forbidden('You do not have permission to edit this issue.');
  }
  return issue;
}
