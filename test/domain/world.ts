import fc from 'fast-check';
import type { Actor, FieldName, Side, SystemField } from '../../src/contract/common';
import type { FieldRule, ProjectMapping } from '../../src/contract/mapping';
import { withValues, type AlignItem } from '../../src/domain/align-item';
import { codecOf } from '../../src/domain/fields';
import type { FieldContext } from '../../src/domain/fields/codec';
import type { JiraChange, JiraIssue } from '../../src/domain/issue';
import type { Baseline, FieldBaseline, Pair, Refusal } from '../../src/domain/pair';
import { plan, type Plan, type PlanInput } from '../../src/domain/plan';
import {
  anyAlignType,
  anyMapping,
  anyRule,
  FIELDS,
  JIRA_FIELDS,
  mappingOf,
  POINTS_FIELD,
  STATUSES,
} from './arbitrary-mapping';
import { jiraAnswers } from './arbitrary-custom';
import {
  after,
  anyAlignValues,
  anyJiraValues,
  issueOf,
  itemOf,
  JIRA_CHOICES,
  PEOPLE,
  SPRINTS,
} from './arbitrary-sides';
import { shorten, type Stamp } from '../../src/domain/stamp';
import type { ShownValue } from '../../src/contract/history';
import { anyDirectory, referencesOf, type Directory } from './directory';

/** The app's own account in Align. */
export const OWN_UID = '900';

/** The app's own account in Jira. */
export const OWN_ACCOUNT = 'app-account';

/** Two items, what is stored of them, and everything a plan depends on. */
export interface World {
  mapping: ProjectMapping;
  directory: Directory;
  issue: JiraIssue;
  item: AlignItem;
  pair: Pick<Pair, 'baseline' | 'refused' | 'jiraUpdated' | 'decisions'>;
  /** Seconds since the two sides were created. Every write makes it later. */
  clock: number;
}

export function contextOf({ mapping, directory, issue, item }: World): FieldContext {
  return { mapping, alignType: item.type, references: referencesOf(directory, issue, item) };
}

export function planOf(world: World, options: Partial<PlanInput> = {}): Plan {
  const { pair, issue, item } = world;
  return plan({
    pair,
    issue,
    item,
    context: contextOf(world),
    hintActor: null,
    own: { alignUid: OWN_UID, jiraAccountId: OWN_ACCOUNT },
    retryRefused: false,
    ...options,
  });
}

/** Whether a field already says the same on both sides. */
export function inStep(world: World, field: FieldName): boolean {
  const codec = codecOf(field, world.mapping);
  const { issue, item } = world;
  return codec.equal(
    codec.jira.read(issue, world.mapping),
    codec.align.read(item),
    contextOf(world),
  );
}

/** Key of the value that a side has in a field. */
export function keyOf({ mapping, issue, item }: World, field: FieldName, side: Side): string {
  const { jira, align } = codecOf(field, mapping);
  return side === 'jira'
    ? jira.stamp(jira.read(issue, mapping)).key
    : align.stamp(align.read(item), item.type).key;
}

/** A side's value as history shows it: a choice by its name where that is known, which its stamp does not know. */
export function asShown(
  world: World,
  field: FieldName,
  side: Side,
  value: ShownValue | null,
): ShownValue | null {
  const { named } = codecOf(field, world.mapping);
  if (value === null || side === 'jira' || named === undefined) return value;
  return shorten(named(value.text, contextOf(world)));
}

/** Whether a side has another value than the baseline says. For a baseline that holds no unconfirmed value. */
export function changed(world: World, field: FieldName, side: Side): boolean {
  return world.pair.baseline[field]?.[side]?.key !== keyOf(world, field, side);
}

/** The same world after the app has read back everything that it had written. */
export function confirmed(world: World): World {
  const baseline = Object.fromEntries(
    Object.entries(world.pair.baseline).map(([field, base]) => [
      field,
      base && { jira: withoutMark(base.jira), align: withoutMark(base.align) },
    ]),
  );
  return { ...world, pair: { ...world.pair, baseline } };
}

function withoutMark(stamp: Stamp | null): Stamp | null {
  if (stamp === null) return null;
  const { unconfirmed: _unconfirmed, ...rest } = stamp;
  return rest;
}

/** A mapping that names the field in which every generated issue has its points. */
const WITH_POINTS = mappingOf('story');

/** What both sides have now, as a baseline. */
export function baselineOf(
  issue: JiraIssue,
  item: AlignItem,
): Readonly<Record<SystemField, FieldBaseline>> & Readonly<Record<FieldName, FieldBaseline>> {
  const entries = FIELDS.map((field) => {
    const { jira, align } = codecOf(field, WITH_POINTS);
    const base: FieldBaseline = {
      jira: jira.stamp(jira.read(issue, WITH_POINTS)),
      align: align.stamp(align.read(item), item.type),
    };
    return [field, base];
  });
  return Object.fromEntries(entries) as Record<SystemField, FieldBaseline>;
}

