import type { AlignType } from '../contract/common';
import type {
  AlignStateOption,
  MappingOptions,
  StateMapping,
  StatusOption,
} from '../contract/mapping';
import { ALIGN_TYPES } from './align-type';

type IssueTypeOption = MappingOptions['issueTypes'][number];

const BY_NAME: ReadonlyMap<string, AlignType> = new Map([
  ['epic', 'feature'],
  ['feature', 'feature'],
  ['story', 'story'],
  ['user story', 'story'],
  ['bug', 'defect'],
  ['defect', 'defect'],
]);

/**
 * The pairing Jira Align's own connector makes: epic to feature, story to story, bug to defect, sub-task to task.
 * Null: no suggestion, the admin decides.
 */
export function suggestAlignType(
  type: Pick<IssueTypeOption, 'name' | 'subtask'>,
): AlignType | null {
  return type.subtask ? 'task' : (BY_NAME.get(type.name.trim().toLowerCase()) ?? null);
}

/** Words in a status name that speak for one Align state rather than for its category's first. */
const HINTS: readonly (readonly [RegExp, RegExp])[] = [
  [/review|dev.?complete|merged/i, /dev complete|pending test/i],
  [/test|qa|verif/i, /test complete|verifying/i],
  [/accept|done|closed|resolved|fixed/i, /accepted|fixed/i],
];

/**
 * States for the statuses of one issue type: by the words of the name, else by the status category.
 * Several statuses may lead to one state; back it leads to the status that fits it best.
 */
export function suggestStates(type: AlignType, statuses: readonly StatusOption[]): StateMapping {
  const { states } = ALIGN_TYPES[type];
  const mapping: StateMapping = { toAlign: {}, toJira: {} };
  for (const status of statuses) {
    const state = byName(status, states) ?? byCategory(type, status);
    if (state !== null) {
      mapping.toAlign[status.id] = state;
      mapping.toJira[String(state)] ??= status.id;
    }
  }
  for (const state of states) {
    const nearest =
      mapping.toJira[String(state.value)] ?? nearestStatus(type, state.value, statuses);
    if (nearest !== null) mapping.toJira[String(state.value)] = nearest;
  }
  return mapping;
}

function byName(status: StatusOption, states: readonly AlignStateOption[]): number | null {
  const same = states.find((s) => s.name.toLowerCase() === status.name.trim().toLowerCase());
  if (same !== undefined) return same.value;
  const words = HINTS.find(([jira]) => jira.test(status.name));
  if (words === undefined || status.category === 'new') return null;
  return states.find((s) => words[1].test(s.name))?.value ?? null;
}

function byCategory(type: AlignType, status: StatusOption): number | null {
  // In every type's list 1 is the first state of work that may begin, and 2 is work that has begun.
  if (status.category === 'new') return 1;
  if (status.category === 'indeterminate') return 2;
  if (status.category === 'done') return ALIGN_TYPES[type].finished[0] ?? null;
  return null;
}

function nearestStatus(
  type: AlignType,
  state: number,
  statuses: readonly StatusOption[],
): string | null {
  const category = ALIGN_TYPES[type].finished.includes(state)
    ? 'done'
    : state <= 1
      ? 'new'
      : 'indeterminate';
  return statuses.find((status) => status.category === category)?.id ?? null;
}
