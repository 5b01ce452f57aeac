import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { PeopleList, PersonRow } from '../../../src/contract';
import { ConfirmDialog } from '../components/confirm-dialog';
import { HiddenText } from '../components/hidden-text';
import { Table } from '../components/table';
import table from '../components/table.module.css';
import { useReport } from '../components/use-report';
import { useText } from '../texts/use-text';
import styles from './people.module.css';
import { useEditPeople } from './use-people';

/** Whom admins have matched, each with a way to take it back. */
export function PeopleRows({ version, rows }: PeopleList) {
  const text = useText();
  const report = useReport();
  const [asked, setAsked] = useState<PersonRow | null>(null);
  const removing = useEditPeople('removePerson', {
    onSaved: () => {
      const name = asked?.accountName ?? '';
      report.succeeded(text('people.removed', { name }), text('people.removed.body'));
      setAsked(null);
    },
    onFailed: (error) => {
      report.failed(error);
      setAsked(null);
    },
  });
  return (
    <>
      <Table
        caption={text('people.table')}
        columns={(['jira', 'align'] as const).map((key) => ({
          key,
          title: text(`people.col.${key}`),
        }))}
        className={styles.rows}
        hasActions
      >
        {rows.map((row) => (
          <tr key={row.accountId}>
            <th scope="row">{row.accountName}</th>
            <td>
              {row.userName}{' '}
              <span className={table.muted}>{text('people.uid', { uid: row.uid })}</span>
            </td>
            <td className={styles.action}>
              <Button spacing="compact" onClick={() => setAsked(row)}>
                {text('people.remove')}
                <HiddenText> {row.accountName}</HiddenText>
              </Button>
            </td>
          </tr>
        ))}
      </Table>
      {asked !== null && (
        <ConfirmDialog
          title={text('people.remove.ask', { name: asked.accountName })}
          body={text('people.remove.ask.body')}
          confirm={text('people.remove.confirm')}
          isWorking={removing.isPending}
          onConfirm={() => removing.mutate({ version, accountId: asked.accountId })}
          onCancel={() => setAsked(null)}
        />
      )}
    </>
  );
}
