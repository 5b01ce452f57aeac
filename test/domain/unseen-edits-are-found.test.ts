/**
 * Guarantee: an edit that a person made in Jira between the app's read and its own write of the same field is not
 * lost without a trace: the next reconcile finds it in Jira's changelog and keeps it in the history as overruled.
 */
import type { JiraChange } from '../../src/domain/issue';
import { overwrittenEdits } from '../../src/domain/attribution';

const APP = 'app-account';
const READ = '2026-01-01T10:00:00.000Z';

const at = (seconds: number) => new Date(Date.parse(READ) + seconds * 1000).toISOString();
const change = (seconds: number, by: string, to: string, fieldId = 'summary'): JiraChange => ({
  fieldId,
  at: at(seconds),
  by: { side: 'jira', id: by, name: by },
  to,
});
const found = (changes: JiraChange[], since: string | null = READ) =>
  overwrittenEdits(
    [...changes].sort((a, b) => b.at.localeCompare(a.at)),
    ['summary'],
    since,
    APP,
  ).map(({ to }) => to);

test("a person's edit between the app's read and its write is found", () => {
  expect(found([change(1, 'bo', 'mine'), change(2, APP, 'theirs')])).toEqual(['mine']);
});

test('all of several such edits are found', () => {
  expect(found([change(1, 'bo', 'a'), change(2, 'ana', 'b'), change(3, APP, 'c')])).toEqual([
    'b',
    'a',
  ]);
});

test('an edit after the write is an ordinary change', () => {
  expect(found([change(1, APP, 'theirs'), change(2, 'bo', 'mine')])).toEqual([]);
});

test('an edit that the read had seen is not reported again', () => {
  expect(found([change(0, 'bo', 'seen'), change(2, APP, 'theirs')])).toEqual([]);
  expect(found([change(-5, 'bo', 'seen'), change(2, APP, 'theirs')])).toEqual([]);
});

test('without a write of the app nothing was written over', () => {
  expect(found([change(1, 'bo', 'a'), change(2, 'ana', 'b')])).toEqual([]);
});

test('a write of another field does not count', () => {
  expect(found([change(1, 'bo', 'mine'), change(2, APP, 'x', 'labels')])).toEqual([]);
});

test('a pair that was never read has nothing to compare with', () => {
  expect(found([change(1, 'bo', 'mine'), change(2, APP, 'theirs')], null)).toEqual([]);
});
