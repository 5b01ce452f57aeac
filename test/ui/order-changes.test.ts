/**
 * Guarantee: of an entry's changes the one that was written stands first, and what lost or was refused is never
 * shown in its place.
 */
import { ChangeOutcome, type FieldChange, type FieldName } from '../../src/contract';
import { orderChanges } from '../../static/src/history/order-changes';

const change = (field: FieldName, outcome: ChangeOutcome): FieldChange => ({
  field,
  origin: 'jira',
  from: null,
  to: null,
  outcome,
  by: null,
  remedy: null,
});

test('what was written comes before what was refused, overruled or agreed', () => {
  const shown = orderChanges([
    change('labels', 'agreed'),
    change('title', 'overruled'),
    change('state', 'refused'),
    change('title', 'applied'),
  ]);
  expect(shown.map(({ outcome }) => outcome)).toEqual([
    'applied',
    'refused',
    'overruled',
    'agreed',
  ]);
});

test('every outcome of the contract has its place', () => {
  const written = change('title', 'applied');
  for (const outcome of ChangeOutcome.options) {
    expect(orderChanges([change('state', outcome), written])).toContain(written);
    if (outcome !== 'applied') {
      expect(orderChanges([change('state', outcome), written])[0]).toBe(written);
    }
  }
});

test('changes with one outcome keep the order of the entry, which stays as it is', () => {
  const changes = [change('points', 'applied'), change('labels', 'applied')];
  expect(orderChanges(changes)).toEqual(changes);
  const mixed = [change('points', 'refused'), change('labels', 'applied')];
  orderChanges(mixed);
  expect(mixed.map(({ field }) => field)).toEqual(['points', 'labels']);
});
