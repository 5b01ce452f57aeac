/**
 * Guarantee: nothing is left running when one of several fails; the failure is told once all have ended.
 */
import { allOf } from '../../src/domain/all-of';

test('gives what all have given, each in its place', async () => {
  const all: [number, string] = await allOf([Promise.resolve(1), Promise.resolve('two')]);
  expect(all).toEqual([1, 'two']);
});

test('waits for the others before it tells that one has failed', async () => {
  let ended = false;
  const slow = new Promise<void>((resolve) => setTimeout(resolve, 20)).then(() => {
    ended = true;
  });
  await expect(allOf([Promise.reject(new Error('No.')), slow])).rejects.toThrow('No.');
  expect(ended).toBe(true);
});
