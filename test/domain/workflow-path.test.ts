/**
 * Guarantee: an issue is moved along the shortest way that the workflow has, the same one whatever the order in which
 * it was learnt. On its way to a status that is not done it never passes through one that is, and none is passed twice.
 */
import fc from 'fast-check';
import type { JiraStatus } from '../../src/domain/issue';
import { learn, UNKNOWN_WORKFLOW, type KnownWorkflow } from '../../src/domain/workflow';
import {
  MOST_STEPS,
  shortestPath,
  worthLookingAt,
  type Journey,
} from '../../src/domain/workflow-path';
import { runs } from './property-runs';

const AT = '2026-11-01T08:00:00.000Z';
const CATEGORIES: JiraStatus['category'][] = ['new', 'indeterminate', 'done', 'undefined'];

interface Case {
  statuses: JiraStatus[];
  edges: (readonly [number, number])[];
  journey: Journey;
}

const anyCase: fc.Arbitrary<Case> = fc
  .record({
    categories: fc.array(fc.constantFrom(...CATEGORIES), { minLength: 3, maxLength: 9 }),
    density: fc.integer({ min: 1, max: 4 }),
    draws: fc.array(fc.nat(99), { minLength: 81, maxLength: 81 }),
    mapped: fc.subarray(['1', '2', '3', '4', '5']),
    visited: fc.subarray(['5', '6']),
    mayReopen: fc.boolean(),
  })
  .map(({ categories, density, draws, mapped, visited, mayReopen }) => {
    const statuses = categories.map((category, i): JiraStatus => ({
      id: String(i),
      name: `Status ${i}`,
      category,
    }));
    const edges = statuses.flatMap((_, from) =>
      statuses.flatMap((__, to) =>
        from !== to && (draws[from * 9 + to] ?? 0) < density * 12 ? [[from, to] as const] : [],
      ),
    );
    const journey: Journey = {
      from: statuses[0] as JiraStatus,
      to: String(statuses.length - 1),
      mapped: new Set(mapped),
      mayReopen,
      visited: new Set(visited.filter((id) => id !== String(statuses.length - 1))),
    };
    return { statuses, edges, journey };
  });

function workflowOf(statuses: JiraStatus[], edges: Case['edges'], order = statuses): KnownWorkflow {
  return order.reduce(
    (known, from) =>
      learn(
        known,
        from,
        edges.filter(([f]) => String(f) === from.id).map(([, t]) => statuses[t] as JiraStatus),
        AT,
      ),
    UNKNOWN_WORKFLOW,
  );
}

/** Every way without a repeated status that the rules allow, found by trying all of them. */
function allWays({ statuses, edges, journey }: Case): string[][] {
  const category = (id: string) => statuses.find((status) => status.id === id)?.category;
  const targetIsDone = category(journey.to) === 'done';
  const allowed = (id: string) => {
    if (id === journey.to) return true;
    if (journey.visited.has(id)) return false;
    if (category(id) === 'done') return targetIsDone;
    return journey.mayReopen || journey.from.category !== 'done';
  };
  const found: string[][] = [];
  const go = (at: string, path: string[]) => {
    if (at === journey.to) {
      found.push(path);
      return;
    }
    if (path.length === MOST_STEPS) return;
    for (const [from, to] of edges) {
      const next = String(to);
      const isNew = next !== journey.from.id && !path.includes(next);
      if (String(from) === at && isNew && allowed(next)) go(next, [...path, next]);
    }
  };
  go(journey.from.id, []);
  return found;
}

test('the way is one that the workflow has and the rules allow, and none is shorter', () => {
  fc.assert(
    fc.property(anyCase, (one) => {
      const path = shortestPath(workflowOf(one.statuses, one.edges), one.journey);
      const ways = allWays(one);
      if (path === null) expect(ways).toEqual([]);
      else {
        expect(ways).toContainEqual(path);
        expect(path.length).toBe(Math.min(...ways.map(({ length }) => length)));
      }
    }),
    { numRuns: Math.max(runs.numRuns, 300) },
  );
});

