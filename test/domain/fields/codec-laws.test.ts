/**
 * Guarantee: what every field codec must keep for the merge to hold. Equal stamps mean equal values; a value that was
 * converted is in step with what it was converted from; what is written is what is read back; what cannot be
 * converted says why and what to do.
 */
import fc from 'fast-check';
import type { AlignType, FieldName } from '../../../src/contract/common';
import { activeFields, codecOf } from '../../../src/domain/fields';
import type { FieldContext } from '../../../src/domain/fields/codec';
import { hasField } from '../../../src/domain/align-type';
import {
  ALIGN_TYPE_NAMES,
  anyAlignType,
  anyMapping,
  FIELDS,
  mappingOf,
  ruled,
} from '../arbitrary-mapping';
import { anyAlignValues, anyJiraValues, issueOf, itemOf } from '../arbitrary-sides';
import { anyDirectory, referencesOf } from '../directory';
import { carryOut, planOf, keyOf, type World } from '../world';
import { runs } from '../property-runs';

interface Values {
  type: AlignType;
  context: FieldContext;
  jira: unknown;
  align: unknown;
  world: World;
}

/** Values of one field as both sides have them, with everything their conversion depends on. */
function anyValues(field: FieldName): fc.Arbitrary<Values> {
  return anyAlignType.chain((type) =>
    fc
      .record({
        mapping: anyMapping(type),
        directory: anyDirectory,
        issue: anyJiraValues.map((values) => issueOf(values)),
        item: anyAlignValues(type).map((values) => itemOf(type, values)),
      })
      .map(({ mapping, directory, issue, item }) => ({
        type,
        context: { mapping, alignType: type, references: referencesOf(directory, issue, item) },
        jira: codecOf(field, mapping).jira.read(issue, mapping),
        align: codecOf(field, mapping).align.read(item),
        world: {
          mapping,
          directory,
          issue,
          item,
          pair: { baseline: {}, refused: {}, jiraUpdated: null },
          clock: 0,
        },
      })),
  );
}

/** A value for comparison: sets have no order, people are their account, statuses their id, documents their words. */
function essence(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) {
    const ids = value.map((one: unknown) => (one as { id?: string }).id ?? one);
    return JSON.stringify([...new Set(ids)].sort());
  }
  const { accountId, id, text } = value as { accountId?: string; id?: string; text?: string };
  return JSON.stringify(accountId ?? id ?? text);
}

describe.each(FIELDS)('%s', (field) => {
  const codec = codecOf(field, mappingOf('story'));

  test('is known by its name', () => expect(codec.name).toBe(field));

  test('has equal stamp keys exactly for equal values, on each side', () => {
    fc.assert(
      fc.property(anyValues(field), anyValues(field), (one, other) => {
        const same = essence(one.jira) === essence(other.jira);
        expect(codec.jira.stamp(one.jira).key === codec.jira.stamp(other.jira).key).toBe(same);
        const sameInAlign = essence(one.align) === essence(other.align);
        const keys = [one, other].map(({ align }) => codec.align.stamp(align, one.type).key);
        expect(keys[0] === keys[1]).toBe(sameInAlign);
      }),
      runs,
    );
  });

  test('is in step after a conversion to Align', () => {
    fc.assert(
      fc.property(anyValues(field), ({ jira, align, context }) => {
        const conversion = codec.toAlign(jira, align, context);
        fc.pre(conversion.ok);
        // Who or what the new value stands for is looked up anew, as it is when the item is read again.
        expect(codec.equal(jira, conversion.value, context)).toBe(true);
      }),
      runs,
    );
  });

  test('is in step after a conversion to Jira', () => {
    fc.assert(
      fc.property(anyValues(field), ({ jira, align, context }) => {
        const conversion = codec.toJira(align, jira, context);
        fc.pre(conversion.ok);
        expect(codec.equal(conversion.value, align, context)).toBe(true);
      }),
      runs,
    );
  });

  test('is read back as it was written, on each side', () => {
    fc.assert(
      fc.property(anyValues(field), ({ world }) => {
        const mapping = mappingOf(world.item.type, { states: world.mapping.states });
        for (const policy of ['jira', 'align'] as const) {
          const rule = { direction: 'both', policy } as const;
          const decided = { ...world, mapping: ruled(mapping, () => rule) };
          const planned = planOf(decided);
          const after = carryOut(decided, planned);
          for (const write of planned.writes.filter((one) => one.field === field)) {
            expect(keyOf(after, field, write.to)).toBe(write.base[write.to]?.key);
          }
        }
      }),
      runs,
    );
  });

  test('is refused with a code, a message and a remedy in whole sentences', () => {
    fc.assert(
      fc.property(anyValues(field), ({ jira, align, context }) => {
        for (const conversion of [
          codec.toAlign(jira, align, context),
          codec.toJira(align, jira, context),
        ]) {
          if (conversion.ok) continue;
          expect(conversion.problem.code).toMatch(/^[A-Z]+(_[A-Z]+)+$/);
          expect(conversion.problem.message).toMatch(/^\S[^]*\.$/);
          expect(conversion.problem.remedy).toMatch(/^[A-Z][^]*\.$/);
        }
      }),
      runs,
    );
  });
});

describe('the fields of a type', () => {
  test.each(ALIGN_TYPE_NAMES)('%s has those that its type does not lack, each once', (type) => {
    const fields = activeFields(mappingOf(type), type);
    expect(fields).toEqual(FIELDS.filter((field) => hasField(type, field)));
  });

  test('points need a Jira field that holds them', () => {
    expect(activeFields(mappingOf('story', { jiraFields: {} }), 'story')).not.toContain('points');
  });

  test('a parent needs an issue type that is mapped to the type of the parent', () => {
    const { types } = mappingOf('story');
    const alone = mappingOf('story', { types: types.slice(0, 1) });
    expect(activeFields(alone, 'story')).not.toContain('parent');
    expect(activeFields(mappingOf('story'), 'story')).toContain('parent');
  });

  test('a field that is off is not among them', () => {
    const off = { direction: 'off', policy: 'newest' } as const;
    expect(activeFields(mappingOf('story', { fields: { title: off } }), 'story')).not.toContain(
      'title',
    );
  });
});
