import type { Actor, AlignType, Problem } from '../contract/common';
import type { BackfillChoices } from '../contract/backfill';
import type { ProjectMapping } from '../contract/mapping';
import { mappedAlignTypes } from './mapping';

/** A backfill and how far it has got. Written by the run that works on it, and when it begins. */
export interface Backfill {
  readonly v: 1;
  readonly id: string;
  readonly projectId: string;
  readonly by: Actor;
  readonly choices: BackfillChoices;
  /** Version of the mapping that its steps come from: with another one they are other steps. */
  readonly mappingVersion: number;
  readonly status: 'running' | 'waiting' | 'done' | 'cancelled' | 'paused';
  readonly startedAt: string;
  readonly updatedAt: string;
  readonly cursor: BackfillCursor;
  readonly counts: BackfillCounts;
  readonly problem: Problem | null;
}

/** Where the next page begins: a step of `backfillSteps`, and the last key or id of it that is done. */
export interface BackfillCursor {
  readonly step: number;
  readonly after: string | null;
}

/** What has come of a backfill so far, in issues and items. `total` is the estimate of when it began. */
export interface BackfillCounts {
  readonly total: number;
  readonly done: number;
  readonly created: number;
  readonly linked: number;
  readonly skipped: number;
  readonly handedOn: number;
}

/** What a person wants of a backfill. Kept apart from its record, so that a run does not write over it. */
export interface BackfillControl {
  readonly v: 1;
  readonly id: string;
  readonly want: 'run' | 'pause' | 'cancel';
}

/** Whether it still has something to do. */
export function isUnderWay({ status }: Pick<Backfill, 'status'>): boolean {
  return status !== 'done' && status !== 'cancelled';
}

/** What a person wants of a backfill: that it runs, unless it was said of this very one that it should not. */
export function wantOf(
  { id }: Pick<Backfill, 'id'>,
  control: BackfillControl | null,
): BackfillControl['want'] {
  return control?.id === id ? control.want : 'run';
}

/** The same backfill from its first step, when the mapping has changed. What it has done stays counted. */
export function restarted(backfill: Backfill, mappingVersion: number): Backfill {
  const { counts } = backfill;
  return {
    ...backfill,
    mappingVersion,
    cursor: { step: 0, after: null },
    counts: { ...counts, done: 0, skipped: 0 },
  };
}

/** One pass over one side. */
export type BackfillStep =
  { side: 'jira'; issueTypeIds: readonly string[] } | { side: 'align'; type: AlignType };

/** Parents before children. */
const ORDER: readonly (readonly AlignType[])[] = [
  ['epic'],
  ['capability'],
  ['feature'],
  ['story', 'defect'],
  ['task'],
];

/**
 * The passes of a backfill: first all issues from the top of the hierarchy down, then Align's items likewise, when
 * they are wanted and the mapping lets Align create issues.
 */
export function backfillSteps(
  mapping: ProjectMapping,
  choices: Pick<BackfillChoices, 'includeAlign'>,
): BackfillStep[] {
  const mapped = mappedAlignTypes(mapping);
  const jira = ORDER.map((types) =>
    mapping.types.filter(({ alignType }) => types.includes(alignType)),
  )
    .filter((types) => types.length > 0)
    .map((types): BackfillStep => ({
      side: 'jira',
      issueTypeIds: types.map(({ issueTypeId }) => issueTypeId),
    }));
  if (!choices.includeAlign || !mapping.createInJira) return jira;
  const align = ORDER.flat()
    .filter((type) => mapped.includes(type))
    .map((type): BackfillStep => ({ side: 'align', type }));
  return [...jira, ...align];
}

/** A backfill that has not looked at anything yet. */
export const NO_COUNTS: BackfillCounts = {
  total: 0,
  done: 0,
  created: 0,
  linked: 0,
  skipped: 0,
  handedOn: 0,
};

/** Adds what a page has come to. */
export function addCounts(counts: BackfillCounts, more: Partial<BackfillCounts>): BackfillCounts {
  const sum = (key: keyof BackfillCounts) => counts[key] + (more[key] ?? 0);
  return {
    total: sum('total'),
    done: sum('done'),
    created: sum('created'),
    linked: sum('linked'),
    skipped: sum('skipped'),
    handedOn: sum('handedOn'),
  };
}
