import type { AlignType } from '../contract/common';
import type { Choice } from './choices';

const named = (...names: string[]): readonly Choice<number>[] =>
  names.map((name, index) => ({ id: index + 1, name }));

const NONE: readonly Choice<number>[] = [];

const PRIORITIES: Readonly<Partial<Record<AlignType, readonly Choice<number>[]>>> = {
  feature: named('Critical', 'High', 'Medium', 'Low'),
  defect: named('Resolve Immediately', 'High Attention', 'Normal', 'Low'),
};

/** The priorities of an Align type, the most urgent first. They are the same on every site. */
export function alignPriorities(type: AlignType): readonly Choice<number>[] {
  return PRIORITIES[type] ?? NONE;
}

/** Names of Jira priorities that are usual, by the Align number that they come nearest to. */
const USUAL: readonly (readonly [RegExp, number])[] = [
  [/^(?:highest|blocker|critical|urgent|p0|p1)$/i, 1],
  [/^(?:high|major|p2)$/i, 2],
  [/^(?:medium|normal|p3)$/i, 3],
  [/^(?:low|lowest|minor|trivial|p4|p5)$/i, 4],
];

/**
 * The Align priority nearest to one of Jira: by its usual name, else by its place among those of the project.
 * @param ranked the project's priorities, the most urgent first
 */
export function nearestPriority(
  { id, name }: Choice<string>,
  ranked: readonly Choice<string>[],
  priorities: readonly Choice<number>[],
): Choice<number> | null {
  const usual = USUAL.find(([pattern]) => pattern.test(name.trim()))?.[1];
  if (usual !== undefined) return priorities[usual - 1] ?? null;
  const place = ranked.findIndex((one) => one.id === id);
  return place < 0
    ? null
    : (priorities[Math.floor((place * priorities.length) / ranked.length)] ?? null);
}