/** Which writes the sides refuse. */
export type Refuses = (field: FieldName, to: Side) => boolean;

const takesAll: Refuses = () => false;

/** The person who makes the edits in Jira. */
export const EDITOR: Actor = { side: 'jira', id: 'account-ana', name: 'Name of ana' };

/** Jira's account of the app. */
const APP: Actor = { side: 'jira', id: OWN_ACCOUNT, name: 'Align Connector' };

/** What Jira and Align make of a plan's writes, and what is stored of it. */
export function carryOut(world: World, planned: Plan, refuses: Refuses = takesAll): World {
  let { issue, item, clock } = world;
  const jiraUpdated = issue.updated;
  const baseline: Partial<Record<FieldName, FieldBaseline>> = { ...planned.baseline };
  const refused: Partial<Record<FieldName, Refusal>> = { ...planned.refused };
  for (const { field, to, value, base, key } of planned.writes) {
    if (refuses(field, to)) {
      refused[field] = { key, by: to, code: 'REFUSED', message: 'No.', remedy: 'Ask.' };
      continue;
    }
    baseline[field] = base;
    clock += 1;
    const at = after(clock);
    const codec = codecOf(field, world.mapping);
    if (to === 'align') {
      item = { ...alignTakes(item, codec.align.property, value), updated: at, updatedBy: OWN_UID };
    } else {
      const fieldId = codec.jira.fieldId(world.mapping) ?? '';
      const changes = [{ fieldId, at, by: APP, to: 'written' }, ...issue.changes];
      issue = {
        ...issue,
        ...jiraTakes(issue, fieldId, codec.jira.payload(value)),
        updated: at,
        changes,
      };
    }
  }
  return { ...world, issue, item, clock, pair: { baseline, refused, jiraUpdated } };
}

/** Somebody changes something on each side that is not mapped, such as a comment. */
export function touched(world: World): World {
  const jiraAt = after(world.clock + 60);
  const alignAt = after(world.clock + 120);
  return {
    ...world,
    issue: { ...world.issue, updated: jiraAt },
    item: { ...world.item, updated: alignAt, updatedBy: '41' },
    clock: world.clock + 120,
  };
}

/** One whole reconcile. */
export function reconciled(world: World, refuses: Refuses = takesAll): World {
  return carryOut(world, planOf(world), refuses);
}

/** An issue's field after Jira has taken a REST value for it. */
function jiraTakes(issue: JiraIssue, fieldId: string, payload: unknown): Partial<JiraIssue> {
  const id = (payload as { id?: string } | null)?.id ?? null;
  switch (fieldId) {
    case 'summary':
      return { summary: payload as string };
    case 'description':
      return { description: payload };
    case 'status': {
      const status = STATUSES.find((one) => one.id === id);
      if (status === undefined) throw new Error(`The workflow has no status ${id}.`);
      return { status };
    }
    case 'assignee': {
      const accountId = (payload as { accountId: string } | null)?.accountId;
      return { assignee: PEOPLE.find((person) => person.accountId === accountId) ?? null };
    }
    case 'labels':
      return { labels: payload as string[] };
    case 'parent':
      return { parentId: id };
    default:
      return { fields: { ...issue.fields, [fieldId]: jiraKeeps(issue, fieldId, payload) } };
  }
}

/** What REST answers of a field after it has taken a value for it. */
function jiraKeeps(issue: JiraIssue, fieldId: string, payload: unknown): unknown {
  const id = String((payload as { id?: string } | null)?.id ?? payload);
  switch (fieldId) {
    case 'reporter': {
      const accountId = (payload as { accountId: string } | null)?.accountId;
      const person = PEOPLE.find((one) => one.accountId === accountId);
      return person === undefined ? null : { accountId, displayName: person.name };
    }
    case 'priority':
      return JIRA_CHOICES.priority.find((one) => one.id === id) ?? null;
    case 'fixVersions': {
      const ids = (payload as { id: string }[]).map((one) => one.id);
      return JIRA_CHOICES.fixVersion.filter((one) => ids.includes(one.id));
    }
    case JIRA_FIELDS.increment: {
      const option = JIRA_CHOICES.increment.find((one) => one.id === id);
      return option === undefined ? null : { id, value: option.name };
    }
    case JIRA_FIELDS.team:
      return JIRA_CHOICES.team.find((one) => one.id === payload) ?? null;
    case JIRA_FIELDS.sprint: {
      const held = (issue.fields[fieldId] as typeof SPRINTS | null) ?? [];
      const closed = held.filter(({ state }) => state === 'closed');
      const open = SPRINTS.filter((one) => payload !== null && one.id === String(payload));
      if (open.some(({ state }) => state === 'closed')) throw new Error('The sprint is closed.');
      return [...closed, ...open];
    }
    case POINTS_FIELD:
    case 'duedate':
    case JIRA_FIELDS.startDate:
    case JIRA_FIELDS.targetDate:
    case JIRA_FIELDS.acceptedDate:
    case JIRA_FIELDS.blocked:
    case JIRA_FIELDS.blockedReason:
      return payload;
    default:
      if (fieldId.startsWith('customfield_2000')) return jiraAnswers(payload);
      throw new Error(`Jira has no field "${fieldId}".`);
  }
}

