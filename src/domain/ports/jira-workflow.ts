import type { JiraStatus } from '../issue';
import type { Transition } from '../transition';

/** Which issues share a workflow. */
export interface WorkflowScope {
  readonly projectId: string;
  readonly issueTypeId: string;
}

/** The workflow as Jira offers it for single issues. Errors are those of `JiraPort`. */
export interface JiraWorkflowPort {
  /** The transitions that the issue can take now. None without the Transition Issues permission. */
  readTransitions(issueId: string): Promise<Transition[]>;
  /**
   * @param fields REST values of fields on the transition's screen
   * @throws RejectedError when it is not offered any more, or a field is not taken
   */
  doTransition(
    issueId: string,
    transitionId: string,
    fields: Readonly<Record<string, unknown>>,
  ): Promise<void>;
  /** Which of the fields the issue has a value in. */
  filledFields(issueId: string, fieldIds: readonly string[]): Promise<ReadonlySet<string>>;
  /**
   * Where an issue in that status can go. Found through JQL, whose index may lag behind, so that the status may be
   * another one. Null when no issue is found.
   */
  waysOutOf(
    scope: WorkflowScope,
    statusId: string,
  ): Promise<{ status: JiraStatus; to: readonly JiraStatus[] } | null>;
}
