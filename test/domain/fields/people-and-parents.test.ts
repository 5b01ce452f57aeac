/**
 * Guarantee: a person or a parent goes across only as its certain twin. Nobody is guessed, nobody is removed because
 * the other side does not know them, and taking a person or a parent away goes across as well.
 */
import type { References } from '../../../src/domain/fields/codec';
import { owner } from '../../../src/domain/fields/owner';
import { parent } from '../../../src/domain/fields/parent';
import type { AlignItem } from '../../../src/domain/align-item';
import { NO_PEOPLE, type PersonMatch, type Unmatched } from '../../../src/domain/people-match';
import { mappingOf } from '../arbitrary-mapping';
import { PEOPLE } from '../arbitrary-sides';

const NOBODY: References = {
  people: NO_PEOPLE,
  choices: {},
  alignParentId: null,
  issueParentId: null,
};
const context = (references: Partial<References> = {}) => ({
  mapping: mappingOf('story'),
  alignType: 'story' as const,
  references: { ...NOBODY, ...references },
});
const ana = PEOPLE[0] ?? null;
/** Whom Ana, or the Align user 41, is matched with. */
const known = (match: PersonMatch) => ({
  people: { uidOf: new Map([['account-ana', match]]), accountOf: new Map([['41', match]]) },
});
const unmatched = (why: Unmatched) => context(known({ unmatched: why, name: 'Ana Silva' }));

describe('an owner', () => {
  test('goes across as the twin that was looked up', () => {
    expect(owner.toAlign(ana, null, context(known({ id: '41' })))).toEqual({
      ok: true,
      value: '41',
    });
    expect(owner.toJira('41', null, context(known({ id: 'account-ana' })))).toMatchObject({
      value: { accountId: 'account-ana' },
    });
  });

  test('who is not known on the other side is refused by name, and not replaced', () => {
    expect(owner.toAlign(ana, '42', context())).toMatchObject({
      problem: { code: 'OWNER_NOT_IN_ALIGN', message: expect.stringContaining('Name of ana') },
    });
    expect(owner.toJira('41', ana, context())).toMatchObject({
      problem: { code: 'OWNER_NOT_IN_JIRA', message: expect.stringContaining('41') },
    });
  });

  test.each([
    ['not-found', 'OWNER_NOT_IN_ALIGN', 'OWNER_NOT_IN_JIRA'],
    ['several', 'OWNER_AMBIGUOUS', 'OWNER_AMBIGUOUS'],
    ['email-hidden', 'OWNER_HIDDEN_EMAIL', 'OWNER_HIDDEN_EMAIL'],
    ['inactive', 'OWNER_NOT_IN_ALIGN', 'OWNER_INACTIVE'],
  ] as const)('who is %s is refused with its own reason and remedy', (why, toAlign, toJira) => {
    const there = owner.toAlign(ana, '42', unmatched(why));
    const back = owner.toJira('41', ana, unmatched(why));
    for (const [conversion, code] of [
      [there, toAlign],
      [back, toJira],
    ] as const) {
      if (conversion.ok) throw new Error('Somebody was guessed.');
      expect(conversion.problem.code).toBe(code);
      expect(conversion.problem.message).toContain('Ana Silva');
      expect(conversion.problem.remedy).toMatch(/People tab|Activate/);
    }
  });

  test('who was taken away is taken away on the other side, known or not', () => {
    expect(owner.toAlign(null, '41', context())).toEqual({ ok: true, value: null });
    expect(owner.toJira(null, ana, context())).toEqual({ ok: true, value: null });
    expect(owner.jira.payload(null)).toBeNull();
  });

  test('is in step with the twin from either side, and nobody only with nobody', () => {
    const { people } = known({ id: '41' });
    const fromAlign = new Map([['41', { id: 'account-ana' }]]);
    expect(owner.equal(ana, '41', context({ people: { ...people, accountOf: new Map() } }))).toBe(
      true,
    );
    expect(
      owner.equal(ana, '41', context({ people: { uidOf: new Map(), accountOf: fromAlign } })),
    ).toBe(true);
    expect(owner.equal(ana, '42', context({ people }))).toBe(false);
    expect(owner.equal(ana, '41', unmatched('several'))).toBe(false);
    expect(owner.equal(ana, '41', context())).toBe(false);
    expect(owner.equal(null, null, context())).toBe(true);
    expect(owner.equal(null, '41', context())).toBe(false);
    expect(owner.equal(ana, null, context())).toBe(false);
  });

  test('is written by account id alone: a name or an address is not sent', () => {
    if (ana === null) throw new Error('There is no person.');
    expect(owner.jira.payload(ana)).toEqual({ accountId: 'account-ana' });
  });
});

describe('a parent', () => {
  test('goes across as the twin that was looked up', () => {
    expect(parent.toAlign('9001', null, context({ choices: {}, alignParentId: 71 }))).toEqual({
      ok: true,
      value: 71,
    });
    expect(parent.toJira(71, null, context({ issueParentId: '9001' }))).toEqual({
      ok: true,
      value: '9001',
    });
  });

  test('without a twin is refused, and the present parent stays', () => {
    expect(parent.toAlign('9001', 72, context())).toMatchObject({
      problem: { code: 'PARENT_NOT_IN_ALIGN' },
    });
    expect(parent.toJira(71, '9002', context())).toMatchObject({
      problem: { code: 'PARENT_NOT_IN_JIRA' },
    });
  });

  test('that was taken away is taken away on the other side', () => {
    expect(parent.toAlign(null, 71, context())).toEqual({ ok: true, value: null });
    expect(parent.toJira(null, '9001', context())).toEqual({ ok: true, value: null });
  });

  test('0 is no parent, as null is', () => {
    const read = (parentId: number | null) => parent.align.read({ parentId } as AlignItem);
    expect(read(0)).toBeNull();
    expect(read(null)).toBeNull();
    expect(read(71)).toBe(71);
  });

  test('is found in the changelog under every name that Jira has used for it', () => {
    const names = parent.jira.changeIds(mappingOf('story'));
    expect(names).toEqual(
      expect.arrayContaining(['parent', 'IssueParentAssociation', 'Epic Link']),
    );
  });
});
