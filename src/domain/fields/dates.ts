import type { SystemField } from '../../contract/common';
import type { ProjectMapping } from '../../contract/mapping';
import type { AlignMore } from '../align-item';
import { dayIn } from '../day';
import { stamp, type Stamp } from '../stamp';
import { converted, refused, type FieldCodec } from './codec';

type DateField = Extract<SystemField, 'startDate' | 'dueDate' | 'targetDate' | 'acceptedDate'>;
type Day = string | null;

/** Jira fills it when an issue is resolved, and takes it from nobody. */
export const RESOLUTION_DATE = 'resolutiondate';

const dayStamp = (day: Day): Stamp => stamp(day ?? '', day);

/** A day of the calendar: `YYYY-MM-DD` on both sides. */
function date(
  name: DateField,
  fieldId: (mapping: ProjectMapping) => string | null,
): FieldCodec<Day, Day> {
  return {
    name,
    jira: {
      read: (issue, mapping) => dayIn(issue.fields[fieldId(mapping) ?? '']),
      stamp: dayStamp,
      fieldId,
      payload: (day) => day,
      changeIds: (mapping) => [fieldId(mapping) ?? []].flat(),
    },
    align: {
      read: (item) => item.more[name satisfies keyof AlignMore] ?? null,
      stamp: dayStamp,
      property: name,
    },
    equal: (jira, align) => jira === align,
    toAlign: (jira) => converted(jira),
    toJira: (align, _current, { mapping }) =>
      fieldId(mapping) === RESOLUTION_DATE
        ? refused(
            'RESOLUTION_DATE_READ_ONLY',
            'Jira sets the resolution date itself when an issue is resolved.',
            'Let the field go from Jira to Jira Align only, or choose another date field of Jira.',
          )
        : converted(align),
  };
}

const chosen =
  (name: DateField) =>
  ({ jiraFields }: ProjectMapping): string | null =>
    jiraFields[name] ?? null;

/** When work begins. */
export const startDate = date('startDate', chosen('startDate'));
/** When it is to be done. */
export const dueDate = date('dueDate', () => 'duedate');
/** When the portfolio asked for it. */
export const targetDate = date('targetDate', chosen('targetDate'));
/** When it was accepted. Align may set it by itself when an item reaches its last state. */
export const acceptedDate = date('acceptedDate', chosen('acceptedDate'));
