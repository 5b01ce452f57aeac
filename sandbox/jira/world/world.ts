import { DEFAULT_LIMITS, type LimitSettings } from '../limits';
import { SearchIndex } from '../jql/search-index';
import { findIssue } from './access';
import { createIssue } from './create-issue';
import { deleteIssue } from './delete-issue';
import { editIssue } from './edit-issue';
import { badRequest, issueNotFound, projectNotFound } from './errors';
import type { FieldDefinition } from './fields/definition';
import { viewIssue, type IssueView } from './issue-view';
import type {
  Actor,
  ChangeGroup,
  Issue,
  IssueLink,
  Person,
  Project,
  RemoteLink,
  RemoteLinkBody,
} from './model';
import { deleteIssueLink, linkIssues } from './issue-links';
import { archiveIssue } from './archive-issue';
import { convertIssue } from './convert-issue';
import { moveIssue } from './move-issue';
import { trashProject } from './trash-project';
import { Permissions } from './permissions';
import { restFields, type PersonInput } from './person-input';
import { Planning } from './planning';
import { deleteRemoteLink, putRemoteLink } from './remote-links';
import { Screens } from './screens';
import { DEFAULT_QUIRKS, nextId, type Happening, type Quirks, type Site } from './site';
import type { JiraState } from './state';
import { availableTransitions, transitionIssue } from './transition-issue';
import { Workflow } from './workflow';

export interface WorldHooks {
  now(): number;
  announce(happening: Happening): void;
  /** Something that a snapshot keeps has changed. */
  saved(): void;
}

/** An account id acts as that person in the browser; an actor may act through the app. */
export type As = string | Actor;

/**
 * The Jira site, for those who do not want to go through HTTP: tests and the pages act as people,
 * under the same permissions, screens and workflows as the REST API. Every method throws the
 * {@link JiraError} that the API would answer with.
 */
export class JiraWorld {
  readonly permissions: Permissions;
  readonly screens: Screens;
  readonly workflow: Workflow;
  /** Versions, boards, sprints and teams. */
  readonly planning: Planning;
  /** Set `search.lagMs` to make `/search/jql` miss recent changes. */
  readonly search: SearchIndex;
  /** Which rate limits hold; change its properties at any time. */
  readonly limits: LimitSettings = { ...DEFAULT_LIMITS };
  readonly quirks: Quirks = { ...DEFAULT_QUIRKS };
  /** What the operations work on. */
  readonly site: Site;

  constructor(
    readonly state: JiraState,
    private readonly hooks: WorldHooks,
  ) {
    this.permissions = new Permissions(state);
    this.screens = new Screens(state);
    this.workflow = new Workflow(state);
    this.search = new SearchIndex(hooks.now);
    this.site = {
      state,
      now: hooks.now,
      announce: (happening) => hooks.announce(happening),
      changed: (issue) => this.changed(issue),
      touched: () => {
        nextId(state, 'version');
        hooks.saved();
      },
      quirks: this.quirks,
    };
    this.planning = new Planning(this.site, () => hooks.saved());
    for (const issue of state.issues) {
      if (!issue.archived) this.search.note(issue.id, issue);
    }
  }

  get people(): readonly Person[] {
    return this.state.people;
  }

  /** Adds an account and lets it browse, create, edit, move, link, assign and be assigned everywhere. */
  addPerson(person: Partial<Person> & Pick<Person, 'accountId' | 'displayName'>): Person {
    const added: Person = {
      emailAddress: '',
      emailHidden: true,
      accountType: 'atlassian',
      active: true,
      timeZone: 'Etc/UTC',
      ...person,
    };
    this.state.people.push(added);
    for (const { key } of this.state.projects) grantMembership(this.permissions, key, added);
    this.hooks.saved();
    return added;
  }

  /** Adds an empty project with every field on its screens, open to every account of the site. */
  addProject(
    project: Pick<Project, 'id' | 'key' | 'name' | 'leadAccountId'> & Partial<Project>,
  ): void {
    this.state.projects.push({
      description: '',
      nextNumber: 1,
      hasInitiatives: false,
      deleted: false,
      ...project,
    });
    const fields = this.state.fields.map(({ id }) => id);
    this.state.screens[project.key] = { create: [...fields], edit: [...fields], required: [] };
    this.state.permissions[project.key] = {};
    for (const person of this.people) grantMembership(this.permissions, project.key, person);
    this.hooks.saved();
  }

  /** Adds a custom field and puts it on every screen. */
  addField(field: FieldDefinition): void {
    this.state.fields.push(field);
    for (const { key } of this.state.projects) this.screens.add(key, field.id);
    this.hooks.saved();
  }

  create(
    as: As,
    input: PersonInput & { project: string; type: string; summary: string },
  ): IssueView {
    const { project, ...rest } = input;
    const fields = { project: { key: project }, ...restFields(rest) };
    return this.view(createIssue(this.site, actor(as), { fields }).id);
  }

  edit(as: As, idOrKey: string, input: PersonInput): IssueView {
    editIssue(this.site, actor(as), idOrKey, { fields: restFields(input) });
    return this.view(idOrKey);
  }

