import { projectNotFound } from './errors';
import type { JiraState } from './state';

/** Project permissions the sandbox knows, with the names and ids Jira gives them. */
export const PROJECT_PERMISSIONS = {
  ADMINISTER_PROJECTS: {
    id: '23',
    name: 'Administer Projects',
    description: 'Ability to administer a project in Jira.',
  },
  BROWSE_PROJECTS: {
    id: '10',
    name: 'Browse Projects',
    description: 'Ability to browse projects and the issues within them.',
  },
  CREATE_ISSUES: { id: '11', name: 'Create Issues', description: 'Ability to create issues.' },
  EDIT_ISSUES: { id: '12', name: 'Edit Issues', description: 'Ability to edit issues.' },
  TRANSITION_ISSUES: {
    id: '46',
    name: 'Transition Issues',
    description: 'Ability to transition issues.',
  },
  ASSIGN_ISSUES: {
    id: '13',
    name: 'Assign Issues',
    description: 'Ability to assign issues to other people.',
  },
  ASSIGNABLE_USER: {
    id: '17',
    name: 'Assignable User',
    description: 'Users with this permission may be assigned to issues.',
  },
  MODIFY_REPORTER: {
    id: '30',
    name: 'Modify Reporter',
    description: 'Ability to modify the reporter when creating or editing an issue.',
  },
  LINK_ISSUES: {
    id: '21',
    name: 'Link Issues',
    description: 'Ability to link issues together and create linked issues.',
  },
  DELETE_ISSUES: { id: '16', name: 'Delete Issues', description: 'Ability to delete issues.' },
  MOVE_ISSUES: {
    id: '25',
    name: 'Move Issues',
    description: 'Ability to move issues between projects or between workflows of a project.',
  },
} as const;

export const GLOBAL_PERMISSIONS = {
  ADMINISTER: {
    id: '0',
    name: 'Administer Jira',
    description:
      'Create and administer projects, issue types, fields, workflows, and schemes for all projects.',
  },
  USER_PICKER: {
    id: '27',
    name: 'Browse users and groups',
    description: 'View and select users or groups from the user picker, and share issues.',
  },
} as const;

export type ProjectPermission = keyof typeof PROJECT_PERMISSIONS;
export type GlobalPermission = keyof typeof GLOBAL_PERMISSIONS;

export const isProjectPermission = (key: string): key is ProjectPermission =>
  Object.hasOwn(PROJECT_PERMISSIONS, key);
export const isGlobalPermission = (key: string): key is GlobalPermission =>
  Object.hasOwn(GLOBAL_PERMISSIONS, key);

/** Whether the account holds the permission in that project. Nobody holds any in a deleted one. */
export function holds(
  state: JiraState,
  projectKey: string,
  permission: ProjectPermission,
  accountId: string,
): boolean {
  if (state.projects.find(({ key }) => key === projectKey)?.deleted) return false;
  return state.permissions[projectKey]?.[permission]?.includes(accountId) ?? false;
}

export function holdsGlobally(
  state: JiraState,
  permission: GlobalPermission,
  accountId: string,
): boolean {
  return state.globalPermissions[permission]?.includes(accountId) ?? false;
}

/** Who holds what: what an admin changes on the permission schemes page of Jira. */
export class Permissions {
  constructor(private readonly state: JiraState) {}

  grant(projectKey: string, permission: ProjectPermission, ...accountIds: string[]): void {
    const held = this.project(projectKey);
    held[permission] = [...new Set([...(held[permission] ?? []), ...accountIds])];
  }

  revoke(projectKey: string, permission: ProjectPermission, ...accountIds: string[]): void {
    const held = this.project(projectKey);
    held[permission] = (held[permission] ?? []).filter((id) => !accountIds.includes(id));
  }

  grantGlobal(permission: GlobalPermission, ...accountIds: string[]): void {
    const held = this.state.globalPermissions[permission] ?? [];
    this.state.globalPermissions[permission] = [...new Set([...held, ...accountIds])];
  }

  revokeGlobal(permission: GlobalPermission, ...accountIds: string[]): void {
    const held = this.state.globalPermissions[permission] ?? [];
    this.state.globalPermissions[permission] = held.filter((id) => !accountIds.includes(id));
  }

  holds(accountId: string, permission: ProjectPermission, projectKey: string): boolean {
    return holds(this.state, projectKey, permission, accountId);
  }

  holdsGlobally(accountId: string, permission: GlobalPermission): boolean {
    return holdsGlobally(this.state, permission, accountId);
  }

  private project(projectKey: string): Record<string, string[]> {
    const held = this.state.permissions[projectKey];
    if (!held) throw projectNotFound(projectKey);
    return held;
  }
}
