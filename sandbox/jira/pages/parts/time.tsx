/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

const relative = new Intl.RelativeTimeFormat('en-US', { numeric: 'auto' });
const absolute = new Intl.DateTimeFormat('en-US', {
  dateStyle: 'medium',
  timeStyle: 'short',
  timeZone: 'UTC',
});

/** "5 minutes ago", with the exact time (UTC) on hover. The browser keeps it current. */
export function TimeAgo({ at, now }: { at: number; now: number }) {
  const [unit, size] = UNITS.find(([, length]) => now - at >= length) ?? ['second', 1_000];
  const words =
    unit === 'second' ? 'just now' : relative.format(-Math.floor((now - at) / size), unit);
  return (
    <time datetime={new Date(at).toISOString()} title={`${absolute.format(at)} UTC`} data-time-ago>
      {words}
    </time>
  );
}
