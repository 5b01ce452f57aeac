import type { Site } from '../../sandbox/site';

/** What a batch of the same kind of work cost, for each unit of it. */
export interface UnitCost {
  jiraRequests: number;
  jiraWrites: number;
  jiraPoints: number;
  alignRequests: number;
  alignWrites: number;
  kvsReads: number;
  kvsWrites: number;
  kvsTransactions: number;
  invocations: number;
}

/** Starts counting anew. */
export function reset({ jira, align, host }: Site): void {
  jira.resetRequests();
  align.resetRequests();
  host.resetUsage();
}

/** What has been spent since `reset`, divided by `units`. */
export function perUnit({ jira, align, host }: Site, units: number): UnitCost {
  const { kvs, invocations } = host.usage();
  const each = (total: number) => Number((total / units).toFixed(2));
  const writes = (requests: readonly { method: string }[]) =>
    requests.filter(({ method }) => method !== 'GET').length;
  return {
    jiraRequests: each(jira.requests.length),
    jiraWrites: each(writes(jira.requests)),
    jiraPoints: each(jira.requests.reduce((sum, { points }) => sum + points, 0)),
    alignRequests: each(align.requests.length),
    alignWrites: each(writes(align.requests)),
    kvsReads: each(kvs.reads),
    kvsWrites: each(kvs.writes),
    kvsTransactions: each(kvs.transactions),
    invocations: each(invocations.length),
  };
}

/** Processor time of the app for each unit, in milliseconds. Only right when nothing ran at the same time. */
export function cpuMsPerUnit({ host }: Site, units: number): number {
  const total = host.usage().invocations.reduce((sum, { cpuMs }) => sum + cpuMs, 0);
  return Number((total / units).toFixed(1));
}
