/**
 * Guarantee: a title is compared and written as one line; one that Jira cannot hold stays in Align with its reason
 * and is never cut on the way.
 */
import fc from 'fast-check';
import type { AlignItem } from '../../../src/domain/align-item';
import { title } from '../../../src/domain/fields/title';

const read = (text: string) => title.align.read({ title: text } as AlignItem);

test('runs of white space are one space, and none at the ends', () => {
  expect(read(' Pay\tby \u00a0 card\r\nnow\u2028\u3000')).toBe('Pay by card now');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const once = read(text);
      expect(once).not.toMatch(/\s\s|^\s|\s$|[\r\n]/u);
      expect(read(once)).toBe(once);
      expect(once.replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
    }),
  );
});

test('a title goes to Jira whole or not at all', () => {
  const long = fc.string({ unit: 'grapheme', minLength: 200, maxLength: 300 });
  fc.assert(
    fc.property(long.map(read), (text) => {
      const conversion = title.toJira(text);
      expect(conversion.ok).toBe(text.length <= 255);
      if (conversion.ok) expect(conversion.value).toBe(text);
      else expect(conversion.problem.code).toBe('TITLE_TOO_LONG');
    }),
  );
});

test('a title of 255 characters goes to Jira, one of 256 does not, whatever the script', () => {
  expect(title.toJira('x'.repeat(255)).ok).toBe(true);
  expect(title.toJira('ש'.repeat(256))).toMatchObject({
    problem: { code: 'TITLE_TOO_LONG', message: expect.stringContaining('256 characters') },
  });
  expect(title.toJira('😀'.repeat(128)).ok).toBe(false);
});

test('an empty title does not go to Jira, which demands a summary', () => {
  expect(title.toJira(read(' \n '))).toMatchObject({
    problem: { code: 'TITLE_EMPTY' },
  });
});

test('a title of 200 kB is refused for Jira without its text in the message', () => {
  const conversion = title.toJira('😀'.repeat(50_000));
  if (conversion.ok) throw new Error('Jira cannot hold this title.');
  expect(conversion.problem.message.length).toBeLessThan(200);
});
