import { stamp, type Stamp } from '../../stamp';
import { converted } from '../codec';
import type { CustomKind } from './kind';
import { alignOption, isSameOption, jiraOption, optionName } from './options';

const optionStamp = (value: string | null): Stamp => stamp(value ?? '', value);

/**
 * One of several options, by its name. Whether the other side has an option of that name only that side knows: one
 * that it does not have is refused there.
 */
export const choice: CustomKind<string | null, string | null> = {
  jira: {
    read: optionName,
    stamp: optionStamp,
    payload: (value) => (value === null ? null : { value }),
  },
  align: { read: (values) => optionName(values[0]), stamp: optionStamp },
  equal: (jira, align, { pairing: { values } }) =>
    jira === null || align === null ? jira === align : isSameOption(values, jira, align),
  toAlign: (jira, _current, { pairing: { values } }) =>
    converted(jira === null ? null : alignOption(values, jira)),
  toJira: (align, _current, { pairing: { values } }) =>
    converted(align === null ? null : jiraOption(values, align)),
};
