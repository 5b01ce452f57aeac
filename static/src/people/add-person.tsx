import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { AlignPersonOption, JiraPersonOption } from '../../../src/contract';
import { Card } from '../components/card';
import { Failure } from '../components/failure';
import form from '../components/pair-form.module.css';
import { useReport } from '../components/use-report';
import { call } from '../platform/call';
import { useText } from '../texts/use-text';
import styles from './people.module.css';
import { PersonPicker } from './person-picker';
import { useEditPeople } from './use-people';

const searchJira = (q: string) => call('searchJiraPeople', { q });
const searchAlign = (q: string) => call('searchAlignPeople', { q });

/** Adds a row to the table, from one person of each side. */
export function AddPerson({ version }: { version: number | undefined }) {
  const text = useText();
  const report = useReport();
  const [account, setAccount] = useState<JiraPersonOption | null>(null);
  const [user, setUser] = useState<AlignPersonOption | null>(null);
  const [isMissing, setMissing] = useState(false);
  const saving = useEditPeople('savePerson', {
    onSaved: () => {
      report.succeeded(
        text('people.saved', { name: account?.name ?? '' }),
        text('people.saved.body'),
      );
      setAccount(null);
      setUser(null);
    },
  });
  const choose = <Person,>(set: (person: Person | null) => void) => {
    return (person: Person | null) => {
      set(person);
      setMissing(false);
      saving.reset();
    };
  };
  const save = () => {
    if (account === null || user === null) return setMissing(true);
    if (version !== undefined && !saving.isPending) {
      saving.mutate({ version, accountId: account.accountId, uid: user.uid });
    }
  };
  return (
    <Card title={text('people.add')}>
      <p className={styles.intro}>{text('people.intro')}</p>
      <div className={form.form}>
        <PersonPicker
          side="jira"
          value={account}
          onChange={choose(setAccount)}
          search={searchJira}
          idOf={({ accountId }) => accountId}
          nameOf={({ name }) => name}
        />
        <PersonPicker
          side="align"
          value={user}
          onChange={choose(setUser)}
          search={searchAlign}
          idOf={({ uid }) => uid}
          nameOf={({ name, email, uid }) => text('people.option', { name, detail: email ?? uid })}
        />
        <Button appearance="primary" onClick={save} isLoading={saving.isPending}>
          {text('people.save')}
        </Button>
      </div>
      {isMissing && (
        <p className={form.missing} role="alert">
          {text('people.missing')}
        </p>
      )}
      {saving.isError && <Failure error={saving.error} />}
    </Card>
  );
}