test('the way does not depend on the order in which the workflow was learnt', () => {
  const shuffled = anyCase.chain((one) =>
    fc.record({
      one: fc.constant(one),
      order: fc.shuffledSubarray(one.statuses, { minLength: one.statuses.length }),
      edges: fc.shuffledSubarray(one.edges, { minLength: one.edges.length }),
    }),
  );
  fc.assert(
    fc.property(shuffled, ({ one, order, edges }) => {
      const other = workflowOf(one.statuses, edges, order);
      const workflow = workflowOf(one.statuses, one.edges);
      expect(shortestPath(other, one.journey)).toEqual(shortestPath(workflow, one.journey));
    }),
    runs,
  );
});

test('of the shortest ways it goes through the statuses that the mapping names, as many as there can be', () => {
  fc.assert(
    fc.property(anyCase, (one) => {
      // With the categories all alike nothing but the mapping tells two ways apart.
      const statuses = one.statuses.map((status) => ({ ...status, category: 'new' as const }));
      const from = statuses[0] as JiraStatus;
      const alike = { ...one, statuses, journey: { ...one.journey, from } };
      const path = shortestPath(workflowOf(statuses, one.edges), alike.journey);
      if (path === null) return;
      const named = (way: readonly string[]) =>
        way.slice(0, -1).filter((id) => one.journey.mapped.has(id)).length;
      const shortest = allWays(alike).filter(({ length }) => length === path.length);
      expect(named(path)).toBe(Math.max(...shortest.map(named)));
    }),
    runs,
  );
});

test('a status whose category lies between is preferred to one that lies elsewhere', () => {
  const status = (id: string, category: JiraStatus['category']) => ({ id, name: id, category });
  const [open, back, review, done] = [
    status('open', 'indeterminate'),
    status('a-back', 'new'),
    status('review', 'indeterminate'),
    status('done', 'done'),
  ];
  let workflow = learn(UNKNOWN_WORKFLOW, open, [back, review], AT);
  workflow = learn(workflow, back, [done], AT);
  workflow = learn(workflow, review, [done], AT);
  const journey = { from: open, to: 'done', mayReopen: true, visited: new Set<string>() };
  expect(shortestPath(workflow, { ...journey, mapped: new Set() })).toEqual(['review', 'done']);
  const mapped = new Set(['a-back']);
  expect(shortestPath(workflow, { ...journey, mapped })).toEqual(['a-back', 'done']);
});

test('looking at the statuses that are worth it finds the shortest way, and comes to an end', () => {
  fc.assert(
    fc.property(anyCase, ({ statuses, edges, journey }) => {
      const whole = workflowOf(statuses, edges);
      let known = learn(
        UNKNOWN_WORKFLOW,
        journey.from,
        edges.filter(([f]) => f === 0).map(([, t]) => statuses[t] as JiraStatus),
        AT,
      );
      let looked = 0;
      for (;;) {
        const next = worthLookingAt(known, journey, AT);
        if (next === null) break;
        const from = statuses[Number(next)] as JiraStatus;
        const to = edges.filter(([f]) => String(f) === next).map(([, t]) => statuses[t]);
        known = learn(known, from, to as JiraStatus[], AT);
        looked += 1;
        expect(looked).toBeLessThan(statuses.length);
      }
      expect(shortestPath(known, journey)?.length).toBe(shortestPath(whole, journey)?.length);
    }),
    { numRuns: Math.max(runs.numRuns, 300) },
  );
});

test('nothing is worth looking at when the target is one step away', () => {
  fc.assert(
    fc.property(anyCase, ({ statuses, journey }) => {
      const target = statuses[statuses.length - 1] as JiraStatus;
      const known = learn(UNKNOWN_WORKFLOW, journey.from, statuses, AT);
      expect(shortestPath(known, journey)).toEqual([target.id]);
      expect(worthLookingAt(known, journey, AT)).toBeNull();
    }),
    runs,
  );
});
