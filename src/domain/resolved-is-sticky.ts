import type { AlignType, Problem } from '../contract/common';
import type { ProjectMapping } from '../contract/mapping';
import { ALIGN_TYPES } from './align-type';
import type { JiraStatus } from './issue';

/** Why an issue that is done stays done. */
export function reopeningRefused(status: JiraStatus): Problem {
  return {
    code: 'RESOLVED_IS_STICKY',
    message: `The issue is "${status.name}", and the mapping says that a change in Jira Align never reopens an issue that is done.`,
    remedy: 'Reopen the issue in Jira, or switch the option off in the mapping.',
  };
}

/** A move between two statuses, as far as a mapping can tell what it means. */
export interface Move {
  readonly from: JiraStatus;
  /** Id of the status that it leads to. */
  readonly to: string;
  readonly state: number;
}

/**
 * Whether the mapping forbids to follow Align's state, because that would reopen the issue. The category of the status
 * it leads to is not known here: it counts as done when the state, or the one that the status itself leads to, is
 * finished.
 */
export function isReopening(
  { resolvedIsSticky, states }: ProjectMapping,
  type: AlignType,
  { from, to, state }: Move,
): boolean {
  if (!resolvedIsSticky || from.category !== 'done' || from.id === to) return false;
  const leadsTo = states[type]?.toAlign[to];
  return ![state, leadsTo].some((one) => one !== undefined && isFinished(type, one));
}

function isFinished(type: AlignType, state: number): boolean {
  return ALIGN_TYPES[type].finished.includes(state);
}
