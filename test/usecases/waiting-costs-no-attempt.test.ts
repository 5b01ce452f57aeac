/**
 * Guarantee: work that only has to wait is never counted as failed and never parked, however often it comes back,
 * until the queue's own day is over; then it is parked with its reason, and so not lost.
 */
import { RateLimitedError } from '../../src/domain/errors';
import { hint } from '../../src/domain/hint';
import type { Parked } from '../../src/domain/parked';
import type { AuditStore, PairStore, ParkedStore } from '../../src/domain/ports/store';
import type { Dependencies } from '../../src/usecases/dependencies';
import { handleHint } from '../../src/usecases/handle-hint';

const HINT = hint({
  target: { kind: 'align', ref: { type: 'story', id: 7 } },
  source: 'align-poll',
  at: '2026-11-24T10:00:00.000Z',
});

/** A world in which storage is the only thing reached, and Jira's quota is used up for 55 minutes more. */
function limited() {
  const parked: Parked[] = [];
  const deps: Partial<Dependencies> = {
    now: () => Date.parse('2026-11-24T10:05:00.000Z'),
    random: () => 0.5,
    log: () => undefined,
    meter: { count: { jira: 0, jiraPoints: 0, align: 0 } },
    pairs: {
      alignRef: () =>
        Promise.reject(
          new RateLimitedError(
            'jira',
            { code: 'JIRA_RATE_LIMITED', message: 'Wait.', remedy: 'Nothing to do.' },
            3_300,
            'all',
          ),
        ),
    } as Partial<PairStore> as PairStore,
    parked: {
      get: () => Promise.resolve(null),
      put: (entry) => Promise.resolve(void parked.push(entry)),
    } as Partial<ParkedStore> as ParkedStore,
    audit: { add: () => Promise.resolve() } as Partial<AuditStore> as AuditStore,
  };
  return { deps: deps as Dependencies, parked };
}

test('an hour of quota brings it back every quarter of an hour, with no failure counted', async () => {
  const { deps, parked } = limited();
  for (let attempt = 0; attempt < 90; attempt += 1) {
    const delivery = { hint: HINT, attempt, failures: 2, lastChance: false };
    expect(await handleHint(deps, delivery)).toEqual({
      kind: 'retry',
      afterSeconds: 750,
      code: 'JIRA_RATE_LIMITED',
      failures: 2,
    });
  }
  expect(parked).toEqual([]);
});

test('at the end of the day it is parked with its reason', async () => {
  const { deps, parked } = limited();
  const delivery = { hint: HINT, attempt: 95, failures: 0, lastChance: true };
  expect(await handleHint(deps, delivery)).toEqual({ kind: 'done', outcome: 'parked' });
  expect(parked).toMatchObject([{ problem: { code: 'JIRA_RATE_LIMITED' }, hint: HINT }]);
});
