import { useEffect, useState } from 'react';
import { useIntl } from 'react-intl';
import { useText } from '../texts/use-text';

const MINUTE_MS = 60_000;
const STEPS = [
  { unit: 'minute', ms: MINUTE_MS, below: 60 * MINUTE_MS },
  { unit: 'hour', ms: 60 * MINUTE_MS, below: 24 * 60 * MINUTE_MS },
  { unit: 'day', ms: 24 * 60 * MINUTE_MS, below: 30 * 24 * 60 * MINUTE_MS },
] as const;

const FULL = { dateStyle: 'full', timeStyle: 'long' } as const;

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
    <time dateTime={at} title={intl.formatDate(at, FULL)}>
      {shown}
    </time>
  );
}

/** When something is planned for; what is due comes with the next run of the schedule. */
export function Planned({ at }: { at: string }) {
  const text = useText();
  const isDue = useMinutes() > Date.parse(at) - MINUTE_MS;
  return isDue ? <time dateTime={at}>{text('time.due')}</time> : <Ago at={at} />;
}

/** Date and time in the person's locale and time zone, with weekday and zone on hover. */
export function Moment({ at }: { at: string }) {
  const intl = useIntl();
  return (
    <time dateTime={at} title={intl.formatDate(at, FULL)}>
      {intl.formatDate(at, { dateStyle: 'medium', timeStyle: 'medium' })}
    </time>
  );
}

/** Date and time to the minute, without the year: for a row that also says how long ago it was. */
export function ShortMoment({ at }: { at: string }) {
  const intl = useIntl();
  const shown = intl.formatDate(at, {
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  });
  return <time dateTime={at}>{shown}</time>;
}

function useMinutes(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), MINUTE_MS / 2);
    return () => clearInterval(timer);
  }, []);
  return now;
}
