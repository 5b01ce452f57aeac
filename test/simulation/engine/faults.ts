import type { Random } from './random';

/** Everything that can go wrong, each with its own rate in each seed. */
export const FAULTS = [
  'event repeated',
  'event dropped',
  'event late (up to 3 min)',
  'event an hour late',
  'event of the app itself',
  'crash before a call',
  'crash after a call',
  'crash before the acknowledgement',
  'two runs of one pair',
  'queue delivers twice',
  'queue delivers late',
  'poll missed',
  'jira 429',
  'jira 5xx',
  'jira no answer, no effect',
  'jira no answer, effect',
  'jira no answer, effect later',
  'jira refuses a field',
  'jira forbids writing',
  'jira hides an issue',
  'jira outage',
  'align 429',
  'align 5xx',
  'align no answer, no effect',
  'align no answer, effect',
  'align no answer, effect later',
  'align refuses a field',
  'align outage',
  'token revoked',
  'storage fails, no effect',
  'storage fails, effect',
  'storage batch in part',
  'person steps in between two calls',
] as const;
export type Fault = (typeof FAULTS)[number];

/** Chance per occasion when the fault is part of a seed: an occasion is a call, an event, a delivery or a window. */
const RATES: Readonly<Record<Fault, number>> = {
  'event repeated': 0.2,
  'event dropped': 0.1,
  'event late (up to 3 min)': 0.4,
  'event an hour late': 0.05,
  'event of the app itself': 1,
  'crash before a call': 0.01,
  'crash after a call': 0.015,
  'crash before the acknowledgement': 0.08,
  'two runs of one pair': 0.4,
  'queue delivers twice': 0.1,
  'queue delivers late': 0.1,
  'poll missed': 0.4,
  'jira 429': 0.03,
  'jira 5xx': 0.03,
  'jira no answer, no effect': 0.03,
  'jira no answer, effect': 0.05,
  'jira no answer, effect later': 0.04,
  'jira refuses a field': 1,
  'jira forbids writing': 1,
  'jira hides an issue': 1,
  'jira outage': 1,
  'align 429': 0.03,
  'align 5xx': 0.03,
  'align no answer, no effect': 0.03,
  'align no answer, effect': 0.05,
  'align no answer, effect later': 0.04,
  'align refuses a field': 1,
  'align outage': 1,
  'token revoked': 1,
  'storage fails, no effect': 0.008,
  'storage fails, effect': 0.008,
  'storage batch in part': 0.05,
  'person steps in between two calls': 0.1,
};

/** How often a fault is part of a seed. A seed without some faults finds what the noise of all would hide. */
const SHARE = 0.3;

/** The faults of one seed. Draws, counts and, at the end, stops them. */
export class Faults {
  private readonly rates = new Map<Fault, number>();
  readonly injected = new Map<Fault, number>();
  private stopped = false;

  constructor(
    private readonly random: Random,
    off: readonly Fault[] = [],
  ) {
    const share = random.weighted([
      [1, 0],
      [4, SHARE],
      [2, SHARE * 2],
    ]);
    for (const fault of FAULTS) {
      const chosen = random.chance(share);
      const factor = random.pick([0.5, 1, 2]);
      if (chosen && !off.includes(fault)) this.rates.set(fault, Math.min(1, RATES[fault] * factor));
    }
  }

  /** Whether the fault is part of this seed. */
  has(fault: Fault): boolean {
    return this.rates.has(fault);
  }

  /** Whether it happens on this occasion; counted when it does. */
  strikes(fault: Fault): boolean {
    const rate = this.rates.get(fault);
    if (this.stopped || rate === undefined || !this.random.chance(rate)) return false;
    this.count(fault);
    return true;
  }

  count(fault: Fault): void {
    this.injected.set(fault, (this.injected.get(fault) ?? 0) + 1);
  }

  /** From now on nothing goes wrong any more. */
  stop(): void {
    this.stopped = true;
  }

  get total(): number {
    return [...this.injected.values()].reduce((sum, count) => sum + count, 0);
  }
}
