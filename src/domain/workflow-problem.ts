import type { JiraStatus } from './issue';
import { RejectedError } from './errors';
import type { Transition, TransitionField } from './transition';

/** How far an issue has come on its way to another status. */
export interface Stop {
  readonly start: JiraStatus;
  /** Where it stands now. */
  readonly at: JiraStatus;
  /** What the status is called that it was to reach. */
  readonly target: string;
}

/** The workflow has no way to the status, as far as the app knows it. */
export function noTransition(
  stop: Stop,
  offered: readonly Transition[],
  /** Names of statuses on the way that no issue is in, so that nothing is known of what follows them. */
  withoutIssue: readonly string[],
): RejectedError {
  const names = [...new Set(offered.map(({ to }) => to.name))];
  const ways =
    names.length === 0
      ? 'it offers no transition at all, which also happens without the Transition Issues permission'
      : `the workflow offers ${quoted(names)}`;
  const unknown =
    withoutIssue.length === 0
      ? ''
      : ` No issue of this type is in ${quoted(withoutIssue)}, so what follows is not known.`;
  return new RejectedError('jira', {
    code: 'NO_TRANSITION',
    message: `No way through the workflow is known from "${stop.at.name}" to ${stop.target}: from there ${ways}.${unknown}${asFarAs(stop)}`,
    remedy:
      withoutIssue.length === 0
        ? 'Add a transition to the workflow, map the state to another status, or move the issue in Jira.'
        : 'Move the issue in Jira, which also shows the app the way; or add a transition to the workflow, or map the state to another status.',
  });
}

/** A transition on the way demands what the app does not have. */
export function fieldRequired(
  stop: Stop,
  transition: Transition,
  missing: readonly TransitionField[],
  resolution: string | null,
): RejectedError {
  const names = quoted(missing.map(({ name }) => name));
  const offered = missing.find(({ id }) => id === 'resolution')?.allowed ?? [];
  const wrongResolution = resolution !== null && offered.length > 0;
  const choice = wrongResolution
    ? ` It does not offer the resolution "${resolution}", only ${quoted(offered.map(({ name }) => name))}.`
    : '';
  return new RejectedError('jira', {
    code: 'TRANSITION_FIELD_REQUIRED',
    message: `The transition "${transition.name}" from "${stop.at.name}" to "${transition.to.name}" demands ${names}, which the app cannot fill in.${choice}${asFarAs(stop)}`,
    remedy: wrongResolution
      ? 'Choose another resolution in the mapping, or move the issue in Jira.'
      : 'Fill the field in on the issue or move it in Jira, give the field a default, or take it off the screen of the transition.',
  });
}

function asFarAs({ start, at }: Stop): string {
  return start.id === at.id ? '' : ` The issue was moved from "${start.name}" as far as there.`;
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(', ');
}
