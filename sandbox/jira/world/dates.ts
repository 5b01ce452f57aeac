/** A time as Jira writes it: milliseconds and an offset without colon, `2026-11-24T05:36:12.345+0000`. */
export function jiraDate(epochMs: number): string {
  return new Date(epochMs).toISOString().replace('Z', '+0000');
}
