/** A whole number between two bounds, from a number or its decimal digits; else the fallback. */
export function wholeNumber(value: unknown, min: number, max: number, fallback: number): number {
  const digits = typeof value === 'string' ? value.trim() : value;
  if (typeof digits === 'string' && !/^\d{1,9}$/.test(digits)) return fallback;
  const number = typeof digits === 'string' || typeof digits === 'number' ? Number(digits) : NaN;
  return Number.isInteger(number) && number >= min && number <= max ? number : fallback;
}