  /** Moves the issue to the status named. */
  transition(as: As, idOrKey: string, statusName: string): IssueView {
    const who = actor(as);
    const offered = availableTransitions(this.site, who, this.issue(idOrKey));
    const wanted = offered.find(({ to }) => to.name.toLowerCase() === statusName.toLowerCase());
    if (!wanted) {
      const names = offered.map(({ to }) => to.name).join(', ');
      throw badRequest(`No transition to '${statusName}' is offered, only to: ${names}`);
    }
    transitionIssue(this.site, who, idOrKey, wanted.id);
    return this.view(idOrKey);
  }

  delete(as: As, idOrKey: string, options?: { deleteSubtasks?: boolean }): void {
    deleteIssue(this.site, actor(as), idOrKey, options);
  }

  /** Moves the issue, with its sub-tasks, to another project, as another type if told. */
  move(as: As, idOrKey: string, projectKey: string, typeName?: string): IssueView {
    return this.view(moveIssue(this.site, actor(as), idOrKey, projectKey, typeName).id);
  }

  /** Makes the issue one of another type, of any level. A sub-task needs a parent. */
  convert(as: As, idOrKey: string, typeName: string, parentKey?: string): IssueView {
    return this.view(convertIssue(this.site, actor(as), idOrKey, typeName, parentKey).id);
  }

  archive(as: As, idOrKey: string): void {
    archiveIssue(this.site, actor(as), idOrKey, true);
  }

  /** Takes the issue out of the archive. */
  restore(as: As, idOrKey: string): void {
    archiveIssue(this.site, actor(as), idOrKey, false);
  }

  /** Moves a project to the trash; its issues send no event. */
  trashProject(as: As, projectKey: string): void {
    trashProject(this.site, actor(as), projectKey, true);
  }

  restoreProject(as: As, projectKey: string): void {
    trashProject(this.site, actor(as), projectKey, false);
  }

  /** Links two issues: with the type `Blocks` the first one blocks the second. */
  linkIssues(as: As, type: string, source: string, destination: string): IssueLink {
    return linkIssues(this.site, actor(as), { name: type }, { key: source }, { key: destination });
  }

  unlinkIssues(as: As, linkId: string): void {
    deleteIssueLink(this.site, actor(as), linkId);
  }

  putLink(as: As, idOrKey: string, link: RemoteLinkBody): RemoteLink {
    return putRemoteLink(this.site, actor(as), idOrKey, link).link;
  }

  deleteLink(as: As, idOrKey: string, globalId: string): void {
    deleteRemoteLink(this.site, actor(as), idOrKey, { globalId });
  }

  /** Whether the issue exists, whoever may see it. */
  has(idOrKey: string): boolean {
    return findIssue(this.state, idOrKey) !== undefined;
  }

  /** A copy of everything kept about an issue, whoever may see it. */
  issue(idOrKey: string): Issue {
    const found = findIssue(this.state, idOrKey);
    if (!found) throw issueNotFound();
    return structuredClone(found);
  }

  view(idOrKey: string): IssueView {
    return viewIssue(this.state, this.issue(idOrKey));
  }

  /** Every issue of a project, or of the site, oldest first. */
  issues(projectKey?: string): IssueView[] {
    const views = this.state.issues.map((issue) => viewIssue(this.state, issue));
    if (projectKey === undefined) return views;
    if (!this.state.projects.some(({ key }) => key === projectKey)) {
      throw projectNotFound(projectKey);
    }
    return views.filter(({ project }) => project === projectKey);
  }

  links(idOrKey: string): RemoteLink[] {
    return this.issue(idOrKey).links;
  }

  /** The issue's changes, oldest first. */
  history(idOrKey: string): ChangeGroup[] {
    return this.issue(idOrKey).history;
  }

  properties(idOrKey: string): Record<string, unknown> {
    return this.issue(idOrKey).properties;
  }

  /** Grows with every change of the site. */
  get version(): number {
    return this.state.counters.version;
  }

  private changed(issue: Issue): void {
    issue.version = nextId(this.state, 'version');
    const isFound = this.state.issues.includes(issue) && !issue.archived;
    this.search.note(issue.id, isFound ? issue : undefined);
    this.hooks.saved();
  }
}

const actor = (as: As): Actor => (typeof as === 'string' ? { accountId: as, viaApp: false } : as);

/** What the default permission scheme of a company-managed project gives its members. */
export function grantMembership(
  permissions: Permissions,
  projectKey: string,
  person: Person,
): void {
  for (const permission of [
    'BROWSE_PROJECTS',
    'CREATE_ISSUES',
    'EDIT_ISSUES',
    'TRANSITION_ISSUES',
    'LINK_ISSUES',
    'ASSIGN_ISSUES',
    'ASSIGNABLE_USER',
    'DELETE_ISSUES',
    'MOVE_ISSUES',
    'MODIFY_REPORTER',
  ] as const) {
    permissions.grant(projectKey, permission, person.accountId);
  }
}
