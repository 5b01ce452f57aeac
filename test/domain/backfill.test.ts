/**
 * Guarantee: a backfill passes over every mapped issue type once, parents before children, and over Align's items only
 * when that is wanted and allowed; its queries go on exactly after where the last one ended; its counts add up.
 */
import fc from 'fast-check';
import type { ProjectMapping } from '../../src/contract/mapping';
import type { AlignType } from '../../src/contract/common';
import {
  addCounts,
  backfillSteps,
  isUnderWay,
  NO_COUNTS,
  restarted,
  wantOf,
  type Backfill,
} from '../../src/domain/backfill';
import { backfillJql, issueJql } from '../../src/domain/jql';
import { ALIGN_TYPES } from '../../src/domain/align-type';
import { ALIGN_TYPE_NAMES, mappingOf } from './arbitrary-mapping';

const BOTH = { matchByTitle: true, matchByKey: false, includeAlign: true };
const JIRA_ONLY = { matchByTitle: true, matchByKey: false, includeAlign: false };

const anyTypes = fc
  .uniqueArray(fc.record({ id: fc.nat(99_999), type: fc.constantFrom(...ALIGN_TYPE_NAMES) }), {
    selector: ({ id }) => id,
    minLength: 1,
    maxLength: 12,
  })
  .map((types): ProjectMapping['types'] =>
    types.map(({ id, type }) => ({
      issueTypeId: String(id),
      issueTypeName: `Type ${id}`,
      alignType: type,
    })),
  );

const mapped = (types: ProjectMapping['types'], createInJira = true) =>
  mappingOf('story', { types, createInJira });

describe('the passes', () => {
  test('reach every mapped issue type exactly once', () => {
    fc.assert(
      fc.property(anyTypes, (types) => {
        const ids = backfillSteps(mapped(types), JIRA_ONLY).flatMap((step) =>
          step.side === 'jira' ? step.issueTypeIds : [],
        );
        expect([...ids].sort()).toEqual(types.map(({ issueTypeId }) => issueTypeId).sort());
      }),
    );
  });

  test('come to a type only after the type of its parent, on either side', () => {
    fc.assert(
      fc.property(anyTypes, (types) => {
        const steps = backfillSteps(mapped(types), BOTH);
        const alignTypes = steps.map((step): AlignType[] =>
          step.side === 'align'
            ? [step.type]
            : types
                .filter(({ issueTypeId }) => step.issueTypeIds.includes(issueTypeId))
                .map(({ alignType }) => alignType),
        );
        for (const side of ['jira', 'align'] as const) {
          const seen: AlignType[] = [];
          for (const [index, step] of steps.entries()) {
            if (step.side !== side) continue;
            for (const type of alignTypes[index] ?? []) {
              const { parent } = ALIGN_TYPES[type];
              const comes = types.some(({ alignType }) => alignType === parent);
              expect(parent === null || !comes || seen.includes(parent)).toBe(true);
            }
            seen.push(...(alignTypes[index] ?? []));
          }
        }
      }),
    );
  });

  test("come to Align's items last, each type once", () => {
    fc.assert(
      fc.property(anyTypes, (types) => {
        const steps = backfillSteps(mapped(types), BOTH);
        const sides = steps.map(({ side }) => side);
        expect(sides).toEqual([...sides].sort().reverse());
        const align = steps.flatMap((step) => (step.side === 'align' ? [step.type] : []));
        expect([...align].sort()).toEqual([...new Set(types.map((t) => t.alignType))].sort());
      }),
    );
  });

  test.each([
    ['nobody asks for them', JIRA_ONLY, true],
    ['the mapping lets Align create no issues', BOTH, false],
  ])("leave Align's items out when %s", (_, choices, createInJira) => {
    fc.assert(
      fc.property(anyTypes, (types) => {
        const steps = backfillSteps(mapped(types, createInJira), choices);
        expect(steps.every(({ side }) => side === 'jira')).toBe(true);
      }),
    );
  });
});

describe('the queries', () => {
  test('name the project, the types and the order, and begin after a key', () => {
    expect(backfillJql('10001', { of: ['1', '2'] }, null)).toBe(
      'project = 10001 AND issuetype in (1, 2) ORDER BY key ASC',
    );
    expect(backfillJql('10001', { of: ['1'] }, 'PAY-100')).toBe(
      'project = 10001 AND issuetype in (1) AND key > "PAY-100" ORDER BY key ASC',
    );
    expect(backfillJql('10001', { notOf: ['1', '2'] }, null)).toBe(
      'project = 10001 AND issuetype not in (1, 2) ORDER BY key ASC',
    );
    expect(issueJql('10001', 'PAY-100')).toBe('project = 10001 AND key = "PAY-100"');
  });
});

const BACKFILL: Backfill = {
  v: 1,
  id: 'a',
  projectId: '10001',
  by: { side: 'jira', id: 'ada', name: 'Ada' },
  choices: BOTH,
  mappingVersion: 3,
  status: 'running',
  startedAt: '2026-11-24T10:00:00.000Z',
  updatedAt: '2026-11-24T10:05:00.000Z',
  cursor: { step: 2, after: 'PAY-100' },
  counts: { total: 300, done: 200, created: 120, linked: 30, skipped: 45, handedOn: 5 },
  problem: null,
};

describe('the record', () => {
  test('adds up what pages have come to, each figure by itself', () => {
    const counts = fc.record({
      total: fc.nat(),
      done: fc.nat(),
      created: fc.nat(),
      linked: fc.nat(),
      skipped: fc.nat(),
      handedOn: fc.nat(),
    });
    fc.assert(
      fc.property(counts, counts, (one, other) => {
        const sum = addCounts(one, other);
        for (const key of Object.keys(NO_COUNTS) as (keyof typeof NO_COUNTS)[]) {
          expect(sum[key]).toBe(one[key] + other[key]);
        }
        expect(addCounts(one, {})).toEqual(one);
        expect(addCounts(NO_COUNTS, one)).toEqual(one);
      }),
    );
  });

  test('begins anew with another mapping, and keeps what was done', () => {
    expect(restarted(BACKFILL, 4)).toEqual({
      ...BACKFILL,
      mappingVersion: 4,
      cursor: { step: 0, after: null },
      counts: { total: 300, done: 0, created: 120, linked: 30, skipped: 0, handedOn: 5 },
    });
  });

  test.each([
    ['running', true],
    ['waiting', true],
    ['paused', true],
    ['done', false],
    ['cancelled', false],
  ] as const)('%s has something left to do: %s', (status, expected) => {
    expect(isUnderWay({ status })).toBe(expected);
  });

  test('runs unless a person has said otherwise of this very backfill', () => {
    expect(wantOf(BACKFILL, null)).toBe('run');
    expect(wantOf(BACKFILL, { v: 1, id: 'a', want: 'pause' })).toBe('pause');
    expect(wantOf(BACKFILL, { v: 1, id: 'an earlier one', want: 'cancel' })).toBe('run');
  });
});
