import type { FieldChange } from '../contract/history';
import type { JiraIssue, JiraStatus } from '../domain/issue';
import { activeFields, codecOf } from '../domain/fields';
import { state } from '../domain/fields/state';
import { alignTypeOf } from '../domain/mapping';
import type { FieldBaseline } from '../domain/pair';
import type { FieldWrite } from '../domain/plan';
import { refusalKey } from '../domain/refusal';
import { shorten, type Stamp } from '../domain/stamp';
import { isFilled } from '../domain/transition';
import { applyWrites, type Applied } from './apply-writes';
import { moveToStatus } from './move-to-status';
import type { ProjectContext } from './sync-context';

/** What became of the writes to Jira. */
export interface AppliedToJira extends Applied {
  /** Name of the status that the issue was moved to, if it was. */
  readonly movedTo: string | null;
}

/**
 * Moves the issue to the status that is to be written, if one is. An issue that did not get there stays where its last
 * step has brought it: that is recorded as the app's own doing, so that it is never taken for a person's.
 * @param writes everything that is to be written to Jira; the fields have been by now
 * @param base what the two sides had last agreed on
 */
export async function applyStatus(
  context: ProjectContext,
  issue: JiraIssue,
  writes: readonly FieldWrite[],
  base: FieldBaseline | null,
): Promise<AppliedToJira> {
  const reached: JiraStatus[] = [];
  const status = await applyWrites(
    'jira',
    writes.filter(({ field }) => field === 'state'),
    async (part) => {
      for (const { value } of part) {
        await moveToStatus(context, {
          issue,
          target: value as JiraStatus,
          known: knownValues(context, issue, writes),
          stepped: (step) => reached.push(step),
        });
      }
    },
    (field) => codecOf(field, context.mapping).jira.fieldId(context.mapping),
  );
  const at = reached.at(-1);
  const write = writes.find(({ field }) => field === 'state');
  if (at === undefined || write === undefined) return { ...status, movedTo: null };
  const refused = status.changes
    .filter(({ outcome }) => outcome === 'refused')
    .map((change) => ({ ...change, from: shorten(at.name) }));
  status.changes = [...stepsTaken(write.change, reached), ...refused];
  if (status.baseline.state === undefined) stoppedAt(at, status, write, base);
  else status.baseline.state = { ...write.base, jira: named(write.base.jira, at) };
  return { ...status, movedTo: at.name };
}

/** Every step is an effect of its own, as Jira's history shows it too. */
function stepsTaken(change: FieldChange, reached: readonly JiraStatus[]): FieldChange[] {
  return reached.map(({ name }, index) => {
    const before = reached[index - 1];
    const from = before === undefined ? change.from : shorten(before.name);
    return { ...change, from, to: shorten(name) };
  });
}

/** The plan knows a status by its id only; the workflow has told its name. */
function named(stamp: Stamp | null, { name }: JiraStatus): Stamp | null {
  return stamp === null ? null : { ...stamp, shown: shorten(name) };
}

/** What the issue has, or was to get, in the mapped fields: for the screens of transitions. */
function knownValues(
  { mapping }: ProjectContext,
  issue: JiraIssue,
  writes: readonly FieldWrite[],
): Record<string, unknown> {
  const known: Record<string, unknown> = {};
  const type = alignTypeOf(mapping, issue.issueTypeId);
  for (const field of type === null ? [] : activeFields(mapping, type)) {
    const { jira } = codecOf(field, mapping);
    const id = jira.fieldId(mapping);
    const write = writes.find((one) => one.field === field);
    const payload = jira.payload(write === undefined ? jira.read(issue, mapping) : write.value);
    if (id !== null && isFilled(payload)) known[id] = payload;
  }
  return known;
}

/** Where the issue stands is the app's own doing; what is known to be refused is the rest of the way. */
function stoppedAt(
  at: JiraStatus,
  status: Applied,
  { base: wanted }: FieldWrite,
  base: FieldBaseline | null,
): void {
  const jira = state.jira.stamp(at);
  status.baseline.state = { jira, align: base?.align ?? null };
  const refusal = status.refused.state;
  if (refusal === undefined || wanted.align === null) return;
  const rest = refusalKey('align', { jira, align: wanted.align }, wanted.jira?.key ?? null);
  status.refused.state = { ...refusal, key: rest };
}
