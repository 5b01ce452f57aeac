import type { FieldName, Side } from '../../../src/contract/common';
import type { ProjectMapping } from '../../../src/contract/mapping';
import type { AuditEntry } from '../../../src/contract/history';
import { ALIGN_TYPES } from '../../../src/domain/align-type';
import { activeFields } from '../../../src/domain/fields';
import type { Pair } from '../../../src/domain/pair';
import type { Parked } from '../../../src/domain/parked';
import { itemKey } from '../ledger';
import type { Item } from '../models/align';
import { ruleOf } from '../../../src/domain/mapping';
import type { Issue } from '../models/jira';
import { PEOPLE } from '../people';
import { STATUSES } from '../shape';
import type { World } from '../world';

/** One pair at the end of a run, with both of its sides as they really are. */
export interface FinalPair {
  pair: Pair;
  issue: Issue | null;
  item: Item | null;
  mapping: ProjectMapping;
  parked: Parked | null;
  entries: AuditEntry[];
  fields: FieldName[];
}

/** The end of a run as the properties look at it. */
export interface Final {
  world: World;
  pairs: FinalPair[];
  parked: Map<string, Parked>;
  byIssue: Map<string, FinalPair>;
  byItem: Map<string, FinalPair>;
}

export function finalOf(world: World): Final {
  const rows = world.store.rows.dump((space) => space.startsWith('entity:'));
  const records = <T>(entity: string) =>
    (rows[`entity:${entity}`] ?? []).map(({ value }) => (value as { record: T }).record);
  const parked = new Map(records<Parked>('parked').map((record) => [record.id, record]));
  const entries = new Map<string, AuditEntry[]>();
  for (const entry of records<AuditEntry>('audit')) {
    entries.set(entry.pairId, [...(entries.get(entry.pairId) ?? []), entry]);
  }
  const pairs = records<Pair>('pair').flatMap((pair): FinalPair[] => {
    const mapping = world.mappings.find(({ projectId }) => projectId === pair.projectId);
    if (mapping === undefined) return [];
    const issue = world.jira.issues.get(pair.issueId) ?? null;
    const item = pair.alignId === null ? null : world.align.get(pair.alignType, pair.alignId);
    return [
      {
        pair,
        issue: issue?.deleted === true ? null : issue,
        item,
        mapping,
        parked: parked.get(`issue-${pair.issueId}`) ?? null,
        entries: (entries.get(pair.issueId) ?? []).sort((a, b) => a.sequence - b.sequence),
        fields: activeFields(mapping, pair.alignType),
      },
    ];
  });
  return {
    world,
    pairs,
    parked,
    byIssue: new Map(pairs.map((final) => [final.pair.issueId, final])),
    byItem: new Map(
      pairs.flatMap((final) =>
        final.pair.alignId === null
          ? []
          : [[itemKey(final.pair.alignType, final.pair.alignId), final] as const],
      ),
    ),
  };
}

export function pairOf(final: Final, side: Side, item: string): FinalPair | undefined {
  return side === 'jira' ? final.byIssue.get(item) : final.byItem.get(item);
}

export function nameOf({ pair }: FinalPair): string {
  return `${pair.issueKey} (${pair.issueId}) = ${pair.alignType}:${String(pair.alignId)}`;
}

/** Whether a field was to go both ways for the whole run. */
export function alwaysBoth(final: Final, { mapping, pair }: FinalPair, field: FieldName): boolean {
  const changed = final.world.ruleChanges.some(({ projectId }) => projectId === pair.projectId);
  return !changed && ruleOf(mapping, pair.alignType, field).direction === 'both';
}

/** A value as text that is alike however a side or the history writes it. */
export function plain(text: string | null | undefined): string {
  const human = PEOPLE.find(({ uid, accountId }) => text === uid || text === accountId);
  return (human?.name ?? text ?? '')
    .split(/[\s,]+/u)
    .sort()
    .join(' ')
    .trim();
}

/** Whether the history's text of a value is that value. A status the app moved to goes by the name of its state. */
export function says(
  { mapping, pair }: FinalPair,
  field: FieldName,
  text: string | null | undefined,
  real: string,
): boolean {
  if (plain(text) === plain(real)) return true;
  if (field !== 'state') return false;
  const state = ALIGN_TYPES[pair.alignType].states.find(({ name }) => name === text);
  const statusId = mapping.states[pair.alignType]?.toJira[String(state?.value)];
  return STATUSES.some(({ id, name }) => id === statusId && name === real);
}
