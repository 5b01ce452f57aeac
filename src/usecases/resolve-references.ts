import type { AlignItem } from '../domain/align-item';
import { ALIGN_TYPES } from '../domain/align-type';
import { activeFields, codecOf } from '../domain/fields';
import type { References } from '../domain/fields/codec';
import type { JiraIssue, JiraPerson } from '../domain/issue';
import type { Baseline } from '../domain/pair';
import { NO_PEOPLE, type PeopleMatches } from '../domain/people-match';
import type { FieldName } from '../contract/common';
import { lookUpChoices } from './look-up-choices';
import { matchPeople } from './match-people';
import type { ProjectContext, SyncContext } from './sync-context';

const NONE: References = {
  people: NO_PEOPLE,
  choices: {},
  alignParentId: null,
  issueParentId: null,
};

/**
 * Looks up the people, parents and choices of the two items on the other side, but only for a field that changed
 * since the baseline: for one that did not, the planner never asks.
 */
export async function resolveReferences(
  context: ProjectContext,
  issue: JiraIssue,
  item: AlignItem,
  baseline: Baseline,
): Promise<References> {
  const active = new Set(activeFields(context.mapping, item.type));
  const changed = (field: FieldName) =>
    active.has(field) && isChanged(field, context, { issue, item, baseline });
  const parent = changed('parent')
    ? {
        alignParentId: await twinOfParentIssue(context, issue.parentId, item),
        issueParentId: await twinOfParentItem(context, item),
      }
    : {};
  return {
    ...NONE,
    people: await peopleOf(context, issue, item, [...active].filter(changed)),
    choices: await lookUpChoices(context, { issue, item }, changed),
    ...parent,
  };
}

/** The people in the fields that hold one. */
function peopleOf(
  context: ProjectContext,
  issue: JiraIssue,
  item: AlignItem,
  changed: readonly FieldName[],
): Promise<PeopleMatches> {
  const codecs = changed
    .map((field) => codecOf(field, context.mapping))
    .filter(({ holdsPerson }) => holdsPerson === true);
  return matchPeople(context, {
    accounts: codecs.map(({ jira }) => jira.read(issue, context.mapping) as JiraPerson | null),
    uids: codecs.map(({ align }) => align.read(item) as string | null),
  });
}

function isChanged(
  field: FieldName,
  { mapping }: ProjectContext,
  { issue, item, baseline }: { issue: JiraIssue; item: AlignItem; baseline: Baseline },
): boolean {
  const { jira, align } = codecOf(field, mapping);
  const base = baseline[field];
  return (
    base?.jira?.key !== jira.stamp(jira.read(issue, mapping)).key ||
    base.align?.key !== align.stamp(align.read(item), item.type).key
  );
}

/** Align id of a parent issue's twin, when that twin has the type a parent of the item must have. */
async function twinOfParentIssue(
  context: SyncContext,
  parentId: string | null,
  item: AlignItem,
): Promise<number | null> {
  if (parentId === null) return null;
  const pair = await context.deps.pairs.byIssue(parentId);
  const wanted = ALIGN_TYPES[item.type].parent;
  return pair?.status === 'paired' && pair.alignType === wanted ? pair.alignId : null;
}

async function twinOfParentItem(context: SyncContext, item: AlignItem): Promise<string | null> {
  const { parent } = ALIGN_TYPES[item.type];
  if (parent === null || item.parentId === null || item.parentId === 0) return null;
  const ref = await context.deps.pairs.alignRef({ type: parent, id: item.parentId });
  return ref?.status === 'paired' ? ref.issueId : null;
}
