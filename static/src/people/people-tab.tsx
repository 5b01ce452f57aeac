import { Blank } from '../components/blank';
import { Card } from '../components/card';
import { ListState } from '../components/list-state';
import stack from '../components/stack.module.css';
import { StaleNotice } from '../components/stale-notice';
import table from '../components/table.module.css';
import { useText } from '../texts/use-text';
import { AddPerson } from './add-person';
import { PeopleRows } from './people-rows';
import { usePeople } from './use-people';

/** The people whom the e-mail address does not match, as the admins have said who they are. */
export default function PeopleTab() {
  const text = useText();
  const people = usePeople();
  const rows = people.data?.rows ?? [];
  return (
    <div className={stack.stack}>
      <AddPerson version={people.data?.version} />
      <Card
        title={text('people.table')}
        status={
          rows.length > 0 && (
            <span className={table.muted}>{text('people.count', { count: rows.length })}</span>
          )
        }
      >
        <StaleNotice query={people} />
        <ListState
          query={people}
          isEmpty={rows.length === 0}
          blank={<Blank title={text('people.empty')} body={text('people.empty.body')} />}
        >
          {people.data && <PeopleRows {...people.data} />}
        </ListState>
      </Card>
    </div>
  );
}
