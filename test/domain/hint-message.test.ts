/**
 * Guarantee: a hint comes out of the queue as it went in, whichever release put it there; a body that no release has
 * written is refused instead of being half understood.
 */
import fc from 'fast-check';
import { AlignType, Side } from '../../src/contract/common';
import { HintSource } from '../../src/contract/history';
import type { Hint } from '../../src/domain/hint';
import { parseHint } from '../../src/entry/hint-message';

const text = fc.string({ unit: 'binary', maxLength: 20 });

const anyHint: fc.Arbitrary<Hint> = fc.record({
  v: fc.constant(1 as const),
  target: fc.oneof(
    fc.record({
      kind: fc.constant('issue' as const),
      issueId: text,
      projectId: fc.option(text),
    }),
    fc.record({
      kind: fc.constant('align' as const),
      ref: fc.record({ type: fc.constantFrom(...AlignType.options), id: fc.nat() }),
    }),
  ),
  source: fc.constantFrom(...HintSource.options),
  at: text,
  changedAt: fc.option(text),
  actor: fc.option(fc.record({ side: fc.constantFrom(...Side.options), id: text, name: text })),
  deleted: fc.boolean(),
  thorough: fc.boolean(),
});

test('a hint is the same after its way through the queue', () => {
  fc.assert(
    fc.property(anyHint, (hint) => {
      const delivered: unknown = JSON.parse(JSON.stringify(hint));
      expect(parseHint(delivered)).toEqual(hint);
    }),
  );
});

/** As the first release queues it. Do not change: such a body may be delivered to any later release. */
const FIRST_RELEASE = {
  v: 1,
  target: { kind: 'issue', issueId: '9000', projectId: '10000' },
  source: 'jira-event',
  at: '2026-11-01T08:00:00.000Z',
  changedAt: '2026-11-01T07:59:59.000Z',
  actor: { side: 'jira', id: 'account-ana', name: 'account-ana' },
  deleted: false,
  thorough: false,
};

test('a hint of the first release is understood', () => {
  expect(parseHint(FIRST_RELEASE)).toEqual(FIRST_RELEASE);
});

test('what a later release has added is left out', () => {
  expect(parseHint({ ...FIRST_RELEASE, added: true })).toEqual(FIRST_RELEASE);
});

test.each([
  ['a later version', { ...FIRST_RELEASE, v: 2 }],
  ['an earlier version', { ...FIRST_RELEASE, v: 0 }],
  ['a version as text', { ...FIRST_RELEASE, v: '1' }],
  ['no version', { ...FIRST_RELEASE, v: undefined }],
  ['no target', { ...FIRST_RELEASE, target: undefined }],
  ['an unknown kind of target', { ...FIRST_RELEASE, target: { kind: 'program', id: 9 } }],
  [
    'an unknown Align type',
    { ...FIRST_RELEASE, target: { kind: 'align', ref: { type: 'theme', id: 1 } } },
  ],
  [
    'a fraction as an id',
    { ...FIRST_RELEASE, target: { kind: 'align', ref: { type: 'epic', id: 1.5 } } },
  ],
  ['an unknown source', { ...FIRST_RELEASE, source: 'webhook' }],
  ['a deletion as text', { ...FIRST_RELEASE, deleted: 'false' }],
  ['nothing', undefined],
  ['null', null],
  ['a text', JSON.stringify(FIRST_RELEASE)],
  ['a list', [FIRST_RELEASE]],
])('%s is refused', (_what, body) => {
  expect(() => parseHint(body)).toThrow();
});

test('a body that lacks any one part is refused', () => {
  for (const part of Object.keys(FIRST_RELEASE)) {
    const { [part as keyof typeof FIRST_RELEASE]: _left, ...rest } = FIRST_RELEASE;
    expect(() => parseHint(rest)).toThrow();
  }
});
