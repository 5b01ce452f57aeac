/**
 * Guarantee: of several transitions to one status the easiest is taken. What it demands is filled with the resolution
 * of the mapping and with what the issue has; nothing else is made up, and nothing that is not demanded is sent.
 */
import { transitionTo, type Transition, type TransitionField } from '../../src/domain/transition';
import { fieldRequired, noTransition } from '../../src/domain/workflow-problem';

const DONE = { id: '3', name: 'Done', category: 'done' } as const;
const TO_DO = { id: '1', name: 'To Do', category: 'new' } as const;
const nothing = { resolution: null, known: {} };

const field = (id: string, more: Partial<TransitionField> = {}): TransitionField => ({
  id,
  name: `Name of ${id}`,
  required: true,
  hasDefault: false,
  allowed: [],
  ...more,
});
const move = (id: string, fields: TransitionField[] = [], to: Transition['to'] = DONE) => ({
  id,
  name: `Move ${id}`,
  to,
  hasScreen: fields.length > 0,
  fields,
});
const RESOLUTIONS = [
  { id: '7', name: 'Fixed' },
  { id: '8', name: 'Done' },
];
const resolution = field('resolution', { allowed: RESOLUTIONS });

test('the one that lacks nothing comes first, then the one without a screen', () => {
  const hard = move('1', [field('cause')]);
  const screen = { ...move('2'), hasScreen: true };
  const easy = move('3');
  const taken = (offered: Transition[]) => transitionTo(offered, '3', nothing)?.transition.id;
  expect(taken([hard, screen, easy])).toBe('3');
  expect(taken([hard, screen])).toBe('2');
  expect(taken([hard, move('4', [resolution])])).toBe('4');
  expect(taken([move('5', [resolution]), screen])).toBe('2');
  expect(taken([hard])).toBe('1');
  expect(taken([move('6', [], TO_DO)])).toBeUndefined();
});

test.each([
  ['the one named Done, when the mapping leaves it open', null, RESOLUTIONS, { id: '8' }],
  ['the first, when none is named so', null, RESOLUTIONS.slice(0, 1), { id: '7' }],
  ['the one that the mapping names', ' fixed', RESOLUTIONS, { id: '7' }],
  ['its name, when Jira does not say which there are', 'Fixed', [], { name: 'Fixed' }],
])('the resolution is %s', (_what, chosen, allowed, expected) => {
  const offered = [move('1', [field('resolution', { allowed })])];
  const filled = transitionTo(offered, '3', { resolution: chosen, known: {} });
  expect(filled).toMatchObject({ fields: { resolution: expected }, missing: [] });
});

test('a resolution that the transition does not offer is not replaced by another', () => {
  const filled = transitionTo([move('1', [resolution])], '3', { resolution: 'Nope', known: {} });
  expect(filled).toMatchObject({ fields: {}, missing: [{ id: 'resolution' }] });
});

test('a resolution that is not demanded is set when the mapping names one, and only then', () => {
  const offered = [move('1', [field('resolution', { required: false, allowed: RESOLUTIONS })])];
  expect(transitionTo(offered, '3', nothing)).toMatchObject({ fields: {}, missing: [] });
  const chosen = { resolution: 'Fixed', known: {} };
  expect(transitionTo(offered, '3', chosen)).toMatchObject({ fields: { resolution: { id: '7' } } });
});

test('a demanded field that is mapped gets the value that is known, and no other field is sent', () => {
  const known = { assignee: { accountId: 'ana' }, labels: ['a'], priority: { id: '1' } };
  const fields = [
    field('assignee'),
    field('labels', { required: false }),
    field('priority', { hasDefault: true }),
    field('cause'),
  ];
  const filled = transitionTo([move('1', fields)], '3', { resolution: null, known });
  expect(filled?.fields).toEqual({ assignee: { accountId: 'ana' } });
  expect(filled?.missing.map(({ id }) => id)).toEqual(['cause']);
});

describe('what cannot be done says', () => {
  const stop = { start: TO_DO, at: TO_DO, target: '"Done"' };
  const midway = { ...stop, at: { id: '2', name: 'Doing', category: 'indeterminate' as const } };

  test('from where to where, what the workflow offers, and how far the issue came', () => {
    const error = noTransition(midway, [move('1', [], TO_DO), move('2', [], TO_DO)], []);
    expect(error.code).toBe('NO_TRANSITION');
    expect(error.message).toBe(
      'No way through the workflow is known from "Doing" to "Done": from there the workflow offers "To Do". The issue was moved from "To Do" as far as there.',
    );
    expect(error.remedy).toMatch(/transition/);
  });

  test('that a permission may be the reason, where nothing is offered', () => {
    expect(noTransition(stop, [], []).message).toMatch(/Transition Issues permission/);
  });

  test('which statuses no issue is in, and that moving one shows the way', () => {
    const error = noTransition(stop, [move('1')], ['Doing']);
    expect(error.message).toMatch(/No issue of this type is in "Doing"/);
    expect(error.remedy).toMatch(/shows the app the way/);
  });

  test('which fields a transition demands', () => {
    const error = fieldRequired(stop, move('1'), [field('cause')], null);
    expect(error.code).toBe('TRANSITION_FIELD_REQUIRED');
    expect(error.message).toBe(
      'The transition "Move 1" from "To Do" to "Done" demands "Name of cause", which the app cannot fill in.',
    );
  });

  test('which resolutions there are instead of the one of the mapping', () => {
    const error = fieldRequired(stop, move('1'), [resolution], 'Nope');
    expect(error.message).toMatch(/does not offer the resolution "Nope", only "Fixed", "Done"/);
    expect(error.remedy).toMatch(/Choose another resolution in the mapping/);
  });
});
