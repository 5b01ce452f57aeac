import { stamp, type Stamp } from '../../stamp';
import { converted, refused } from '../codec';
import type { CustomKind } from './kind';

/** A day as yyyy-mm-dd, or a text that is none: then it goes nowhere. */
function dayIn(value: unknown): string | null {
  if (typeof value !== 'string' || value.trim() === '') return null;
  return /^\d{4}-\d\d-\d\d(?=$|[T ])/.exec(value.trim())?.[0] ?? value.trim();
}

const isDay = (value: string): boolean => {
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(`${value}T`);
};

const dayStamp = (value: string | null): Stamp => stamp(value ?? '', value);

/** A day of the calendar. Align may add a time to it, which says nothing. */
export const date: CustomKind<string | null, string | null> = {
  jira: { read: dayIn, stamp: dayStamp, payload: (value) => value },
  align: { read: (values) => dayIn(values[0]), stamp: dayStamp },
  equal: (jira, align) => jira === align,
  toAlign: (jira) => converted(jira),
  toJira: (align, _current, { pairing: { name } }) =>
    align === null || isDay(align)
      ? converted(align)
      : refused(
          'CUSTOM_NOT_A_DATE',
          `${name} holds "${align.slice(0, 50)}" in Jira Align, which the app cannot read as a date.`,
          'Enter the date in Jira Align as year-month-day, for example 2027-03-31.',
        ),
};
