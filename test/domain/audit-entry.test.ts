/**
 * Guarantee: an entry of the history says in one sentence what happened, holds each change on the side it is about,
 * and fits the contract that the pages read, whatever the texts.
 */
import fc from 'fast-check';
import { AuditEntry, ChangeOutcome, SystemField, Side } from '../../src/contract';
import type { FieldChange } from '../../src/contract/history';
import {
  auditEntry,
  changesToward,
  itemName,
  outcomeOf,
  sentence,
  type AuditEffect,
  type AuditRun,
  type AuditSubject,
} from '../../src/domain/audit-entry';
import { stamp } from '../../src/domain/stamp';

const change = (
  field: FieldChange['field'],
  outcome: FieldChange['outcome'],
  origin: FieldChange['origin'] = 'jira',
): FieldChange => ({ field, origin, from: null, to: null, outcome, by: null, remedy: null });

const anyChange: fc.Arbitrary<FieldChange> = fc
  .record({
    field: fc.constantFrom(...SystemField.options),
    outcome: fc.constantFrom(...ChangeOutcome.options),
    origin: fc.constantFrom(...Side.options),
    text: fc.string({ unit: 'binary', maxLength: 400 }),
  })
  .map(({ field, outcome, origin, text }) => ({
    ...change(field, outcome, origin),
    to: stamp(text, text).shown,
  }));

/** Each application's own words: what Align calls state and owner is status and assignee in Jira. */
const inJiraWords = (text: string) =>
  text
    .replaceAll('Jira Align', 'Jira')
    .replaceAll('state', 'status')
    .replaceAll('owner', 'assignee');

describe('the sentence', () => {
  test.each([
    [['title'], [], [], 'Updated title in Jira Align.'],
    [['title', 'state'], [], [], 'Updated title and state in Jira Align.'],
    [['title', 'state', 'owner'], [], [], 'Updated title, state and owner in Jira Align.'],
    [[], [], ['owner'], 'Jira Align did not take owner.'],
    [
      ['title'],
      [],
      ['owner', 'parent'],
      'Updated title in Jira Align. Jira Align did not take owner and parent.',
    ],
    [
      ['title'],
      ['title'],
      [],
      'Updated title in Jira Align. Both sides had changed title; the value that lost is kept here.',
    ],
  ] as const)(
    'of %j applied, %j overruled, %j refused',
    (applied, overruled, refused, expected) => {
      const changes = [
        ...applied.map((field) => change(field, 'applied')),
        ...overruled.map((field) => change(field, 'overruled', 'align')),
        ...refused.map((field) => change(field, 'refused')),
      ];
      expect(sentence('to-align', changes)).toBe(expected);
      expect(sentence('to-jira', changes)).toBe(inJiraWords(expected));
    },
  );

  test('names every field once, and is whole whatever happened', () => {
    fc.assert(
      fc.property(fc.array(anyChange), (changes) => {
        const text = sentence('to-jira', changes);
        const told = changes.filter(({ outcome }) => outcome !== 'agreed');
        if (told.length === 0) expect(text).toBe('');
        else expect(text).toMatch(/^[A-Z].*\.$/);
        for (const { field } of told) expect(text).toContain(inJiraWords(field));
        expect(text).not.toMatch(/undefined|null|,,| {2}/);
      }),
    );
  });
});

test('each change belongs to one direction, and an agreed one to none', () => {
  fc.assert(
    fc.property(fc.array(anyChange), (changes) => {
      const toAlign = changesToward('to-align', changes);
      const toJira = changesToward('to-jira', changes);
      const told = changes.filter(({ outcome }) => outcome !== 'agreed');
      expect(toAlign.length + toJira.length).toBe(told.length);
      for (const one of told) expect(toAlign.includes(one)).toBe(!toJira.includes(one));
    }),
  );
});

test('what was overruled stands with the write that replaced it', () => {
  const won = change('title', 'applied', 'jira');
  const lost = change('title', 'overruled', 'align');
  expect(changesToward('to-align', [lost, won])).toEqual([lost, won]);
  expect(changesToward('to-jira', [lost, won])).toEqual([]);
});

test('an outcome is partial only when something was applied and something refused', () => {
  expect(outcomeOf([change('title', 'applied')])).toBe('updated');
  expect(outcomeOf([change('title', 'applied'), change('owner', 'refused')])).toBe('partial');
  expect(outcomeOf([change('owner', 'refused')])).toBe('refused');
  expect(outcomeOf([change('title', 'overruled'), change('title', 'applied')])).toBe('updated');
});

const subject: AuditSubject = {
  pairId: '9000',
  projectId: '10000',
  issueId: '9000',
  issueKey: 'PAY-7',
  alignType: 'feature',
  alignId: 501,
  title: 'Pay by card',
};
const effect: AuditEffect = {
  direction: 'to-align',
  outcome: 'updated',
  code: 'UPDATED',
  message: 'Updated title in Jira Align.',
  person: { side: 'jira', id: 'account-ana', name: 'Ana' },
  writtenAs: { side: 'align', id: '900', name: 'Sync Service' },
};
const run: AuditRun = {
  at: '2026-11-01T08:00:00.000Z',
  sequence: 3,
  hint: { source: 'jira-event', at: '2026-11-01T07:59:59.000Z' },
  durationMs: 12.6,
  requests: { jira: 1, jiraPoints: 2, align: 2 },
};

describe('an entry', () => {
  test('is valid for the pages, whatever the title and the changes', () => {
    const title = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('😀'.repeat(50_000), '\u202eabc', ''),
    );
    const duration = fc.double({ min: -100, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(title, fc.array(anyChange), duration, (text, changes, durationMs) => {
        const entry = auditEntry(
          { ...subject, title: text },
          { ...effect, changes },
          { ...run, durationMs },
        );
        expect(AuditEntry.parse(entry)).toEqual(entry);
        expect(entry.title.length).toBeLessThanOrEqual(301);
        expect(entry.durationMs).toBeGreaterThanOrEqual(0);
        expect(entry.changes).toEqual(changes);
      }),
    );
  });

  test('holds who, when, why, what and at what cost', () => {
    expect(auditEntry(subject, effect, run)).toEqual({
      ...subject,
      ...effect,
      id: '2026-11-01T08:00:00.000Z:9000:3',
      at: run.at,
      sequence: 3,
      remedy: null,
      changes: [],
      hint: run.hint,
      durationMs: 13,
      requests: run.requests,
    });
  });

  test('keeps a remedy, and only of a hint what history shows', () => {
    const hint = { ...run.hint, deleted: true, target: { kind: 'issue' } } as AuditRun['hint'];
    const entry = auditEntry(subject, { ...effect, remedy: 'Ask.' }, { ...run, hint });
    expect(entry.remedy).toBe('Ask.');
    expect(entry.hint).toEqual(run.hint);
  });

  test('has an id of its own for each pair, time and number', () => {
    const ids = [
      auditEntry(subject, effect, run),
      auditEntry(subject, effect, { ...run, sequence: 4 }),
      auditEntry(subject, effect, { ...run, at: '2026-11-01T08:00:00.001Z' }),
      auditEntry({ ...subject, pairId: '9001' }, effect, run),
    ].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('does not change when the meter runs on after it was made', () => {
    const requests = { jira: 1, jiraPoints: 2, align: 2 };
    const entry = auditEntry(subject, effect, { ...run, requests });
    requests.align = 9;
    expect(entry.requests.align).toBe(2);
  });
});

test('an item is named by its type and number, or by its type while it has none', () => {
  expect(itemName('feature', 501)).toBe('Feature 501');
  expect(itemName('defect', null)).toBe('Defect');
});
