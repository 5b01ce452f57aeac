/**
 * Guarantee: a run begins no more requests to Jira Align than Forge allows it, and stops when its time is over.
 */
import { egressShare, TIMEOUT_SECONDS } from '../../src/domain/run-limits';
import { shareOf } from '../../src/usecases/run-share';

test('the share stays below 100 requests for each begun minute', () => {
  expect(egressShare(TIMEOUT_SECONDS.upkeep)).toBe(1_275);
  expect(egressShare(TIMEOUT_SECONDS.poll)).toBe(425);
  expect(egressShare(TIMEOUT_SECONDS.page)).toBe(85);
});

test('a run is spent when its time or its requests are', () => {
  const count = { jira: 0, jiraPoints: 0, align: 3 };
  let now = 1_000;
  const isSpent = shareOf({ now: () => now, meter: { count } }, { ms: 500, alignRequests: 5 });
  expect(isSpent()).toBe(false);
  count.align = 5;
  expect(isSpent()).toBe(true);
  count.align = 0;
  now = 1_501;
  expect(isSpent()).toBe(true);
});
