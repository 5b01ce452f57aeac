import type { FieldName } from '../contract/common';
import type { FieldChange } from '../contract/history';
import type { AlignItem } from '../domain/align-item';
import { codecOf } from '../domain/fields';
import type { JiraIssue } from '../domain/issue';
import type { Baseline, Pair } from '../domain/pair';
import type { FieldWrite, Plan } from '../domain/plan';
import { applyStatus, type AppliedToJira } from './apply-status';
import { alignValues, applyWrites, type Applied } from './apply-writes';
import type { ProjectContext } from './sync-context';

/** What a plan has come to: everything a commit needs. */
export interface AppliedPlan {
  readonly baseline: Baseline;
  readonly refused: Pair['refused'];
  /** Choices of persons that are still to be carried out. */
  readonly decisions: NonNullable<Pair['decisions']>;
  readonly changes: readonly FieldChange[];
  readonly wroteAlign: boolean;
  readonly wroteJira: boolean;
  /** Fields whose write to that side is done. */
  readonly alignWrites: readonly FieldWrite[];
  readonly jiraWrites: readonly FieldWrite[];
  /** Name of the status that the issue was moved to, if it was. */
  readonly jiraStatus: string | null;
  readonly failure: unknown;
}

/** Carries a plan out: Align in one request, Jira's fields in one, a status by its transitions. */
export async function applyPlan(
  context: ProjectContext,
  issue: JiraIssue,
  item: AlignItem,
  plan: Plan,
): Promise<AppliedPlan> {
  const toAlign = plan.writes.filter(({ to }) => to === 'align');
  const toJira = plan.writes.filter(({ to }) => to === 'jira');
  const align = await applyWrites(
    'align',
    toAlign,
    (writes) => context.align.updateItem(item, alignValues(context.mapping, writes)),
    (field) => codecOf(field, context.mapping).align.property,
  );
  const jira = align.failure === null ? await applyToJira(context, issue, plan) : NOTHING_APPLIED;
  const done = (side: Applied) => side.changes.some(({ outcome }) => outcome === 'applied');
  return {
    baseline: { ...plan.baseline, ...align.baseline, ...jira.baseline },
    refused: { ...plan.refused, ...align.refused, ...jira.refused },
    decisions: Object.fromEntries(
      Object.entries(plan.decisions).filter(
        ([field]) => !(field in align.baseline || field in jira.baseline),
      ),
    ),
    changes: [...plan.changes, ...align.changes, ...jira.changes],
    wroteAlign: done(align),
    wroteJira: done(jira),
    alignWrites: toAlign.filter(({ field }) => field in align.baseline),
    jiraWrites: toJira.filter(({ field }) => field in jira.baseline),
    jiraStatus: jira.movedTo,
    failure: align.failure ?? jira.failure,
  };
}

const NOTHING_APPLIED: Readonly<AppliedToJira> = {
  changes: [],
  baseline: {},
  refused: {},
  failure: null,
  movedTo: null,
};

async function applyToJira(
  context: ProjectContext,
  issue: JiraIssue,
  plan: Plan,
): Promise<AppliedToJira> {
  const { jira } = context.deps;
  const writes = plan.writes.filter(({ to }) => to === 'jira');
  const fieldId = (field: FieldName) =>
    codecOf(field, context.mapping).jira.fieldId(context.mapping);
  const fields = await applyWrites(
    'jira',
    writes.filter(({ field }) => field !== 'state'),
    (part) => jira.editIssue(issue.id, jiraFields(context, part)),
    fieldId,
  );
  if (fields.failure !== null) return { ...fields, movedTo: null };
  const status = await applyStatus(context, issue, writes, plan.baseline.state ?? null);
  return {
    changes: [...fields.changes, ...status.changes],
    baseline: { ...fields.baseline, ...status.baseline },
    refused: { ...fields.refused, ...status.refused },
    failure: status.failure,
    movedTo: status.movedTo,
  };
}

/** Jira's field ids with their REST values. */
export function jiraFields(
  context: Pick<ProjectContext, 'mapping'>,
  writes: readonly FieldWrite[],
): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const { field, value } of writes) {
    const { jira } = codecOf(field, context.mapping);
    const id = jira.fieldId(context.mapping);
    if (id !== null) fields[id] = jira.payload(value);
  }
  return fields;
}
