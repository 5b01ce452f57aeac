import type { FieldName, SystemField } from '../contract/common';
import type { AlignItem } from '../domain/align-item';
import type { Choice, ChoiceLists, FieldChoices } from '../domain/choices';
import { codecOf } from '../domain/fields';
import { choiceIn } from '../domain/fields/choice';
import { sprintsIn } from '../domain/fields/sprint';
import type { JiraIssue } from '../domain/issue';
import { programOf, ruleOf } from '../domain/mapping';
import { NO_PEOPLE } from '../domain/people-match';
import type { AlignChoiceKind } from '../domain/ports/align';
import type { ProjectContext } from './sync-context';

/** Where the two lists of a field come from. */
interface Source {
  /** Null: the same on every site. */
  readonly align: AlignChoiceKind | null;
  /** On the issue type's screen, or only in the issues that have one. */
  readonly jira: 'screen' | 'issues';
  read(raw: unknown): readonly Choice<string>[];
}

const one = (raw: unknown) => [choiceIn(raw) ?? []].flat();
const many = (raw: unknown) => (Array.isArray(raw) ? raw : []).flatMap(one);

const SOURCES: Readonly<Partial<Record<SystemField, Source>>> = {
  priority: { align: null, jira: 'screen', read: one },
  increment: { align: 'increment', jira: 'screen', read: one },
  fixVersion: { align: 'vehicle', jira: 'screen', read: many },
  sprint: { align: 'iteration', jira: 'issues', read: sprintsIn },
  team: { align: 'team', jira: 'issues', read: one },
};

interface Sides {
  readonly issue: JiraIssue;
  readonly item: AlignItem;
}

/**
 * What the fields of choices can hold on both sides, for those that changed. Nothing is asked for a field that is
 * empty on both, nor of Jira where only Jira's own value goes across.
 * @param changed whether the field is kept in step and has changed
 */
export async function lookUpChoices(
  context: ProjectContext,
  sides: Sides,
  changed: (field: FieldName) => boolean,
): Promise<FieldChoices> {
  const found: Partial<Record<SystemField, ChoiceLists>> = {};
  for (const [name, source] of Object.entries(SOURCES)) {
    const field = name as SystemField;
    if (changed(field)) found[field] = await lists(context, sides, field, source);
  }
  return found;
}

async function lists(
  context: ProjectContext,
  sides: Sides,
  field: SystemField,
  source: Source,
): Promise<ChoiceLists> {
  const { mapping } = context;
  const { issue, item } = sides;
  const codec = codecOf(field, mapping);
  const fieldId = codec.jira.fieldId(mapping) ?? '';
  const seen = source.read(issue.fields[fieldId]);
  const emptyInAlign = codec.align.stamp(codec.align.read(item), item.type).key === '';
  if (seen.length === 0 && emptyInAlign) return { jira: [], align: [] };
  const align = source.align === null ? [] : await alignList(context, item, source.align);
  const known = { jira: seen, align };
  const goesToJira = ruleOf(mapping, item.type, field).direction !== 'to-align' && !emptyInAlign;
  // Where a priority has no usual name, its place among the others tells what it comes nearest to.
  const byPlace =
    source.align === null &&
    !codec.toAlign(codec.jira.read(issue, mapping), null, {
      mapping,
      alignType: item.type,
      references: {
        people: NO_PEOPLE,
        choices: { [field]: known },
        alignParentId: null,
        issueParentId: null,
      },
    }).ok;
  if (!goesToJira && !byPlace) return known;
  const offered =
    source.jira === 'screen'
      ? ((await context.deps.jira.screenChoices(issue)).get(fieldId) ?? [])
      : (await context.deps.jira.valuesInUse(mapping.projectId, fieldId)).flatMap(source.read);
  return { jira: eachOnce([...offered, ...seen]), align };
}

/** Teams often give their iterations the same names: those of the item's own team come before all others. */
async function alignList(
  { align, mapping }: ProjectContext,
  item: AlignItem,
  kind: AlignChoiceKind,
): Promise<readonly Choice<number>[]> {
  const all = await align.listChoices(kind, programOf(mapping, item));
  const { teamId, iterationId } = item.more;
  if (kind !== 'iteration' || teamId == null) return all;
  const own = all.filter((choice) => choice.teamId === teamId || choice.id === iterationId);
  return own.some((choice) => choice.teamId === teamId) ? own : all;
}

function eachOnce(choices: readonly Choice<string>[]): Choice<string>[] {
  return [...new Map(choices.map((choice) => [choice.id, choice])).values()];
}
