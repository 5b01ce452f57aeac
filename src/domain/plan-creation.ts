import type { Actor, AlignType, FieldName } from '../contract/common';
import type { ProjectMapping } from '../contract/mapping';
import type { AlignItem } from './align-item';
import { ALIGN_TYPES } from './align-type';
import { activeFields, codecOf } from './fields';
import type { References } from './fields/codec';
import type { JiraIssue } from './issue';
import type { Baseline, FieldBaseline } from './pair';
import { plan, type FieldWrite, type OwnAccounts, type Plan } from './plan';
import type { Stamp } from './stamp';

/** What is needed beside the item that is copied. */
export interface CreationInput {
  mapping: ProjectMapping;
  references: References;
  hintActor: Actor | null;
  own: OwnAccounts;
}

/** An Align item as it is before anything of the issue is written into it. */
export function blankItem(type: AlignType, programId: number | null): AlignItem {
  return {
    type,
    id: 0,
    title: '',
    description: null,
    state: ALIGN_TYPES[type].states.find(({ value }) => value >= 1)?.value ?? 1,
    ownerUid: null,
    tags: [],
    points: null,
    parentId: null,
    programId,
    updated: null,
    updatedBy: null,
    created: null,
    createdBy: null,
    removed: false,
    links: null,
    customFields: {},
    foreignKey: null,
    more: {},
  };
}

/** A Jira issue as it is before anything of the item is written into it. Its status is not known yet. */
export function blankIssue(projectId: string, issueTypeId: string): JiraIssue {
  return {
    id: '',
    key: '',
    projectId,
    issueTypeId,
    updated: new Date(0).toISOString(),
    summary: '',
    description: null,
    status: { id: '', name: '', category: 'undefined' },
    assignee: null,
    labels: [],
    fields: {},
    parentId: null,
    parentTypeId: null,
    creator: null,
    mark: null,
    changes: [],
  };
}

/** A baseline in which only the side that is copied has something new to say. */
export function creationBaseline(
  mapping: ProjectMapping,
  side: 'align' | 'jira',
  issue: JiraIssue,
  item: AlignItem,
): Baseline {
  const baseline: Partial<Record<FieldName, FieldBaseline>> = {};
  for (const field of activeFields(mapping, item.type)) {
    const { jira, align } = codecOf(field, mapping);
    baseline[field] =
      side === 'align'
        ? { jira: null, align: align.stamp(align.read(item), item.type) }
        : { jira: jira.stamp(jira.read(issue, mapping)), align: null };
  }
  return baseline;
}

/** No value has this key: a text that looks like the key of a longer one is hashed. */
const NOT_KNOWN: Stamp = { key: 'sha256:not-known', shown: null };

/**
 * The baseline of an issue that an earlier attempt has made from an item, without a record of what it was made with.
 * Whatever the two differ in, the item is what the issue was made from; but what a person has changed in Jira since
 * counts as changed, and is compared with the item by the field's policy.
 */
export function foundBaseline(
  mapping: ProjectMapping,
  issue: JiraIssue,
  item: AlignItem,
  ownAccountId: string,
): Baseline {
  const byPersons = issue.changes.filter(({ by }) => by?.id !== ownAccountId);
  const edited = activeFields(mapping, item.type).filter((field) => {
    const ids = codecOf(field, mapping).jira.changeIds(mapping);
    return byPersons.some(({ fieldId }) => ids.includes(fieldId));
  });
  return {
    ...creationBaseline(mapping, 'jira', issue, item),
    ...Object.fromEntries(edited.map((field) => [field, { jira: NOT_KNOWN, align: NOT_KNOWN }])),
  };
}

/** A baseline of two items that were both there before they were paired: neither has agreed to anything. */
export function meetingBaseline(mapping: ProjectMapping, type: AlignType): Baseline {
  return Object.fromEntries(
    activeFields(mapping, type).map((field) => [field, { jira: null, align: null }]),
  );
}

/** Plans a new item as the change of a blank one, so that a creation follows the same rules as an edit. */
export function planCreation(
  side: 'align' | 'jira',
  issue: JiraIssue,
  item: AlignItem,
  input: CreationInput,
): Plan {
  const { mapping, references, hintActor, own } = input;
  const baseline = creationBaseline(mapping, side, issue, item);
  return plan({
    pair: { baseline, refused: {}, jiraUpdated: null },
    issue,
    item,
    context: { mapping, alignType: item.type, references },
    hintActor,
    own,
    retryRefused: true,
  });
}

/**
 * The baseline of a new item and what it was made from, both as they are now. What was not written stays to be done,
 * and is compared with what the new item has: a value that its application gave it of its own accord, such as a
 * default assignee, is nobody's change and must not win over the one that could not go across.
 * @param side where the new item is
 * @param written the writes that the item was made with
 */
export function createdBaseline(
  mapping: ProjectMapping,
  side: 'align' | 'jira',
  { issue, item }: { issue: JiraIssue; item: AlignItem },
  planned: Plan,
  written: readonly FieldWrite[],
): Baseline {
  const pending = new Set([
    ...Object.keys(planned.refused),
    ...planned.writes.map(({ field }) => field),
  ]);
  return {
    ...creationBaseline(mapping, side, issue, item),
    ...Object.fromEntries(
      Object.entries(planned.baseline).filter(([field]) => !pending.has(field)),
    ),
    ...Object.fromEntries(written.map(({ field, base }) => [field, base])),
    ...(side === 'align' ? titleGiven(planned, item, mapping) : {}),
  };
}

/**
 * What is known of the title of an item that was found without its creation's answer: it was made with this one, so
 * another title is a person's edit.
 */
export function givenTitle(
  mapping: ProjectMapping,
  { type, title }: { type: AlignType; title: string },
  item: AlignItem,
): Baseline {
  if (item.title === title || !activeFields(mapping, type).includes('title')) return {};
  const { jira, align } = codecOf('title', mapping);
  return { title: { jira: jira.stamp(title), align: align.stamp(title, type) } };
}

/** A new item is given a title whatever the title's direction is, so its own is nobody's edit. */
function titleGiven(
  { baseline: { title }, writes }: Plan,
  item: AlignItem,
  mapping: ProjectMapping,
): Baseline {
  if (title === undefined || writes.some(({ field }) => field === 'title')) return {};
  const { align } = codecOf('title', mapping);
  return { title: { ...title, align: align.stamp(align.read(item), item.type) } };
}
