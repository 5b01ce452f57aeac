/**
 * Guarantee: a hint is passed over only when the pair has certainly seen what it speaks of; in doubt the pair is
 * looked at. Hints about one pair share one queue key, hints about different pairs never do.
 */
import fc from 'fast-check';
import type { HintSource } from '../../src/contract/history';
import { concurrencyKey, hint, isStale, type Hint, type HintTarget } from '../../src/domain/hint';
import type { Pair } from '../../src/domain/pair';
import { ALIGN_TYPE_NAMES } from './arbitrary-mapping';
import { after } from './arbitrary-sides';
import { runs } from './property-runs';

type Seen = Pick<Pair, 'status' | 'jiraUpdated' | 'alignUpdated'>;

const issue: HintTarget = { kind: 'issue', issueId: '9000', projectId: '10000' };
const paired: Seen = { status: 'paired', jiraUpdated: after(10), alignUpdated: after(20) };
const about = (rest: Partial<Hint>): Hint =>
  hint({ target: issue, source: 'jira-event', at: after(99), ...rest });

test.each([
  ['jira-event', after(10), true],
  // Align may tell whole seconds, so an edit right after the read has the time of the read.
  ['align-poll', after(20), false],
] as const)('a %s is compared with the time of its own side', (source, seen, sameTime) => {
  const at = (seconds: number) => new Date(Date.parse(seen) + seconds * 1000).toISOString();
  expect(isStale(about({ source, changedAt: at(-1) }), paired)).toBe(true);
  expect(isStale(about({ source, changedAt: at(0) }), paired)).toBe(sameTime);
  expect(isStale(about({ source, changedAt: at(0.001) }), paired)).toBe(false);
});

test('times are compared as times: an offset or missing milliseconds make no difference', () => {
  const stale = (changedAt: string) => isStale(about({ changedAt }), paired);
  expect(stale('2026-11-01T09:00:10.000+0100')).toBe(true);
  expect(stale('2026-11-01T08:00:10Z')).toBe(true);
  expect(stale('2026-11-01T08:00:10.000+0100')).toBe(true);
  expect(stale('2026-11-01T07:00:11.000-0100')).toBe(false);
});

test.each<HintSource>(['manual', 'retry', 'sweep'])(
  'a %s hint is never stale: it does not come from a change',
  (source) => expect(isStale(about({ source, changedAt: after(0) }), paired)).toBe(false),
);

test('a hint is not stale when there is anything that speaks against it', () => {
  const old = { changedAt: after(0) };
  expect(isStale(about(old), paired)).toBe(true);
  expect(isStale(about({ ...old, thorough: true }), paired)).toBe(false);
  expect(isStale(about({ changedAt: null }), paired)).toBe(false);
  expect(isStale(about({ changedAt: 'yesterday' }), paired)).toBe(false);
  expect(isStale(about(old), { ...paired, jiraUpdated: null })).toBe(false);
  expect(isStale(about(old), { ...paired, jiraUpdated: 'unknown' })).toBe(false);
  expect(isStale(about(old), { ...paired, status: 'creating' })).toBe(false);
});

test('a deletion is stale only for a pair that is unlinked already, however old it is', () => {
  fc.assert(
    fc.property(fc.nat(100), fc.boolean(), (seconds, thorough) => {
      const deletion = about({ deleted: true, changedAt: after(seconds), thorough });
      expect(isStale(deletion, paired)).toBe(false);
      expect(isStale(deletion, { ...paired, status: 'creating' })).toBe(false);
      expect(isStale(deletion, { ...paired, status: 'unlinked' })).toBe(true);
    }),
  );
});

test('what a hint leaves out is unknown, not deleted and not thorough', () => {
  expect(hint({ target: issue, source: 'sweep', at: after(0) })).toEqual({
    v: 1,
    target: issue,
    source: 'sweep',
    at: after(0),
    changedAt: null,
    actor: null,
    deleted: false,
    thorough: false,
  });
});

const anyTarget: fc.Arbitrary<HintTarget> = fc.oneof(
  fc.record({
    kind: fc.constant('issue' as const),
    issueId: fc.nat(200).map(String),
    projectId: fc.constantFrom(null, '10000', '10001'),
  }),
  fc.record({
    kind: fc.constant('align' as const),
    ref: fc.record({ type: fc.constantFrom(...ALIGN_TYPE_NAMES), id: fc.nat(200) }),
  }),
);

test('two hints share a queue key exactly when they are about the same issue or item', () => {
  const essence = (target: HintTarget) =>
    target.kind === 'issue' ? target.issueId : `${target.ref.type} ${target.ref.id}`;
  fc.assert(
    fc.property(anyTarget, anyTarget, (one, other) => {
      expect(concurrencyKey(one) === concurrencyKey(other)).toBe(essence(one) === essence(other));
    }),
    runs,
  );
});
