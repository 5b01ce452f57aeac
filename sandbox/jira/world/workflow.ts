import { byId, STATUSES } from './catalog';
import type { Issue, Status } from './model';
import type { JiraState } from './state';

/** A move that an issue's workflow offers. */
export interface Transition {
  id: string;
  name: string;
  to: Status;
  /** Field id to whether it is required; null without a screen. */
  screen: Record<string, boolean> | null;
  /** Whether there is an issue that the move is hidden from. */
  isConditional: boolean;
}

/** Ids grow in steps of ten, as the workflow editor of Jira hands them out. */
const idOf = (index: number) => String(index * 10 + 11);

/** Every status reaches every other, but for the moves a project has taken out. */
export class Workflow {
  constructor(private readonly state: JiraState) {}

  /** Moves that the issue's status offers. Permissions are not looked at. */
  transitions(issue: Issue, projectKey: string): Transition[] {
    const missing = this.missing(projectKey);
    const screens = this.state.transitionScreens[projectKey] ?? {};
    return this.all(projectKey)
      .filter(({ toId }) => {
        const wanted = move(issue.statusId, toId);
        return (
          toId !== issue.statusId &&
          !missing.includes(wanted) &&
          !missing.includes(`${wanted}#${issue.id}`)
        );
      })
      .map(({ id, name, toId }) => ({
        id,
        name,
        to: byId(STATUSES, toId),
        screen: screens[id] ?? null,
        isConditional: missing.some((one) => one.startsWith(`${move(issue.statusId, toId)}#`)),
      }));
  }

  /** Takes a move out of the project's workflow, or hides it from one issue. Statuses are named. */
  forbid(projectKey: string, from: string, to: string, issueId?: string): void {
    const gone = moveNamed(from, to, issueId);
    this.state.missingTransitions[projectKey] = [...new Set([...this.missing(projectKey), gone])];
  }

  /** Puts a move back. */
  allow(projectKey: string, from: string, to: string, issueId?: string): void {
    const back = moveNamed(from, to, issueId);
    this.state.missingTransitions[projectKey] = this.missing(projectKey).filter(
      (other) => other !== back,
    );
  }

  /** Leaves the project only the moves between neighbours in the order of the statuses. */
  straighten(projectKey: string): void {
    STATUSES.forEach((from, i) =>
      STATUSES.forEach((to, j) => {
        if (Math.abs(i - j) > 1) this.forbid(projectKey, from.name, to.name);
      }),
    );
  }

  /** Adds another transition to a status, from wherever it may be reached. @returns its id */
  add(projectKey: string, name: string, to: string): string {
    const further = (this.state.furtherTransitions[projectKey] ??= []);
    const id = idOf(10 + further.length);
    further.push({ id, name, toId: statusByName(to).id });
    return id;
  }

  /**
   * Gives a transition a screen, or takes it away.
   * @param fields field id to whether it is required
   */
  setScreen(projectKey: string, id: string, fields: Record<string, boolean> | null): void {
    const screens = (this.state.transitionScreens[projectKey] ??= {});
    if (fields === null) delete screens[id];
    else screens[id] = fields;
  }

  /** Id of the transition that every project has to a status. */
  idTo(status: string): string {
    return idOf(STATUSES.indexOf(statusByName(status)));
  }

  private all(projectKey: string): { id: string; name: string; toId: string }[] {
    return [
      ...STATUSES.map(({ id, name }, index) => ({ id: idOf(index), name, toId: id })),
      ...(this.state.furtherTransitions[projectKey] ?? []),
    ];
  }

  private missing(projectKey: string): readonly string[] {
    return this.state.missingTransitions[projectKey] ?? [];
  }
}

const move = (fromId: string, toId: string) => `${fromId}>${toId}`;

const moveNamed = (from: string, to: string, issueId?: string) =>
  move(statusByName(from).id, statusByName(to).id) + (issueId === undefined ? '' : `#${issueId}`);

export function statusByName(name: string): Status {
  const found = STATUSES.find((status) => status.name.toLowerCase() === name.toLowerCase());
  return byId(STATUSES, found?.id ?? name);
}
