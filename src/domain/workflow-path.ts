import type { JiraStatus } from './issue';
import { isKnown, type KnownWorkflow } from './workflow';

/** More steps than this are nobody's idea of following a change. */
export const MOST_STEPS = 6;

/** Where an issue is to go, and what the mapping thinks of the statuses between. */
export interface Journey {
  readonly from: JiraStatus;
  /** Status id. */
  readonly to: string;
  /** Ids of the statuses that the mapping names. */
  readonly mapped: ReadonlySet<string>;
  /** Whether an issue that is done may be moved back to work on its way. */
  readonly mayReopen: boolean;
  /** Statuses that the issue has been in on this journey. */
  readonly visited: ReadonlySet<string>;
}

/** A way to one status, and how far the statuses between are from what a person would choose. */
interface Way {
  readonly path: readonly string[];
  readonly strangeness: number;
}

/**
 * The shortest way through what is known of a workflow: status ids, the target last. Of several, the one through
 * statuses that the mapping names, then through those whose category lies between; the choice never depends on the
 * order in which they were learnt. A way to a status that is not done never passes through one that is.
 * @returns null when no way of at most `MOST_STEPS` is known
 */
export function shortestPath(workflow: KnownWorkflow, journey: Journey): readonly string[] | null {
  for (const layer of layersOf(workflow, journey)) {
    const way = layer.get(journey.to);
    if (way !== undefined) return way.path;
  }
  return null;
}

/**
 * The status to look at next, because the ways out of it are not known and could make the way shorter, or there is none
 * yet. Null: there is nothing more to find out.
 */
export function worthLookingAt(
  workflow: KnownWorkflow,
  journey: Journey,
  now: string,
): string | null {
  const steps = shortestPath(workflow, journey)?.length ?? MOST_STEPS + 1;
  for (const [index, layer] of layersOf(workflow, journey).entries()) {
    // The statuses of the first layer are one step away, so that a way through them takes two at least.
    if (index + 2 >= steps) return null;
    const unknown = [...layer]
      .filter(([id]) => !isKnown(workflow, id, now))
      .sort(([, one], [, other]) => byPreference(one, other));
    if (unknown[0] !== undefined) return unknown[0][0];
  }
  return null;
}

/** The statuses that are one step away, two, and so on, each with the best way to it. */
function layersOf(workflow: KnownWorkflow, journey: Journey): Map<string, Way>[] {
  const layers: Map<string, Way>[] = [];
  const seen = new Set([...journey.visited, journey.from.id]);
  let last = new Map<string, Way>([[journey.from.id, { path: [], strangeness: 0 }]]);
  while (last.size > 0 && !last.has(journey.to) && layers.length < MOST_STEPS) {
    const next = new Map<string, Way>();
    for (const [id, way] of last) {
      for (const to of workflow.ways[id]?.to ?? []) {
        if (seen.has(to) || !mayPass(workflow, journey, to)) continue;
        const strangeness = way.strangeness + strangenessOf(workflow, journey, to);
        const longer: Way = { path: [...way.path, to], strangeness };
        const known = next.get(to);
        if (known === undefined || byPreference(longer, known) < 0) next.set(to, longer);
      }
    }
    for (const id of next.keys()) seen.add(id);
    layers.push(next);
    last = next;
  }
  return layers;
}

function mayPass({ statuses }: KnownWorkflow, journey: Journey, id: string): boolean {
  if (id === journey.to) return true;
  const isDone = (one: string) => statuses[one]?.category === 'done';
  // A target that was never seen may be anything: no way to it is known, and looking moves nothing.
  if (isDone(id)) return isDone(journey.to) || !(journey.to in statuses);
  return journey.mayReopen || journey.from.category !== 'done';
}

const ORDER = ['new', 'indeterminate', 'done'] as const;

function strangenessOf({ statuses }: KnownWorkflow, journey: Journey, id: string): number {
  if (id === journey.to || journey.mapped.has(id)) return 0;
  const place = (category: JiraStatus['category'] | undefined) =>
    ORDER.findIndex((one) => one === category);
  const [from, to] = [place(journey.from.category), place(statuses[journey.to]?.category)];
  const here = place(statuses[id]?.category);
  const isBetween = here >= 0 && Math.min(from, to) <= here && here <= Math.max(from, to);
  return isBetween ? 1 : 2;
}

function byPreference(one: Way, other: Way): number {
  const difference = one.strangeness - other.strangeness;
  if (difference !== 0) return difference;
  const [a, b] = [one.path.join(), other.path.join()];
  return a < b ? -1 : a > b ? 1 : 0;
}
