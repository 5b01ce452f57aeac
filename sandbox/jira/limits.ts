/**
 * Rate limits that the stand-in enforces, all off but the per-issue one. Numbers and header names
 * are those of developer.atlassian.com/cloud/jira/platform/rate-limiting.
 */
export interface LimitSettings {
  /** Points the app may spend in this UTC hour; undefined = no limit. Jira's global pool is 65,000. */
  pointsPerHour?: number;
  /** Requests per second for one method of one endpoint; undefined = no limit. Jira's is about 100. */
  burstPerSecond?: number;
  /** Writes to one issue within a window; undefined = no limit. Jira's is 20 in 2 s. */
  writesPerIssue?: { count: number; windowMs: number } | undefined;
}

export const DEFAULT_LIMITS: LimitSettings = { writesPerIssue: { count: 20, windowMs: 2_000 } };

/** Why a request is refused, with the headers that say so. */
export interface Refusal {
  reason: 'jira-quota-tenant-based' | 'jira-burst-based' | 'jira-per-issue-on-write';
  headers: Record<string, string>;
}

/** The part of a request that limits look at. */
export interface LimitedRequest {
  method: string;
  /** Path with its parameters unfilled, `/rest/api/3/issue/:idOrKey`. */
  endpoint: string;
  /** Id or key in the path when the request writes to an issue. */
  issue?: string;
}

const HOUR = 3_600_000;

/** Counts what the app spends and says when it is too much. */
export class Limits {
  private hour = 0;
  private spent = 0;
  private readonly bursts = new Map<string, number[]>();
  private readonly writes = new Map<string, number[]>();

  constructor(
    private readonly settings: LimitSettings,
    private readonly now: () => number,
  ) {}

  /** Points spent in the running UTC hour. */
  get pointsSpent(): number {
    return this.currentHour() === this.hour ? this.spent : 0;
  }

  spend(points: number): void {
    if (this.currentHour() !== this.hour) {
      this.hour = this.currentHour();
      this.spent = 0;
    }
    this.spent += points;
  }

  /** Counts the request, or refuses it. A refused one is not counted. */
  admit(request: LimitedRequest): Refusal | undefined {
    return this.quota() ?? this.burst(request) ?? this.perIssue(request);
  }

  private quota(): Refusal | undefined {
    const limit = this.settings.pointsPerHour;
    if (limit === undefined || this.pointsSpent < limit) return undefined;
    const reset = (this.currentHour() + 1) * HOUR;
    return refusal('jira-quota-tenant-based', limit, reset - this.now(), reset);
  }

  private burst({ method, endpoint }: LimitedRequest): Refusal | undefined {
    const limit = this.settings.burstPerSecond;
    if (limit === undefined) return undefined;
    const wait = count(this.bursts, `${method} ${endpoint}`, limit, 1_000, this.now());
    return wait === 0 ? undefined : refusal('jira-burst-based', limit, wait, this.now() + wait);
  }

  private perIssue({ issue }: LimitedRequest): Refusal | undefined {
    const limit = this.settings.writesPerIssue;
    if (!limit || issue === undefined) return undefined;
    const wait = count(this.writes, issue, limit.count, limit.windowMs, this.now());
    if (wait === 0) return undefined;
    return refusal('jira-per-issue-on-write', limit.count, wait, this.now() + wait);
  }

  private currentHour(): number {
    return Math.floor(this.now() / HOUR);
  }
}

/** Counts one use in a sliding window, or returns the milliseconds until there is room. */
function count(
  uses: Map<string, number[]>,
  key: string,
  limit: number,
  windowMs: number,
  now: number,
): number {
  const recent = (uses.get(key) ?? []).filter((at) => at > now - windowMs);
  const oldest = recent[recent.length - limit];
  if (oldest === undefined) recent.push(now);
  uses.set(key, recent);
  return oldest === undefined ? 0 : oldest + windowMs - now;
}

function refusal(
  reason: Refusal['reason'],
  limit: number,
  waitMs: number,
  resetAt: number,
): Refusal {
  return {
    reason,
    headers: {
      'Retry-After': String(Math.max(1, Math.ceil(waitMs / 1_000))),
      'RateLimit-Reason': reason,
      'X-RateLimit-Limit': String(limit),
      'X-RateLimit-Remaining': '0',
      'X-RateLimit-Reset': new Date(resetAt).toISOString(),
    },
  };
}
