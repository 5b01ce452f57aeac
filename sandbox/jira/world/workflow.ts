import { byId, STATUSES } from './catalog';
import type { Issue, Status } from './model';
import type { JiraState } from './state';

/** A move that an issue's workflow offers. */
export interface Transition {
  id: string;
  name: string;
  to: Status;
}

/** Ids grow in steps of ten, as the workflow editor of Jira hands them out. */
const transitionTo = (to: Status, index: number): Transition => ({
  id: String(index * 10 + 11),
  name: to.name,
  to,
});

/** Every status reaches every other, but for the moves a project has taken out. */
export class Workflow {
  constructor(private readonly state: JiraState) {}

  /** Moves that the issue's status offers. Permissions are not looked at. */
  transitions(issue: Issue, projectKey: string): Transition[] {
    const missing = this.state.missingTransitions[projectKey] ?? [];
    return STATUSES.map(transitionTo).filter(
      ({ to }) => to.id !== issue.statusId && !missing.includes(move(issue.statusId, to.id)),
    );
  }

  /** Takes a move out of the project's workflow. Statuses are named. */
  forbid(projectKey: string, from: string, to: string): void {
    const missing = this.state.missingTransitions[projectKey] ?? [];
    const gone = move(statusByName(from).id, statusByName(to).id);
    this.state.missingTransitions[projectKey] = [...new Set([...missing, gone])];
  }

  /** Puts a move back. */
  allow(projectKey: string, from: string, to: string): void {
    const back = move(statusByName(from).id, statusByName(to).id);
    const missing = this.state.missingTransitions[projectKey] ?? [];
    this.state.missingTransitions[projectKey] = missing.filter((other) => other !== back);
  }
}

const move = (fromId: string, toId: string) => `${fromId}>${toId}`;

export function statusByName(name: string): Status {
  const found = STATUSES.find((status) => status.name.toLowerCase() === name.toLowerCase());
  return byId(STATUSES, found?.id ?? name);
}
