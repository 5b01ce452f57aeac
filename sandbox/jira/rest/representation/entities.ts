import type {
  IssueType,
  Person,
  Priority,
  Project,
  Status,
  StatusCategoryKey,
} from '../../world/model';
import { byId, RESOLUTIONS } from '../../world/catalog';

const CATEGORIES: Record<StatusCategoryKey, { id: number; colorName: string; name: string }> = {
  new: { id: 2, colorName: 'blue-gray', name: 'To Do' },
  indeterminate: { id: 4, colorName: 'yellow', name: 'In Progress' },
  done: { id: 3, colorName: 'green', name: 'Done' },
};

/** `StatusCategory` of REST v3. */
export function statusCategoryJson(key: StatusCategoryKey, baseUrl: string) {
  const { id, colorName, name } = CATEGORIES[key];
  return { self: `${baseUrl}/rest/api/3/statuscategory/${id}`, id, key, colorName, name };
}

/** `StatusDetails` of REST v3. */
export function statusJson({ id, name, description, category }: Status, baseUrl: string) {
  return {
    self: `${baseUrl}/rest/api/3/status/${id}`,
    description,
    iconUrl: `${baseUrl}/images/icons/statuses/generic.svg`,
    name,
    id,
    statusCategory: statusCategoryJson(category, baseUrl),
  };
}

/** `IssueTypeDetails` of REST v3. */
export function issueTypeJson(type: IssueType, baseUrl: string) {
  const { id, name, description, subtask, hierarchyLevel, icon } = type;
  return {
    self: `${baseUrl}/rest/api/3/issuetype/${id}`,
    id,
    description,
    iconUrl: `${baseUrl}/images/icons/issuetypes/${icon}.svg`,
    name,
    subtask,
    hierarchyLevel,
  };
}

/** A priority as issues carry it. */
export function priorityReference({ id, name }: Priority, baseUrl: string) {
  return {
    self: `${baseUrl}/rest/api/3/priority/${id}`,
    iconUrl: `${baseUrl}/images/icons/priorities/${name.toLowerCase()}.svg`,
    name,
    id,
  };
}

export function resolutionJson(id: string, baseUrl: string) {
  return { self: `${baseUrl}/rest/api/3/resolution/${id}`, ...byId(RESOLUTIONS, id) };
}

const SIZES = ['48x48', '24x24', '16x16', '32x32'] as const;

const avatarUrls = (url: string) =>
  Object.fromEntries(SIZES.map((size) => [size, `${url}?size=${size.split('x')[0]}`]));

export const avatarUrl = (accountId: string, baseUrl: string) =>
  `${baseUrl}/avatars/${encodeURIComponent(accountId)}.svg`;

/** An account as issues, histories and user resources show it. A hidden address is left out. */
export function userJson(person: Person, baseUrl: string) {
  const { accountId, displayName, active, timeZone, accountType, emailAddress } = person;
  return {
    self: `${baseUrl}/rest/api/3/user?accountId=${encodeURIComponent(accountId)}`,
    accountId,
    ...(person.emailHidden || !emailAddress ? {} : { emailAddress }),
    avatarUrls: avatarUrls(avatarUrl(accountId, baseUrl)),
    displayName,
    active,
    timeZone,
    accountType,
  };
}

/** A project as issues carry it. */
export function projectReference({ id, key, name }: Project, baseUrl: string) {
  return {
    self: `${baseUrl}/rest/api/3/project/${id}`,
    id,
    key,
    name,
    projectTypeKey: 'software',
    simplified: false,
    avatarUrls: avatarUrls(`${baseUrl}/images/projects/${key}.svg`),
  };
}
