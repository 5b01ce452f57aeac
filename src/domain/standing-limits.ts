/** What must not be called for now: until when (ISO 8601), by the names that the functions below give. */
export type StandingLimits = Readonly<Record<string, string>>;

/** All of Jira. */
export const ALL_OF_JIRA = 'jira';

/**
 * One endpoint of Jira with its method, whichever issue or project it is called for.
 * @param path with or without its query
 */
export function jiraEndpoint(method: string, path: string): string {
  const segments = (path.split('?')[0] ?? '').split('/');
  return `jira ${method} ${segments.map((segment) => (isId(segment) ? '-' : segment)).join('/')}`;
}

/** An id, or an issue's key. The `3` of `/rest/api/3` comes out the same everywhere, so it does no harm. */
function isId(segment: string): boolean {
  return /^(?:\d+|[A-Z][A-Z0-9_]*-\d+)$/.test(segment);
}

/** All of one Jira Align site. A person who connects another site is not kept from it. */
export function allOfAlign(site: string): string {
  return `align ${site}`;
}

/** Seconds until none of the names is held back any more, rounded up; 0 when none is. */
export function standingWait(
  limits: StandingLimits,
  names: readonly string[],
  now: number,
): number {
  const until = names.map((name) => Date.parse(limits[name] ?? '')).filter((time) => time > now);
  return until.length === 0 ? 0 : Math.ceil((Math.max(...until) - now) / 1_000);
}

/** With one more limit; of two for the same name the later stays, and what is over goes. */
export function withLimit(
  limits: StandingLimits,
  name: string,
  seconds: number,
  now: number,
): StandingLimits {
  const standing = Object.entries(limits).filter(([, until]) => Date.parse(until) > now);
  const until = new Date(now + seconds * 1_000).toISOString();
  const before = standing.find(([known]) => known === name)?.[1] ?? '';
  return { ...Object.fromEntries(standing), [name]: before > until ? before : until };
}
