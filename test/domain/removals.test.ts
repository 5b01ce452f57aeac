/**
 * Guarantee: a removal does no more than the mapping says, and nothing when a person wants the two apart; so many at
 * once as are nobody's accident pass, and the more there are, the more pairs a project must have to let them through.
 */
import fc from 'fast-check';
import { isConverted, isElsewhere } from '../../src/domain/moved';
import { GENTLEST_REMOVAL } from '../../src/domain/mapping';
import { keptProblem, outlastsPause } from '../../src/domain/pause';
import { GUARD_FLOOR, guardHours, pairsNeeded } from '../../src/domain/removal-guard';
import { removalAction } from '../../src/domain/removal-policy';

const harsh = {
  whenItemRemoved: 'delete',
  removedStatusId: null,
  whenIssueDeleted: 'recycle',
} as const;

test.each([
  ['align', harsh, null, 'delete'],
  ['jira', harsh, null, 'recycle'],
  ['align', harsh, 'apply', 'delete'],
  ['align', harsh, 'unlink', 'unlink'],
  ['jira', harsh, 'unlink', 'unlink'],
  ['neither', harsh, null, 'unlink'],
  ['align', null, null, 'unlink'],
  ['align', GENTLEST_REMOVAL, 'apply', 'unlink'],
  ['jira', GENTLEST_REMOVAL, null, 'unlink'],
  ['align', { ...harsh, whenItemRemoved: 'transition' }, null, 'unlink'],
  ['jira', { ...harsh, whenIssueDeleted: 'cancel' }, null, 'cancel'],
] as const)('when %s is gone, %j and the answer %s lead to %s', (gone, policy, answer, kind) => {
  expect(removalAction(gone, policy, answer).kind).toBe(kind);
});

test('an issue is moved to the status that the mapping names', () => {
  const policy = { ...harsh, whenItemRemoved: 'transition', removedStatusId: '42' } as const;
  expect(removalAction('align', policy, null)).toEqual({ kind: 'transition', statusId: '42' });
});

test('up to the floor every removal passes; beyond it the share decides', () => {
  expect(pairsNeeded(GUARD_FLOOR, 0)).toBe(0);
  expect(pairsNeeded(GUARD_FLOOR + 1, 0)).toBe(Infinity);
  expect(pairsNeeded(GUARD_FLOOR + 1, 1)).toBe(0);
  expect(pairsNeeded(6, 0.1)).toBe(60);
  const shares = fc.double({ min: 0.01, max: 0.99, noNaN: true });
  fc.assert(
    fc.property(fc.integer({ min: 6, max: 5_000 }), shares, (removals, share) => {
      const needed = pairsNeeded(removals, share);
      expect(needed * share).toBeGreaterThanOrEqual(removals - 1e-6);
      expect(pairsNeeded(removals + 1, share)).toBeGreaterThanOrEqual(needed);
    }),
  );
});

test('a removal counts for at least an hour', () => {
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: 0, max: 3_600_000 }), (then, passed) => {
      const { current, before } = guardHours(then + passed);
      expect([current, before]).toContain(guardHours(then).current);
    }),
  );
});

test('what no poll and no sweep finds again outlasts a pause, and says what it waits for', () => {
  expect(outlastsPause({ deleted: true })).toBe(true);
  expect(outlastsPause({ deleted: false, rare: true })).toBe(true);
  expect(outlastsPause({ deleted: false })).toBe(false);
  const said = { message: 'Paused.', remedy: 'Resume.' };
  expect(keptProblem({ code: 'PROJECT_DELETED', ...said }).code).toBe('SYNC_PAUSED');
  expect(keptProblem({ code: 'MASS_REMOVAL', ...said })).toMatchObject({
    code: 'MASS_REMOVAL',
    remedy: expect.stringMatching(/Connection tab/) as string,
  });
});

test('only what was known before can have moved or been converted', () => {
  const mapping = { programId: 7 };
  expect(isElsewhere({ programId: 7 }, { programId: 8 }, mapping)).toBe(true);
  expect(isElsewhere({ programId: 8 }, { programId: 7 }, mapping)).toBe(false);
  expect(isElsewhere({ programId: 8 }, { programId: 8 }, mapping)).toBe(false);
  expect(isElsewhere({}, { programId: 8 }, mapping)).toBe(false);
  expect(isElsewhere({ programId: 7 }, { programId: null }, mapping)).toBe(false);
  expect(isConverted({ issueTypeId: '1' }, { issueTypeId: '2' })).toBe(true);
  expect(isConverted({ issueTypeId: '1' }, { issueTypeId: '1' })).toBe(false);
  expect(isConverted({}, { issueTypeId: '2' })).toBe(false);
});
