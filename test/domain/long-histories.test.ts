/**
 * Guarantee: over any sequence of edits, refusals, new mappings and newly known people the two sides come to rest
 * after each reconcile, the state never flaps, and no edit vanishes: a value that is gone from the side it was made
 * on stands in the history.
 */
import fc from 'fast-check';
import type { FieldName, Side } from '../../src/contract/common';
import type { FieldChange } from '../../src/contract/history';
import { activeFields } from '../../src/domain/fields';
import type { JiraChange, JiraIssue } from '../../src/domain/issue';
import type { Plan } from '../../src/domain/plan';
import { anyAlignType, anyMapping, FIELDS } from './arbitrary-mapping';
import {
  after,
  anyAlignValues,
  anyJiraValues,
  issueOf,
  itemOf,
  type AlignValues,
  type JiraValues,
} from './arbitrary-sides';
import { anyDirectory, type Directory } from './directory';
import { asShown, baselineOf, carryOut, EDITOR, keyOf, planOf, touched, type World } from './world';
import { runs } from './property-runs';

type Step =
  | { kind: 'edit-jira'; values: Partial<JiraValues> }
  | { kind: 'edit-align'; values: Partial<AlignValues> }
  | { kind: 'new-mapping'; mapping: World['mapping'] }
  | { kind: 'new-directory'; directory: Directory }
  | { kind: 'something-else-changes' }
  | { kind: 'reconcile'; refused: FieldName[]; retryRefused: boolean };

/** Some of the values, so that an edit leaves other fields alone. */
function some<T extends object>(values: fc.Arbitrary<T>): fc.Arbitrary<Partial<T>> {
  return values.chain((all) =>
    fc
      .subarray(Object.keys(all) as (keyof T)[], { minLength: 1, maxLength: 3 })
      .map((keys) => Object.fromEntries(keys.map((key) => [key, all[key]])) as Partial<T>),
  );
}

const anyStory = anyAlignType.chain((type) => {
  const step: fc.Arbitrary<Step> = fc.oneof(
    { weight: 4, arbitrary: some(anyJiraValues).map((values) => ({ kind: 'edit-jira', values })) },
    {
      weight: 4,
      arbitrary: some(anyAlignValues(type)).map((values) => ({ kind: 'edit-align', values })),
    },
    { weight: 1, arbitrary: anyMapping(type).map((mapping) => ({ kind: 'new-mapping', mapping })) },
    {
      weight: 1,
      arbitrary: anyDirectory.map((directory) => ({ kind: 'new-directory', directory })),
    },
    { weight: 1, arbitrary: fc.constant({ kind: 'something-else-changes' as const }) },
    {
      weight: 5,
      arbitrary: fc.record({
        kind: fc.constant('reconcile' as const),
        refused: fc.subarray([...FIELDS], { maxLength: 2 }),
        retryRefused: fc.boolean(),
      }),
    },
  ) as fc.Arbitrary<Step>;
  return fc.record({
    mapping: anyMapping(type),
    directory: anyDirectory,
    issue: anyJiraValues.map((values) => issueOf(values)),
    item: anyAlignValues(type).map((values) => itemOf(type, values)),
    steps: fc.array(step, { minLength: 4, maxLength: 20 }),
  });
});

function begin({ mapping, directory, issue, item }: Omit<World, 'pair' | 'clock'>): World {
  const pair = { baseline: {}, refused: {}, jiraUpdated: null };
  return { mapping, directory, issue, item, pair, clock: 0 };
}

/** What Jira's changelog says of an edit. */
function editsOf(issue: JiraIssue, values: Partial<JiraValues>, at: string): JiraChange[] {
  const { fields = {}, parentId, summary, ...named } = values;
  const ids = [
    ...Object.keys(named),
    ...(parentId === undefined ? [] : ['parent']),
    ...(summary === undefined ? [] : ['summary']),
    ...Object.keys(fields).filter((id) => fields[id] !== issue.fields[id]),
  ];
  return ids.map((fieldId) => ({ fieldId, at, by: EDITOR, to: 'edited' }));
}

