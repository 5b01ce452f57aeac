/**
 * Guarantee: a stamp stands for a value whatever its size: equal keys mean equal values, a key is always short, and
 * what history shows of a long text is whole characters with a hash of the rest.
 */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { sha256, shorten, stamp } from '../../src/domain/stamp';
import { runs } from './property-runs';

const keyOf = (text: string) => stamp(text, text).key;

/** Texts around the lengths at which a stamp changes its form; they are well formed, as all text from JSON is read. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.string({ unit: 'grapheme', maxLength: 400 }),
  fc
    .tuple(fc.constantFrom('x', 'ש', '😀', 'é', '👩‍👩‍👧‍👦'), fc.integer({ min: 50, max: 320 }))
    .map(([piece, times]) => piece.repeat(times)),
);

describe('a key', () => {
  test('is equal for equal texts, and for those only', () => {
    fc.assert(
      fc.property(anyText, anyText, (one, other) => {
        expect(keyOf(one) === keyOf(other)).toBe(one === other);
      }),
      runs,
    );
  });

  test('tells texts apart that differ in one character, at any place', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), (text, place) => {
        const at = place % (text.length + 1);
        expect(keyOf(`${text.slice(0, at)}#${text.slice(at)}`)).not.toBe(keyOf(text));
      }),
      runs,
    );
  });

  test('of a long text is not the key of a text that looks like it', () => {
    const long = 'x'.repeat(1000);
    expect(keyOf(keyOf(long))).not.toBe(keyOf(long));
    expect(keyOf(`sha256:${sha256(long)}`)).not.toBe(keyOf(long));
  });

  test('is short, even of 200 kB', () => {
    for (const piece of ['x', 'ש', '😀', '\u202eabc', ' ']) {
      expect(keyOf(piece.repeat(200_000 / piece.length)).length).toBeLessThanOrEqual(120);
    }
  });
});

describe('a shown text', () => {
  test('of up to 300 characters is the text itself', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        fc.pre(text.length <= 300);
        expect(shorten(text)).toEqual({
          text,
          length: text.length,
          shortened: false,
          sha256: null,
        });
      }),
      runs,
    );
  });

  test('of more is its beginning, an ellipsis, the whole length and a hash of the whole', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        fc.pre(text.length > 300);
        const shown = shorten(text);
        expect(shown).toMatchObject({ length: text.length, shortened: true });
        expect(shown.sha256).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
        expect(shown.text.endsWith('…')).toBe(true);
        expect(text.startsWith(shown.text.slice(0, -1))).toBe(true);
        expect(shown.text.length).toBeGreaterThanOrEqual(300);
        expect(shown.text.length).toBeLessThanOrEqual(301);
      }),
      runs,
    );
  });

  test('never ends in half a surrogate pair', () => {
    for (let offset = 0; offset < 4; offset += 1) {
      const { text } = shorten('x'.repeat(offset) + '😀'.repeat(100_000));
      // Alone, half a pair cannot be encoded.
      expect(() => encodeURIComponent(text)).not.toThrow();
    }
  });

  test('of half a pair that was there before is shown as it is', () => {
    expect(shorten('a\ud83d').text).toBe('a\ud83d');
  });

  test('of 200 kB is short, in any script', () => {
    for (const piece of ['x', 'مرحبا', '👩‍👩‍👧‍👦', '\u202e', 'e\u0301']) {
      expect(shorten(piece.repeat(200_000)).text.length).toBeLessThanOrEqual(301);
    }
  });
});

describe('a stamp', () => {
  test('shows nothing for nothing', () => {
    expect(stamp('', '').shown).toBeNull();
    expect(stamp('', null).shown).toBeNull();
    expect(stamp('0', '0').shown).toMatchObject({ text: '0' });
  });

  test('has a loose key only when it is given one, equal for equal loose texts', () => {
    expect(stamp('a', 'a')).not.toHaveProperty('loose');
    expect(stamp('a', 'a', 'same').loose).toBe(stamp('b', 'b', 'same').loose);
    expect(stamp('a', 'a', 'same').loose).not.toBe(stamp('a', 'a', 'other').loose);
  });
});
