import type { ThrownError } from '../invocation-failed';

/** What the child is started with, as JSON in its first argument. */
export interface RunnerStart {
  /** The host's only door, for example `http://127.0.0.1:4000`. */
  doorUrl: string;
  /** Handler file, as in `index.onIssueEvent`, to the bundle that holds it. */
  bundles: Record<string, string>;
}

/** What an invocation knows of itself; the plain part of `ForgeRuntime` of @forge/api. */
export interface InvocationSeed {
  id: string;
  /** Identifies the invocation at the door. */
  token: string;
  functionKey: string;
  moduleType: string;
  moduleKey: string;
  appId: string;
  appVersion: string;
  environmentId: string;
  environmentType: string;
  installationId: string;
  cloudId: string;
  contextAri: string;
  /** The person who caused the invocation; absent for events, schedules and consumers. */
  accountId?: string;
  permissions: { scopes: string[]; external: Record<string, unknown> };
  traceId: string;
  spanId: string;
}

export interface InvokeMessage {
  kind: 'invoke';
  seed: InvocationSeed;
  /** `<file>.<export>` */
  handler: string;
  event: unknown;
  timeoutMs: number;
}

export type RunnerMessage =
  | { kind: 'ready'; coldStartMs: number }
  | { kind: 'load-failed'; error: ThrownError }
  | { kind: 'log'; level: string; functionKey?: string; text: string }
  | ResultMessage;

export interface ResultMessage {
  kind: 'result';
  id: string;
  outcome: { ok: true; body?: unknown } | { ok: false; error: ThrownError };
  ms: number;
  cpuMs: number;
}

/** Headers by which a call of `__forge_fetch__` travels to the door, and how the door answers. */
export const DOOR_HEADERS = {
  token: 'forge-proxy-authorization',
  meta: 'forge-host-meta',
  target: 'forge-host-target',
  /** Set by the door when it refuses an external request. */
  egressRefused: 'forge-host-egress-refused',
  /** Set by the door when the other side could not be reached: Node's error code. */
  networkError: 'forge-host-network-error',
} as const;

/** First argument of `__forge_fetch__` in @forge packages. */
export interface ForgeFetchMeta {
  type: string;
  provider?: string;
  remote?: string;
  accountId?: string;
  contextAri?: string;
  service?: string;
}