function afterStep(world: World, step: Exclude<Step, { kind: 'reconcile' }>): World {
  const clock = world.clock + 10;
  switch (step.kind) {
    case 'edit-jira':
      return {
        ...world,
        issue: {
          ...world.issue,
          ...step.values,
          updated: after(clock),
          changes: [...editsOf(world.issue, step.values, after(clock)), ...world.issue.changes],
        },
        clock,
      };
    case 'edit-align':
      return {
        ...world,
        item: { ...world.item, ...step.values, updated: after(clock), updatedBy: '41' },
        clock,
      };
    case 'new-mapping':
      return { ...world, mapping: step.mapping };
    case 'new-directory':
      return { ...world, directory: step.directory };
    case 'something-else-changes':
      return touched(world);
  }
}

interface Run {
  before: World;
  after: World;
  plan: Plan;
  refused: FieldName[];
}

/** Plays a story and hands every reconcile in it to the check. */
function play(story: Omit<World, 'pair' | 'clock'> & { steps: Step[] }, check: (run: Run) => void) {
  let world = begin(story);
  for (const step of story.steps) {
    if (step.kind !== 'reconcile') {
      world = afterStep(world, step);
      continue;
    }
    const { refused, retryRefused } = step;
    const plan = planOf(world, { retryRefused });
    const next = carryOut(world, plan, (field) => refused.includes(field));
    check({ before: world, after: next, plan, refused });
    world = next;
  }
}

test('every reconcile comes to rest', () => {
  fc.assert(
    fc.property(anyStory, (story) => {
      play(story, ({ after: settled }) => {
        const next = planOf(settled);
        expect(next.writes).toEqual([]);
        expect(next.changes).toEqual([]);
      });
    }),
    runs,
  );
});

test('a status or a state is moved only after somebody moved the other, or it was mapped anew', () => {
  fc.assert(
    fc.property(anyStory, (story) => {
      let moved = true;
      let last = begin(story);
      play(story, ({ before, after: settled, plan, refused }) => {
        const same = (side: Side) => keyOf(before, 'state', side) === keyOf(last, 'state', side);
        const sameMapping = before.mapping === last.mapping;
        const tried = plan.writes.some(({ field }) => field === 'state');
        if (same('jira') && same('align') && sameMapping && !moved) expect(tried).toBe(false);
        // A write that was refused may be tried again.
        moved = 'state' in settled.pair.refused || refused.includes('state');
        last = settled;
      });
    }),
    runs,
  );
});

test('a value that a reconcile replaces stands in its history', () => {
  const shows = (changes: readonly FieldChange[], field: FieldName, text: string | undefined) =>
    changes.some((c) => c.field === field && (c.from?.text === text || c.to?.text === text));
  fc.assert(
    fc.property(anyStory, (story) => {
      play(story, ({ before, after: settled, plan, refused }) => {
        const written = plan.writes.filter(({ field }) => !refused.includes(field));
        const history = [...plan.changes, ...written.map(({ change }) => change)];
        const was = baselineOf(before.issue, before.item);
        for (const field of FIELDS) {
          for (const side of ['jira', 'align'] as const) {
            if (keyOf(before, field, side) === keyOf(settled, field, side)) continue;
            expect(activeFields(before.mapping, before.item.type)).toContain(field);
            const had = asShown(before, field, side, was[field]?.[side]?.shown ?? null);
            expect(shows(history, field, had?.text)).toBe(true);
          }
        }
      });
    }),
    runs,
  );
});

test('what a side had refused is not sent again, however often the pair is looked at', () => {
  fc.assert(
    fc.property(anyStory, (story) => {
      play(story, ({ after: settled, refused }) => {
        let world = settled;
        for (let look = 0; look < 3; look += 1) {
          world = touched(world);
          const next = planOf(world);
          expect(next.writes).toEqual([]);
          world = carryOut(world, next, (field) => refused.includes(field));
        }
        expect(world.pair.refused).toEqual(settled.pair.refused);
      });
    }),
    runs,
  );
});
