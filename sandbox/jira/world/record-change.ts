import { isDeepStrictEqual } from 'node:util';
import type { Actor, ChangeItem, FieldValue, Issue } from './model';
import type { FieldDefinition } from './fields/definition';
import { FIELD_KINDS } from './fields/kinds';
import { nextId, type Site } from './site';

/**
 * Writes the history of a change and moves `updated` forward. Two changes of an issue never share
 * a time, so a reader can order them by it.
 */
export function recordChange(site: Site, actor: Actor, issue: Issue, items: ChangeItem[]): number {
  const at = Math.max(site.now(), issue.updated + 1);
  issue.updated = at;
  issue.history.push({
    id: String(nextId(site.state, 'change')),
    authorId: actor.accountId,
    created: at,
    items,
  });
  return at;
}

/** The history items of a field: none when the value stays what it was. */
export function fieldChanges(
  site: Site,
  field: FieldDefinition,
  before: FieldValue,
  after: FieldValue,
): ChangeItem[] {
  if (isDeepStrictEqual(before, after)) return [];
  const kind = FIELD_KINDS[field.kind];
  const custom = field.schema.custom !== undefined;
  const steps = kind.steps?.(before, after) ?? [[before, after]];
  return steps.map(([earlier, later]) => {
    const from = kind.history(earlier ?? null, site.state, field);
    const to = kind.history(later ?? null, site.state, field);
    return {
      field: custom ? field.name : (kind.historyName ?? field.id),
      fieldtype: custom ? 'custom' : 'jira',
      fieldId: field.id,
      from: from.id,
      fromString: from.text,
      to: to.id,
      toString: to.text,
    };
  });
}
