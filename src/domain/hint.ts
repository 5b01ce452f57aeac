import type { Actor } from '../contract/common';
import type { HintSource } from '../contract/history';
import type { AlignRef } from './align-item';
import type { Pair } from './pair';
import type { RemovalAnswer } from './removal-policy';

/** Says that a pair may differ. Carries nothing that is ever applied. */
export interface Hint {
  readonly v: 1;
  readonly target: HintTarget;
  readonly source: HintSource;
  /** When the app learnt of it, ISO 8601. */
  readonly at: string;
  /** The side's own time of the change: Jira's `updated` or Align's `lastUpdatedDate`; null when unknown. */
  readonly changedAt: string | null;
  /** Who made the change, as far as the source says. */
  readonly actor: Actor | null;
  /** The Jira event said that the issue was deleted. */
  readonly deleted: boolean;
  /** Look at the links too, and try refused fields again. */
  readonly thorough: boolean;
  /** It speaks of an item that was removed, or of a move or a conversion: no poll or sweep is sure to find it again. */
  readonly rare?: boolean | undefined;
  /** What a person has answered to the removal that it speaks of. */
  readonly answer?: RemovalAnswer | undefined;
}

/** The issue or the Align item that a hint is about. */
export type HintTarget =
  /** `projectId` as far as the source says; it saves a read of an issue that has no pair yet. */
  | { readonly kind: 'issue'; readonly issueId: string; readonly projectId: string | null }
  | { readonly kind: 'align'; readonly ref: AlignRef };

/** The queue runs one reconcile at a time for each of these keys. */
export function concurrencyKey(target: HintTarget): string {
  return target.kind === 'issue'
    ? `issue-${target.issueId}`
    : `align-${target.ref.type}-${target.ref.id}`;
}

/**
 * Whether the pair has already seen what the hint speaks of. In Jira, which tells milliseconds, equal times count as
 * seen: the pair's time was read together with the values, so the values are at least that new.
 */
export function isStale(
  hint: Hint,
  pair: Pick<Pair, 'status' | 'jiraUpdated' | 'alignUpdated' | 'pending'>,
): boolean {
  if (hint.deleted) return pair.status === 'unlinked';
  if (hint.thorough || hint.changedAt === null || pair.status !== 'paired') return false;
  // A write of which nothing is known yet is looked for at every occasion.
  if (pair.pending != null) return false;
  const changedAt = Date.parse(hint.changedAt);
  if (hint.source === 'jira-event') {
    return pair.jiraUpdated !== null && changedAt <= Date.parse(pair.jiraUpdated);
  }
  // Align may tell whole seconds: an edit right after the read then has the time of the read.
  if (hint.source === 'align-poll') {
    return pair.alignUpdated !== null && changedAt < Date.parse(pair.alignUpdated);
  }
  return false;
}

type HintInput = Pick<Hint, 'target' | 'source' | 'at'> & Partial<Hint>;

/** A hint with everything optional filled in. */
export function hint(input: HintInput): Hint {
  return {
    v: 1,
    changedAt: null,
    actor: null,
    deleted: false,
    thorough: false,
    ...input,
  };
}
