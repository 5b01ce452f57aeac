/** Storage operations. An item of a batch counts as one read or write; a transaction counts as one
 * transaction, whatever it holds. */
export interface KvsUsage {
  reads: number;
  writes: number;
  queries: number;
  transactions: number;
}

/** Says that one storage operation of a kind was made. */
export type KvsMeter = (kind: keyof KvsUsage) => void;

/** What one invocation cost. */
export interface InvocationUsage {
  functionKey: string;
  outcome: 'ok' | 'error' | 'time-out' | 'crash';
  /** Wall time from the start of the handler to its end. */
  ms: number;
  /** CPU time of the child meanwhile; invocations that ran at the same time are in it too. */
  cpuMs: number;
  kvs: KvsUsage;
  jiraRequests: number;
  egressRequests: number;
}

/** Counts since the host started, or since `resetUsage()`. */
export interface ForgeUsage {
  kvs: KvsUsage;
  /** Requests of the back end to Jira; those of a page through the bridge are not in it. */
  jira: { requests: number };
  egress: { requests: number };
  /** `delivered` counts every delivery, `retries` those of them that were not the first. */
  queue: { pushed: number; delivered: number; retries: number };
  /** The last 10,000 invocations, oldest first. */
  invocations: InvocationUsage[];
}

const KEPT_INVOCATIONS = 10_000;

export const noKvsUsage = (): KvsUsage => ({ reads: 0, writes: 0, queries: 0, transactions: 0 });

const nothing = (): ForgeUsage => ({
  kvs: noKvsUsage(),
  jira: { requests: 0 },
  egress: { requests: 0 },
  queue: { pushed: 0, delivered: 0, retries: 0 },
  invocations: [],
});

/** What an invocation has used so far; the proxy counts into it. */
export interface RunningUsage {
  kvs: KvsUsage;
  jiraRequests: number;
  egressRequests: number;
}

/** Adds up what the app uses, in all and per invocation. */
export class UsageMeter {
  private totals = nothing();

  kvs(running: RunningUsage): KvsMeter {
    return (kind) => {
      running.kvs[kind] += 1;
      this.totals.kvs[kind] += 1;
    };
  }

  jiraRequest(running: RunningUsage): void {
    running.jiraRequests += 1;
    this.totals.jira.requests += 1;
  }

  egressRequest(running: RunningUsage): void {
    running.egressRequests += 1;
    this.totals.egress.requests += 1;
  }

  queue(kind: keyof ForgeUsage['queue'], count = 1): void {
    this.totals.queue[kind] += count;
  }

  finished(invocation: InvocationUsage): void {
    this.totals.invocations.push(invocation);
    if (this.totals.invocations.length > KEPT_INVOCATIONS) this.totals.invocations.shift();
  }

  /** A copy of the counts. */
  read(): ForgeUsage {
    return structuredClone(this.totals);
  }

  reset(): void {
    this.totals = nothing();
  }
}