/** An item's property after Align has taken a value for it. */
function alignTakes(item: AlignItem, property: string, value: unknown): AlignItem {
  if (!property.startsWith('custom:')) return withValues(item, { [property]: value });
  const name = property.slice('custom:'.length);
  const position = item.customFields[name]?.position ?? 0;
  const values = value === null || value === '' ? [] : [value].flat();
  return { ...item, customFields: { ...item.customFields, [name]: { position, values } } };
}

type Kept = 'same' | 'other' | 'none';

/** Any two sides with any baseline: settled, out of date on one side or both, half missing, missing. */
export function anyWorld(rule: fc.Arbitrary<FieldRule> = anyRule): fc.Arbitrary<World> {
  return anyAlignType.chain((type) =>
    fc
      .record({
        mapping: anyMapping(type, rule),
        directory: anyDirectory,
        jira: anyJiraValues,
        align: anyAlignValues(type),
        jiraBefore: anyJiraValues,
        alignBefore: anyAlignValues(type),
        kept: fc.tuple(...FIELDS.map(() => fc.option(anyKept, { freq: 6 }))),
        jiraAt: fc.nat(1000),
        editedAt: fc.tuple(...FIELDS.map(() => fc.option(fc.nat(1000)))),
        alignAt: fc.option(fc.nat(1000)),
        updatedBy: fc.constantFrom(null, '41', OWN_UID),
      })
      .map(({ mapping, directory, kept, ...sides }) => {
        const issue = issueOf(sides.jira, {
          updated: after(sides.jiraAt),
          changes: changelog(mapping, sides.editedAt, sides.jiraAt),
        });
        const { alignAt, updatedBy } = sides;
        const updated = alignAt === null ? null : after(alignAt);
        const item = itemOf(type, sides.align, { updated, updatedBy });
        const now = baselineOf(issue, item);
        const before = baselineOf(issueOf(sides.jiraBefore), itemOf(type, sides.alignBefore));
        const baseline = Object.fromEntries(
          FIELDS.flatMap((field, i) => {
            const keep = kept[i];
            const [present, past] = [now[field], before[field]];
            const isKept = keep != null && present !== undefined && past !== undefined;
            return isKept ? [[field, keptOf(keep, present, past)]] : [];
          }),
        ) as Baseline;
        const pair = { baseline, refused: {}, jiraUpdated: null };
        return { mapping, directory, issue, item, pair, clock: 1000 };
      }),
  );
}

/** Newest first, and none later than the issue's last change. */
function changelog(
  mapping: ProjectMapping,
  editedAt: readonly (number | null)[],
  latest: number,
): JiraChange[] {
  return FIELDS.flatMap((field, i) => {
    const seconds = editedAt[i];
    const fieldId = codecOf(field, mapping).jira.changeIds(mapping)[0];
    if (seconds == null || fieldId === undefined) return [];
    return [{ fieldId, at: after(Math.min(seconds, latest)), by: EDITOR, to: 'edited' }];
  }).sort((one, other) => other.at.localeCompare(one.at));
}

const anySideKept: fc.Arbitrary<Kept> = fc.constantFrom('same', 'same', 'other', 'other', 'none');
const anyKept = fc.record({ jira: anySideKept, align: anySideKept, unconfirmed: fc.boolean() });

function keptOf(
  kept: { jira: Kept; align: Kept; unconfirmed: boolean },
  now: FieldBaseline,
  before: FieldBaseline,
): FieldBaseline {
  const stampOf = (side: Side) => {
    const stamp = kept[side] === 'none' ? null : kept[side] === 'same' ? now[side] : before[side];
    return stamp === null || !kept.unconfirmed ? stamp : { ...stamp, unconfirmed: true };
  };
  return { jira: stampOf('jira'), align: stampOf('align') };
}
