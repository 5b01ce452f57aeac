import type { ProjectMapping } from '../../../src/contract';
import { Message } from '../components/message';
import { useText } from '../texts/use-text';

interface OfferBackfillProps {
  mapping: Pick<ProjectMapping, 'projectId' | 'projectName'>;
  go: (path: string) => void;
}

/** After a project was mapped for the first time: what was there before is still to be brought in. */
export function OfferBackfill({ mapping, go }: OfferBackfillProps) {
  const text = useText();
  return (
    <Message
      look="success"
      title={text('backfill.mapped', { name: mapping.projectName })}
      action={{
        label: text('backfill.mapped.action'),
        onClick: () => go(`/projects/${mapping.projectId}/backfill`),
      }}
    >
      <p>{text('backfill.mapped.body')}</p>
    </Message>
  );
}
