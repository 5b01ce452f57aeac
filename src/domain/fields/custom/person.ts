import type { JiraPerson } from '../../issue';
import { jiraPersonIn, personRules } from '../person-rules';
import type { CustomKind } from './kind';

function uidIn(value: unknown): string | null {
  const uid = typeof value === 'number' || typeof value === 'string' ? String(value).trim() : '';
  return uid === '' || uid === '0' ? null : uid;
}

const rules = personRules('CUSTOM');

/** A person, in Align by the uid. */
export const person: CustomKind<JiraPerson | null, string | null> = {
  ...rules,
  jira: { ...rules.jira, read: jiraPersonIn },
  align: { ...rules.align, read: (values) => uidIn(values[0]) },
};
