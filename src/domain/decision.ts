import type { Actor, Problem, Side } from '../contract/common';
import type { ShownValue } from '../contract/history';
import type { Stamps } from './refusal';

/** Code of the problem of a field that both sides changed and whose rule is to ask. */
export const CONFLICT = 'CONFLICT';

/** A person's choice between two values. It holds for exactly these two: another value asks anew. */
export interface Decision {
  readonly side: Side;
  /** Stamp keys of the values that were chosen from. */
  readonly jira: string;
  readonly align: string;
  readonly by: Actor;
  /** ISO 8601. */
  readonly at: string;
}

/** The side that a person has chosen between these very values; null when nobody has. */
export function decidedSide(decision: Decision | undefined, stamps: Stamps): Side | null {
  if (decision === undefined) return null;
  return decision.jira === stamps.jira.key && decision.align === stamps.align.key
    ? decision.side
    : null;
}

const SHOWN_CHARACTERS = 60;

/** What a conflict is told as: what both sides have, and where a person chooses. */
export function conflictProblem(name: string, stamps: Stamps): Problem {
  return {
    code: CONFLICT,
    message: `Both sides have changed ${name}: Jira has ${quoted(stamps.jira.shown)}, Jira Align has ${quoted(stamps.align.shown)}.`,
    remedy:
      'Choose one of the two values in the list of web links, on the admin page or in the settings of the project. Both sides keep their own until then.',
  };
}

function quoted(shown: ShownValue | null): string {
  if (shown === null) return 'nothing';
  const { text } = shown;
  if (text.length <= SHOWN_CHARACTERS) return `"${text}"`;
  return `"${text.slice(0, SHOWN_CHARACTERS).replace(/[\ud800-\udbff]$/, '')}…"`;
}
