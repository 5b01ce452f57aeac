import Button from '@atlaskit/button/new';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { ProjectMapping } from '../../../src/contract';
import { ConfirmDialog } from '../components/confirm-dialog';
import { Failure } from '../components/failure';
import { call } from '../platform/call';
import { useText } from '../texts/use-text';
import type { DraftStep } from './draft';
import styles from './import-connector.module.css';
import { ImportNotes } from './import-notes';

interface ImportConnectorProps {
  draft: ProjectMapping;
  /** Whether the person has changed something that an import would replace. */
  isDirty: boolean;
  change: (step: DraftStep) => void;
}

/** Fills the form with what the vendor's own connector is configured to do, as changes that are not saved. */
export function ImportConnector({ draft: { projectId }, isDirty, change }: ImportConnectorProps) {
  const text = useText();
  const [isAsking, setAsking] = useState(false);
  const load = useMutation({
    mutationFn: () => call('importConnectorMapping', { projectId }),
    onSuccess: ({ draft }) => change({ step: 'imported', draft }),
  });
  return (
    <div className={styles.import}>
      <div>
        <Button
          appearance="subtle"
          spacing="compact"
          isLoading={load.isPending}
          onClick={() => (isDirty ? setAsking(true) : load.mutate())}
        >
          {text('mapping.import')}
        </Button>
      </div>
      {load.isError && (
        <Failure
          error={load.error}
          title={text('mapping.import.failed')}
          onRetry={() => load.mutate()}
        />
      )}
      <div role="status">{load.isSuccess && <ImportNotes notes={load.data.notes} />}</div>
      {isAsking && (
        <ConfirmDialog
          title={text('mapping.import.replace')}
          body={text('mapping.import.replace.body')}
          confirm={text('mapping.import.replace.confirm')}
          onConfirm={() => {
            setAsking(false);
            load.mutate();
          }}
          onCancel={() => setAsking(false)}
        />
      )}
    </div>
  );
}
