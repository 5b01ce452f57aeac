import { Fragment, type ReactNode } from 'react';
import type { FieldRule, ProjectMapping, SystemField } from '../../../src/contract';
import { useText } from '../texts/use-text';
import { PolicyByDirection } from './policy-by-direction';
import { Table } from './table';
import table from './table.module.css';

const GROUPS = {
  basics: ['title', 'description', 'labels', 'points'],
  people: ['owner', 'reporter', 'team'],
  planning: ['parent', 'priority', 'increment', 'sprint', 'fixVersion'],
  dates: ['startDate', 'dueDate', 'targetDate', 'acceptedDate'],
  status: ['state', 'blocked', 'blockedReason'],
} as const satisfies Record<string, readonly SystemField[]>;

type Group = keyof typeof GROUPS;

interface FieldTableProps extends Pick<ProjectMapping, 'fields'> {
  caption: string;
  className?: string | undefined;
  /** Whether a field has a row. */
  isShown: (field: SystemField) => boolean;
  /** Draws which Jira field is behind a field; without it the table has no such column. */
  jiraField?: (field: SystemField, rule: FieldRule) => ReactNode;
  /** Draws the direction of a field. */
  direction: (field: SystemField, rule: FieldRule) => ReactNode;
  /** Draws the policy, which is shown for a field that goes both ways. */
  policy: (field: SystemField, rule: FieldRule) => ReactNode;
}

/** Which way each field goes, and who wins when both sides changed it, the fields in groups. */
export function FieldTable(props: FieldTableProps) {
  const { caption, className, fields, isShown, jiraField, direction, policy } = props;
  const text = useText();
  const columns = (
    ['field', ...(jiraField ? ['jiraField' as const] : []), 'direction', 'policy'] as const
  ).map((key) => ({ key, title: text(`mapping.fields.${key}`) }));
  const groups = (Object.keys(GROUPS) as Group[]).map((group) => ({
    group,
    shown: GROUPS[group].filter(isShown),
  }));
  return (
    <Table caption={caption} columns={columns} className={className}>
      {groups
        .filter(({ shown }) => shown.length > 0)
        .map(({ group, shown }) => (
          <Fragment key={group}>
            <tr className={table.group}>
              <th scope="colgroup" colSpan={columns.length}>
                {text(`mapping.fields.group.${group}`)}
              </th>
            </tr>
            {shown.map((field) => {
              const rule = fields[field];
              return (
                <tr key={field}>
                  <th scope="row">{text(`field.${field}`)}</th>
                  {jiraField && <td>{jiraField(field, rule)}</td>}
                  <td>{direction(field, rule)}</td>
                  <td>
                    <PolicyByDirection direction={rule.direction}>
                      {policy(field, rule)}
                    </PolicyByDirection>
                  </td>
                </tr>
              );
            })}
          </Fragment>
        ))}
    </Table>
  );
}
