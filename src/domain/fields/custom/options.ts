import type { CustomFieldMapping } from '../../../contract/mapping';

type Values = CustomFieldMapping['values'];

/** What an option of Jira is called in Align: as the pairing says, else by its own name. Never guessed. */
export function alignOption(values: Values, jira: string): string {
  return values.find((value) => value.jira === jira)?.align ?? jira;
}

/** What an option of Align is called in Jira, see `alignOption`. */
export function jiraOption(values: Values, align: string): string {
  return values.find((value) => value.align === align)?.jira ?? align;
}

/** Whether two options mean the same. Several of one side may go by one of the other without changing back and forth. */
export function isSameOption(values: Values, jira: string, align: string): boolean {
  return alignOption(values, jira) === align || jiraOption(values, align) === jira;
}

/** Name of an option as either side sends it: by itself, or in an object that calls it `value` or `name`. */
export function optionName(option: unknown): string | null {
  if (typeof option === 'string') return option.trim() || null;
  if (typeof option === 'number' || typeof option === 'boolean') return String(option);
  if (typeof option !== 'object' || option === null) return null;
  const { value, name } = option as { value?: unknown; name?: unknown };
  return (
    optionName(typeof value === 'object' ? null : value) ?? (typeof name === 'string' ? name : null)
  );
}
