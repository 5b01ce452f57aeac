import { stamp, type Stamp } from '../stamp';
import { converted, type FieldCodec } from './codec';

/** The only option of Jira's own field "Flagged". */
const FLAG = 'Impediment';

const flagStamp = (on: boolean): Stamp => stamp(on ? 'blocked' : '', on ? 'Blocked' : null);

/** A check box in Jira, in which any tick counts; yes or no in Align. */
export const blocked: FieldCodec<boolean, boolean> = {
  name: 'blocked',
  jira: {
    read: (issue, { jiraFields }) => {
      const ticks = issue.fields[jiraFields.blocked ?? ''];
      return Array.isArray(ticks) && ticks.length > 0;
    },
    stamp: flagStamp,
    fieldId: ({ jiraFields }) => jiraFields.blocked ?? null,
    payload: (on) => (on ? [{ value: FLAG }] : null),
    changeIds: ({ jiraFields }) => [jiraFields.blocked ?? [], 'Flagged'].flat(),
  },
  align: {
    read: (item) => item.more.blocked === true,
    stamp: flagStamp,
    property: 'blocked',
  },
  equal: (jira, align) => jira === align,
  toAlign: (jira) => converted(jira),
  toJira: (align) => converted(align),
};
