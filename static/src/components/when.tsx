import { useEffect, useState } from 'react';
import { useIntl } from 'react-intl';
import { useText } from '../texts/use-text';

const MINUTE_MS = 60_000;
const STEPS = [
  { unit: 'minute', ms: MINUTE_MS, below: 60 * MINUTE_MS },
  { unit: 'hour', ms: 60 * MINUTE_MS, below: 24 * 60 * MINUTE_MS },
  { unit: 'day', ms: 24 * 60 * MINUTE_MS, below: 30 * 24 * 60 * MINUTE_MS },
] as const;

/** A moment as a person says it ("5 minutes ago"), with date and time to the second on hover. */
export function Ago({ at }: { at: string }) {
  const intl = useIntl();
  const text = useText();
  const now = useMinutes();
  const age = now - Date.parse(at);
  const step = STEPS.find(({ below }) => Math.abs(age) < below);
  const shown =
    Math.abs(age) < MINUTE_MS
      ? text('time.justNow')
      : step
        ? intl.formatRelativeTime(-Math.round(age / step.ms), step.unit)
        : intl.formatDate(at, { dateStyle: 'medium' });
  return (
    <time dateTime={at} title={intl.formatDate(at, { dateStyle: 'full', timeStyle: 'long' })}>
      {shown}
    </time>
  );
}

/** Date and time in the person's locale and time zone; `long` adds the weekday and the zone. */
export function Moment({ at, long = false }: { at: string; long?: boolean }) {
  const intl = useIntl();
  const style = long
    ? ({ dateStyle: 'full', timeStyle: 'long' } as const)
    : ({ dateStyle: 'medium', timeStyle: 'medium' } as const);
  return <time dateTime={at}>{intl.formatDate(at, style)}</time>;
}

function useMinutes(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), MINUTE_MS / 2);
    return () => clearInterval(timer);
  }, []);
  return now;
}
