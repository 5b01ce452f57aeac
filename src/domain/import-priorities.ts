import type { ProjectMapping, ValuePairs } from '../contract/mapping';
import { alignPriorities } from './align-priority';
import { isSameName } from './choices';
import { importNote, noteOf, type Imported } from './import-note';
import type { ConnectorPriority } from './ports/align-connector';

/** As many pairs as a mapping holds, and as long a name. */
const MOST_PAIRS = 200;
const LONGEST_NAME = 255;

/** The Align type whose priorities a connector maps: a story has none, and a mapping has one table for all types. */
const TYPE = 'feature';

/** Takes the priorities over as pairs of names. Pairs of Jira priorities that the connector does not name stay. */
export function importPriorities(
  draft: ProjectMapping,
  priorities: readonly ConnectorPriority[],
): Imported {
  const taken: ValuePairs = [];
  const left: string[] = [];
  for (const row of priorities.filter(({ type }) => type === TYPE)) {
    const jira = row.jiraName?.trim() ?? '';
    const align = alignName(row);
    const isKnown = taken.some((pair) => isSameName(pair.jira, jira));
    if (jira === '' || jira.length > LONGEST_NAME || align === undefined || isKnown) {
      left.push(jira || row.alignName || String(row.alignId ?? '?'));
    } else taken.push({ jira, align });
  }
  const notTaken = noteOf('PRIORITIES_NOT_TAKEN', left);
  if (taken.length === 0) return { draft, notes: notTaken };
  const kept = (draft.values.priority ?? []).filter(
    ({ jira }) => !taken.some((pair) => isSameName(pair.jira, jira)),
  );
  const pairs = [...taken, ...kept].slice(0, MOST_PAIRS);
  return {
    draft: { ...draft, values: { ...draft.values, priority: pairs } },
    notes: [importNote('PRIORITIES_TAKEN', { count: taken.length }), ...notTaken],
  };
}

/** Align's priorities are the same on every site; that a connector numbers them alike is not verified. */
function alignName({ alignId, alignName: name }: ConnectorPriority): string | undefined {
  const known = alignPriorities(TYPE);
  const named = known.find((one) => name !== null && isSameName(one.name, name));
  return (named ?? known.find(({ id }) => id === alignId))?.name;
}
