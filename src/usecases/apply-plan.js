import { codecOf } from '../domain/fields';
import { alignValues, applyWrites } from './apply-writes';
export async function applyPlan(context, issue, item, plan) {
  const toAlign = plan.writes.filter(({ to }) => to === 'align');
  const toJira = plan.writes.filter(({ to }) => to === 'jira');
  const align = await applyWrites(
    'align',
    toAlign,
    (writes) => context.align.updateItem(item, alignValues(writes)),
    (field) => codecOf(field).align.property,
  );
  const jira = align.failure === null ? await applyToJira(context, issue, toJira) : NOTHING_APPLIED;
  const done = (side) => side.changes.some(({ outcome }) => outcome === 'applied');
  return {
    baseline: { ...plan.baseline, ...align.baseline, ...jira.baseline },
    refused: { ...plan.refused, ...align.refused, ...jira.refused },
    changes: [...plan.changes, ...align.changes, ...jira.changes],
    wroteAlign: done(align),
    wroteJira: done(jira),
    alignWrites: toAlign.filter(({ field }) => field in align.baseline),
    failure: align.failure ?? jira.failure,
  };
}
const NOTHING_APPLIED = { changes: [], baseline: {}, refused: {}, failure: null };
async function applyToJira(context, issue, writes) {
  const { jira } = context.deps;
  const fieldId = (field) => codecOf(field).jira.fieldId(context.mapping);
  const fields = await applyWrites(
    'jira',
    writes.filter(({ field }) => field !== 'state'),
    (part) => jira.editIssue(issue.id, jiraFields(context, part)),
    fieldId,
  );
  if (fields.failure !== null) return fields;
  const status = await applyWrites(
    'jira',
    writes.filter(({ field }) => field === 'state'),
    async (part) => {
      for (const { value } of part) await jira.moveToStatus(issue.id, value.id);
    },
    fieldId,
  );
  return {
    changes: [...fields.changes, ...status.changes],
    baseline: { ...fields.baseline, ...status.baseline },
    refused: { ...fields.refused, ...status.refused },
    failure: status.failure,
  };
}
export function jiraFields(context, writes) {
  const fields = {};
  for (const { field, value } of writes) {
    const { jira } = codecOf(field);
    const id = jira.fieldId(context.mapping);
    if (id !== null) fields[id] = jira.payload(value);
  }
  return fields;
}
