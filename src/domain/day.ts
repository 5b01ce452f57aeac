const DAY = 86_400_000;

/**
 * The day of a date as either side sends it, `YYYY-MM-DD`; null for none. A time of day that follows it says nothing:
 * a day that is kept as midnight must not become another one in some zone.
 */
export function dayIn(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const day = /^\d{4}-\d\d-\d\d(?=$|[T ])/.exec(value.trim())?.[0];
  return day === undefined || Number.isNaN(Date.parse(`${day}T00:00:00Z`)) ? null : day;
}

/** Days between two days, whichever comes first. */
export function daysBetween(one: string, other: string): number {
  return Math.abs(Date.parse(one) - Date.parse(other)) / DAY;
}
