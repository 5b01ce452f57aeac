import type { Choice } from '../choices';
import { dayIn, daysBetween } from '../day';
import { choice, choiceIn, chosen } from './choice';

/** How far the ends of a sprint and of its iteration may lie apart, as the vendor's own connector suggests. */
const END_DAYS = 3;

/**
 * A sprint of Jira and an iteration of Align. An issue keeps the sprints that it has been in: the open one counts, and
 * a closed one only where there is none.
 */
export const sprint = choice({
  name: 'sprint',
  words: { jira: 'sprint', align: 'iteration' },
  jira: {
    fieldId: ({ jiraFields }) => jiraFields.sprint ?? null,
    read: (raw) => [currentSprint(sprintsIn(raw)) ?? []].flat(),
    // Jira takes the number of one sprint, though it answers with a list, and keeps those that are over by itself.
    payload: ([one]) => (one === undefined || one.closed === true ? null : Number(one.id)),
    emptied: ([current]) => [(current as Current | undefined)?.over ?? []].flat(),
    changeNames: ['Sprint'],
  },
  align: {
    property: 'iterationId',
    read: (item) => chosen(item.more.iterationId),
    unnamed: (id) => `Iteration ${id}`,
  },
  nearest: {
    toAlign: ({ ends }, { align }) =>
      align.filter((iteration) => endTogether(ends, iteration.ends)),
    firstOfSeveral: false,
  },
});

function endTogether(one: string | null | undefined, other: string | null | undefined): boolean {
  return one != null && other != null && daysBetween(one, other) <= END_DAYS;
}

interface Sprint extends Choice<string> {
  readonly state: string;
}

/** Sprints as REST answers them in an issue's sprint field. */
export function sprintsIn(raw: unknown): Sprint[] {
  return (Array.isArray(raw) ? raw : []).flatMap((one: unknown) => {
    const named = choiceIn(one);
    if (named === null) return [];
    const { state, endDate } = one as { state?: unknown; endDate?: unknown };
    const is = typeof state === 'string' ? state.toLowerCase() : '';
    return [{ ...named, state: is, ends: dayIn(endDate), closed: is === 'closed' }];
  });
}

/** A sprint that an issue is in, with the last one before it. */
interface Current extends Choice<string> {
  readonly over: Choice<string> | null;
}

/** The active sprint, else the next, else the last that is over. */
function currentSprint(sprints: readonly Sprint[]): Current | null {
  const over =
    sprints
      .filter(({ closed }) => closed === true)
      .toSorted((a, b) => (a.ends ?? '').localeCompare(b.ends ?? ''))
      .at(-1) ?? null;
  const found =
    sprints.find(({ state }) => state === 'active') ??
    sprints.find(({ closed }) => closed !== true) ??
    over;
  return found === null ? null : { ...found, over };
}
