import type { DeclaredFunction } from './manifest';

const DEFAULT_SECONDS = 25;
const LONG_RUNNING_DEFAULT_SECONDS = 55;
const LONG_RUNNING_MODULES = new Set(['consumer', 'scheduledTrigger']);

/**
 * Seconds after which an invocation is stopped. Consumers and scheduled triggers may set up to 900
 * (`timeoutSeconds`) and have 55 otherwise; everything else has 25:
 * developer.atlassian.com/platform/forge/limits-invocation
 */
export function timeoutSeconds(moduleType: string, declared: DeclaredFunction): number {
  if (!LONG_RUNNING_MODULES.has(moduleType)) return DEFAULT_SECONDS;
  return declared.timeoutSeconds ?? LONG_RUNNING_DEFAULT_SECONDS;
}
