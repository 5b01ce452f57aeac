import type { Board, Issue, IssueLink, Person, Project, Sprint, Team, Version } from './model';
import type { FieldDefinition } from './fields/definition';

/** Fields a project shows where issues are created and edited, and those that must be filled in. */
export interface ProjectScreens {
  create: string[];
  edit: string[];
  required: string[];
}

/** Everything that a snapshot keeps. Plain data only. */
export interface JiraState {
  people: Person[];
  projects: Project[];
  fields: FieldDefinition[];
  issues: Issue[];
  /** Project key to permission key to the accounts that hold it. */
  permissions: Record<string, Record<string, string[]>>;
  /** Global permission key to the accounts that hold it. */
  globalPermissions: Record<string, string[]>;
  /** Project key to its screens. */
  screens: Record<string, ProjectScreens>;
  /**
   * Project key to the moves (`from status id>to status id`) its workflow does not have; with `#issue id` after it, a
   * move whose condition that issue does not meet.
   */
  missingTransitions: Record<string, string[]>;
  /** Project key to transitions beside the one that leads to each status. */
  furtherTransitions: Record<string, { id: string; name: string; toId: string }[]>;
  /** Project key to transition id to the fields of its screen, and whether each is required. */
  transitionScreens: Record<string, Record<string, Record<string, boolean>>>;
  /** The last number given out, per kind of id. */
  counters: Record<
    'issue' | 'change' | 'link' | 'version' | 'release' | 'board' | 'sprint',
    number
  >;
  versions: Version[];
  boards: Board[];
  sprints: Sprint[];
  teams: Team[];
  issueLinks: IssueLink[];
}

/** A site without projects, people or issues. */
export function emptyState(fields: FieldDefinition[]): JiraState {
  return {
    people: [],
    projects: [],
    fields: [...fields],
    issues: [],
    permissions: {},
    globalPermissions: {},
    screens: {},
    missingTransitions: {},
    counters: {
      issue: 10200,
      change: 30000,
      link: 10000,
      version: 1,
      release: 10000,
      board: 0,
      sprint: 0,
    },
    versions: [],
    boards: [],
    sprints: [],
    teams: [],
    issueLinks: [],
    furtherTransitions: {},
    transitionScreens: {},
  };
}
