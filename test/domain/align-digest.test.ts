/**
 * Guarantee: an item whose digest is the one of the last sync has nothing new in any mapped field, and a change of a
 * mapped field always changes the digest, so that a poll may pass over what only carries the app's own writes.
 */
import fc from 'fast-check';
import { alignDigest, alignKeys } from '../../src/domain/align-digest';
import { activeFields } from '../../src/domain/fields';
import { alignKey, intentKey } from '../../src/domain/pair';
import { anyAlignType, anyMapping } from './arbitrary-mapping';
import { after, anyAlignValues, itemOf } from './arbitrary-sides';
import { anyWorld, keyOf, planOf, reconciled, type World } from './world';
import { runs } from './property-runs';

const anyTwoItems = anyAlignType.chain((type) =>
  fc.record({
    mapping: anyMapping(type),
    one: anyAlignValues(type).map((values) => itemOf(type, values)),
    other: anyAlignValues(type).map((values) => itemOf(type, values)),
  }),
);

const digestOf = ({ item, mapping }: Pick<World, 'item' | 'mapping'>) =>
  alignDigest(alignKeys(item, mapping));

test('two items have one digest exactly when all their mapped fields are equal', () => {
  fc.assert(
    fc.property(anyTwoItems, fc.array(fc.boolean()), ({ mapping, one, other }, take) => {
      // Half of the time most fields are the same, so that a single one makes the difference.
      const mixed = { ...one, ...(take.length > 3 ? other : { title: other.title }) };
      const same = activeFields(mapping, one.type).every(
        (field) =>
          keyOf({ item: one, mapping } as World, field, 'align') ===
          keyOf({ item: mixed, mapping } as World, field, 'align'),
      );
      expect(digestOf({ item: one, mapping }) === digestOf({ item: mixed, mapping })).toBe(same);
    }),
    runs,
  );
});

test('what is not mapped does not count: times, people, links, fields that are off', () => {
  fc.assert(
    fc.property(anyTwoItems, ({ mapping, one }) => {
      const off = mappingWithout(mapping, 'title');
      const touched = {
        ...one,
        updated: after(99),
        updatedBy: '42',
        links: [{ name: 'View in Jira', url: 'https://acme.atlassian.net/browse/PAY-7' }],
        title: 'Another title',
      };
      expect(digestOf({ item: touched, mapping: off })).toBe(digestOf({ item: one, mapping: off }));
    }),
    runs,
  );
});

function mappingWithout(mapping: World['mapping'], field: 'title'): World['mapping'] {
  const off = { direction: 'off', policy: 'newest' } as const;
  return { ...mapping, fields: { ...mapping.fields, [field]: off } };
}

test('the digest that is stored with a write is the one of the item as it is read back', () => {
  fc.assert(
    fc.property(anyWorld(), (world) => {
      const written = planOf(world)
        .writes.filter(({ to }) => to === 'align')
        .map(({ field, base }) => [field, base.align?.key]);
      const stored = alignDigest({
        ...alignKeys(world.item, world.mapping),
        ...Object.fromEntries(written),
      });
      expect(stored).toBe(digestOf(reconciled(world)));
    }),
    runs,
  );
});

test('the order in which fields are listed does not count', () => {
  expect(alignDigest({ title: 'a', state: '1' })).toBe(alignDigest({ state: '1', title: 'a' }));
  expect(alignDigest({ title: '1', state: 'a' })).not.toBe(alignDigest({ title: 'a', state: '1' }));
});

test('two items have keys of their own, and only items that a search confuses share a claim', () => {
  expect(alignKey({ type: 'story', id: 5 })).not.toBe(alignKey({ type: 'task', id: 5 }));
  expect(intentKey('story', 9, 'Pay')).toBe(intentKey('story', 9, 'Pay'));
  expect(intentKey('story', 9, 'Pay')).not.toBe(intentKey('story', 9, 'Pay '));
  expect(intentKey('story', 9, 'Pay')).not.toBe(intentKey('story', 8, 'Pay'));
  expect(intentKey('story', 9, 'Pay')).not.toBe(intentKey('task', 9, 'Pay'));
});

test.each(['x'.repeat(200_000), '😀', 'a:b/c d', '\u0000\n', ''])(
  'a claim on any title is a key that Forge storage takes',
  (title) => {
    // Forge key-value store: 1 to 500 characters out of this set.
    expect(intentKey('capability', null, title)).toMatch(/^(?!\s+$)[a-zA-Z0-9:._\s-#]{1,500}$/);
  },
);
