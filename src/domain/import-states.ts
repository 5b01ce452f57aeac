import type { AlignType } from '../contract/common';
import type {
  AlignStateOption,
  MappingOptions,
  ProjectMapping,
  StatusOption,
} from '../contract/mapping';
import { ALIGN_TYPES } from './align-type';
import { isSameName } from './choices';
import { importNote, noteOf, type Imported } from './import-note';
import type { ConnectorMappings, ConnectorState } from './ports/align-connector';

/** The Align types that the vendor's connector maps states of. */
export const IMPORTED_TYPES = ['feature', 'story'] as const satisfies readonly AlignType[];

/** Takes the states of one Align type over, in both directions. What the connector does not name stays as it is. */
export function importStates(
  draft: ProjectMapping,
  alignType: AlignType,
  mappings: Pick<ConnectorMappings, 'toAlign' | 'toJira'>,
  issueTypes: MappingOptions['issueTypes'],
): Imported {
  const of = (rows: readonly ConnectorState[]) => rows.filter(({ type }) => type === alignType);
  const rows = { toAlign: of(mappings.toAlign), toJira: of(mappings.toJira) };
  const isMapped = draft.types.some((type) => type.alignType === alignType);
  if (!isMapped) return { draft, notes: [importNote('TYPE_NOT_MAPPED', { alignType })] };
  const statuses = statusesOf(draft, alignType, issueTypes);
  const there = matched(rows.toAlign, alignType, statuses);
  const back = matched(rows.toJira, alignType, statuses);
  const count = there.pairs.length + back.pairs.length;
  const toAlign = there.pairs.map(({ status, state }) => [status.id, state.value] as const);
  const first = firstOfEach(back.pairs);
  const toJira = first.map(({ status, state }) => [String(state.value), status.id] as const);
  const before = draft.states[alignType] ?? { toAlign: {}, toJira: {} };
  const after = {
    toAlign: { ...before.toAlign, ...Object.fromEntries(toAlign) },
    toJira: { ...before.toJira, ...Object.fromEntries(toJira) },
  };
  const twice = back.pairs.filter((pair) => !first.some((one) => isSamePair(one, pair)));
  return {
    draft: count === 0 ? draft : { ...draft, states: { ...draft.states, [alignType]: after } },
    notes: [
      importNote(count === 0 ? 'STATES_NONE' : 'STATES_TAKEN', { alignType, count }),
      ...noteOf('STATUSES_GONE', [...there.gone, ...back.gone], { alignType }),
      ...noteOf('STATES_UNKNOWN', [...there.unknown, ...back.unknown], { alignType }),
      ...noteOf(
        'STATES_TWICE',
        twice.map(({ state }) => state.name),
        { alignType },
      ),
    ],
  };
}

interface StatePair {
  readonly status: StatusOption;
  readonly state: AlignStateOption;
}

interface Matched {
  readonly pairs: StatePair[];
  /** Statuses that are not there (any more). */
  readonly gone: string[];
  /** States that are not there. */
  readonly unknown: string[];
}

function matched(
  rows: readonly ConnectorState[],
  alignType: AlignType,
  statuses: readonly StatusOption[],
): Matched {
  const found: Matched = { pairs: [], gone: [], unknown: [] };
  for (const row of rows) {
    const status = statusOf(row, statuses);
    const state = stateOf(row, ALIGN_TYPES[alignType].states);
    if (status === undefined) found.gone.push(row.statusName ?? row.statusId ?? '?');
    if (state === undefined) found.unknown.push(row.stateName ?? String(row.state ?? '?'));
    if (status !== undefined && state !== undefined) found.pairs.push({ status, state });
  }
  return found;
}

/** Two statuses of a site may have one name, so the name only counts where there is no id. */
function statusOf({ statusId, statusName }: ConnectorState, statuses: readonly StatusOption[]) {
  if (statusId !== null) return statuses.find(({ id }) => id === statusId);
  return statuses.find(({ name }) => statusName !== null && isSameName(name, statusName));
}

/** That the numbers are those of the items' own property is not verified, so the name comes first. */
function stateOf({ state, stateName }: ConnectorState, states: readonly AlignStateOption[]) {
  const named = states.find(({ name }) => stateName !== null && isSameName(name, stateName));
  return named ?? states.find(({ value }) => value === state);
}

function firstOfEach(pairs: readonly StatePair[]): StatePair[] {
  return pairs.filter(
    ({ state }, at) => pairs.findIndex((one) => one.state.value === state.value) === at,
  );
}

const isSamePair = (one: StatePair, other: StatePair) =>
  one.state.value === other.state.value && one.status.id === other.status.id;

function statusesOf(
  { types }: ProjectMapping,
  alignType: AlignType,
  issueTypes: MappingOptions['issueTypes'],
): StatusOption[] {
  const ids = types.filter((type) => type.alignType === alignType).map((type) => type.issueTypeId);
  return issueTypes.filter(({ id }) => ids.includes(id)).flatMap((type) => type.statuses);
}
