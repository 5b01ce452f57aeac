/**
 * Guarantee: a choice has a twin on the other side when the mapping names it, else when exactly one has its name, else
 * when exactly one comes near it; where two could be meant, none is. Many to one lead back to one and do not flap.
 */
import {
  alignChoice,
  isSameChoice,
  jiraChoice,
  type Choice,
  type Correspondence,
} from '../../src/domain/choices';
import { alignPriorities, nearestPriority } from '../../src/domain/align-priority';

const jira = (id: string, name: string): Choice<string> => ({ id, name });
const align = (id: number, name: string): Choice<number> => ({ id, name });

function between(
  inJira: Choice<string>[],
  inAlign: Choice<number>[],
  pairs: Correspondence['pairs'] = [],
): Correspondence {
  return { lists: { jira: inJira, align: inAlign }, pairs, nearest: null };
}

const red = jira('1', 'Red team');
const blue = jira('2', 'Blue');

test('names are the same whatever their case and white space', () => {
  const by = between([red], [align(7, ' red  TEAM')]);
  expect(alignChoice(red, by)).toEqual({ one: align(7, ' red  TEAM') });
  expect(jiraChoice(align(7, ' red  TEAM'), by)).toEqual({ one: red });
});

test('two of one name are never chosen from', () => {
  const by = between([red], [align(7, 'Red team'), align(8, 'red team')]);
  expect(alignChoice(red, by)).toEqual({ unmatched: 'several', name: 'Red team' });
});

test('the mapping comes before the name, also where what it names is not there', () => {
  const lists = [align(7, 'Red team'), align(8, 'Crimson')];
  const pairs = (name: string) => [{ jira: 'red team', align: name }];
  expect(alignChoice(red, between([red], lists, pairs('crimson')))).toEqual({
    one: align(8, 'Crimson'),
  });
  expect(alignChoice(red, between([red], lists, pairs('Gone')))).toEqual({
    unmatched: 'none',
    name: 'Gone',
  });
});

test('of many that the mapping leads to one, the first that is there is led back to, and all are the same', () => {
  const one = align(7, 'Colours');
  const pairs = [
    { jira: 'Gone', align: 'Colours' },
    { jira: 'Blue', align: 'Colours' },
    { jira: 'Red team', align: 'Colours' },
  ];
  const by = between([red, blue], [one], pairs);
  expect(jiraChoice(one, by)).toEqual({ one: blue });
  expect(isSameChoice(red, one, by)).toBe(true);
  expect(isSameChoice(blue, one, by)).toBe(true);
});

describe('priorities', () => {
  const ranked = ['Highest', 'High', 'Medium', 'Low', 'Lowest'].map((name, i) =>
    jira(String(i + 1), name),
  );

  test.each([
    ['feature', [1, 2, 3, 4, 4]],
    ['defect', [1, 2, 3, 4, 4]],
  ] as const)("Jira's own have their place in those of a %s", (type, expected) => {
    const places = ranked.map((one) => nearestPriority(one, ranked, alignPriorities(type))?.id);
    expect(places).toEqual(expected);
  });

  test('others go by their place among the priorities of the project', () => {
    const own = ['Now', 'Soon', 'Later', 'Someday', 'Never', 'Ever', 'A', 'B'].map((name, i) =>
      jira(String(i), name),
    );
    const places = own.map((one) => nearestPriority(one, own, alignPriorities('feature'))?.id);
    expect(places).toEqual([1, 1, 2, 2, 3, 3, 4, 4]);
    expect(nearestPriority(jira('9', 'Unknown'), own, alignPriorities('feature'))).toBeNull();
  });
});
