import { Lozenge } from '../components/lozenge';
import { useQuery } from '@tanstack/react-query';
import type { ProjectMapping } from '../../../src/contract';
import { Blank } from '../components/blank';
import { Card } from '../components/card';
import { Fact, Facts } from '../components/facts';
import { FieldTable } from '../components/field-table';
import { ListState } from '../components/list-state';
import stack from '../components/stack.module.css';
import { StaleNotice } from '../components/stale-notice';
import { call } from '../platform/call';
import { MappedTypes } from '../projects/mapped-types';
import { useText } from '../texts/use-text';

/** What a project's admin may know of its mapping. Changing it is the site admin's business. */
export default function MappingSummary() {
  const text = useText();
  const query = useQuery({
    queryKey: ['project-summary'],
    queryFn: () => call('getProjectSummary', {}),
  });
  const mapping = query.data?.mapping ?? null;
  const why = query.data?.connected === false ? 'notConnected' : 'notMapped';
  return (
    <div className={`${stack.stack} ${stack.readable}`}>
      <StaleNotice query={query} />
      <ListState
        query={query}
        isEmpty={mapping === null}
        rowHeight={96}
        blank={<Blank title={text(`project.${why}`)} body={text(`project.${why}.body`)} />}
      >
        {mapping && <Summary mapping={mapping} />}
      </ListState>
    </div>
  );
}

function Summary({ mapping }: { mapping: ProjectMapping }) {
  const text = useText();
  return (
    <>
      <Card
        title={text('project.mapping.title', { program: mapping.programName })}
        status={
          <Lozenge look={mapping.enabled ? 'success' : 'neutral'}>
            {text(mapping.enabled ? 'project.on' : 'project.off')}
          </Lozenge>
        }
      >
        <Facts>
          <Fact name={text('project.fact.types')}>
            <MappedTypes types={mapping.types} />
          </Fact>
          <Fact name={text('project.fact.create')}>
            {text(mapping.createInJira ? 'project.create.yes' : 'project.create.no')}
          </Fact>
        </Facts>
      </Card>
      <Card title={text('project.fields')}>
        <FieldTable
          caption={text('project.fields')}
          fields={mapping.fields}
          isShown={(field) => mapping.fields[field].direction !== 'off'}
          direction={(_field, { direction }) => text(`direction.${direction}`)}
          policy={(_field, { policy }) => text(`policy.${policy}`)}
        />
      </Card>
      <p>{text('project.whoChanges')}</p>
    </>
  );
}
