import { findProject } from './access';
import { projectNotFound } from './errors';
import type { Board, Sprint, Team, Version } from './model';
import { nextId, type Site } from './site';

/** Versions, boards, sprints and teams: what an admin of a project sets up for planning. */
export class Planning {
  constructor(
    private readonly site: Site,
    private readonly saved: () => void,
  ) {}

  /** Adds a version to the project. It is neither released nor archived unless told. */
  addVersion(projectKey: string, version: Partial<Version> & Pick<Version, 'name'>): Version {
    const { state } = this.site;
    const added: Version = {
      id: String(nextId(state, 'release')),
      projectId: this.project(projectKey).id,
      description: '',
      released: false,
      archived: false,
      startDate: null,
      releaseDate: null,
      ...version,
    };
    state.versions.push(added);
    this.saved();
    return added;
  }

  /** Adds a scrum board that shows one project. */
  addBoard(projectKey: string, name: string): Board {
    const { state } = this.site;
    const added = { id: nextId(state, 'board'), name, projectId: this.project(projectKey).id };
    state.boards.push(added);
    this.saved();
    return added;
  }

  /** Adds a sprint to a board. It has not started unless told. */
  addSprint(boardId: number, sprint: Partial<Sprint> & Pick<Sprint, 'name'>): Sprint {
    const { state } = this.site;
    const added: Sprint = {
      id: nextId(state, 'sprint'),
      boardId,
      goal: '',
      state: 'future',
      startDate: null,
      endDate: null,
      completeDate: null,
      ...sprint,
    };
    state.sprints.push(added);
    this.saved();
    return added;
  }

  addTeam(team: Team): void {
    this.site.state.teams.push(team);
    this.saved();
  }

  private project(key: string) {
    const project = findProject(this.site.state, key);
    if (!project) throw projectNotFound(key);
    return project;
  }
}
