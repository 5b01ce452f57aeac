import { stamp, type Stamp } from '../../stamp';
import { converted } from '../codec';
import type { CustomKind } from './kind';
import { alignOption, isSameOption, jiraOption, optionName } from './options';

type Names = readonly string[];

const sorted = (names: readonly (string | null)[]): Names =>
  [...new Set(names.filter((name) => name !== null))].sort();

const namesStamp = (names: Names): Stamp => stamp(JSON.stringify(names), names.join(', '));

/** Any number of options, as a set: order and repeats do not count. */
export const choices: CustomKind<Names, Names> = {
  jira: {
    read: (raw) => sorted((Array.isArray(raw) ? raw : []).map(optionName)),
    stamp: namesStamp,
    payload: (names) => names.map((value) => ({ value })),
  },
  align: { read: (values) => sorted(values.map(optionName)), stamp: namesStamp },
  equal: (jira, align, { pairing: { values } }) =>
    jira.every((name) => align.some((other) => isSameOption(values, name, other))) &&
    align.every((name) => jira.some((other) => isSameOption(values, other, name))),
  // An option that already stands for one of the other side stays as it is.
  toAlign: (jira, current, { pairing: { values } }) =>
    converted(
      sorted(
        jira.map(
          (name) =>
            current?.find((other) => isSameOption(values, name, other)) ??
            alignOption(values, name),
        ),
      ),
    ),
  toJira: (align, current, { pairing: { values } }) =>
    converted(
      sorted(
        align.map(
          (name) =>
            current?.find((other) => isSameOption(values, other, name)) ?? jiraOption(values, name),
        ),
      ),
    ),
};
