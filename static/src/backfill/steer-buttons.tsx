import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { BackfillStatus } from '../../../src/contract';
import { ConfirmDialog } from '../components/confirm-dialog';
import { useText } from '../texts/use-text';
import type { useBackfill } from './use-backfill';

interface SteerButtonsProps {
  status: BackfillStatus;
  /** Of the project. */
  name: string;
  steer: ReturnType<typeof useBackfill>['steer'];
}

/** Pauses, resumes and cancels. Cancelling asks first, because it cannot be taken back. */
export function SteerButtons({ status, name, steer }: SteerButtonsProps) {
  const text = useText();
  const [isAsking, setAsking] = useState(false);
  const step = status === 'paused' ? 'resume' : 'pause';
  const working = steer.isPending ? steer.variables : null;
  return (
    <>
      <Button
        appearance={step === 'resume' ? 'primary' : 'default'}
        onClick={() => steer.mutate(step)}
        isLoading={working === 'pause' || working === 'resume'}
      >
        {text(`backfill.${step}`)}
      </Button>
      <Button appearance="subtle" onClick={() => setAsking(true)}>
        {text('backfill.cancel')}
      </Button>
      {isAsking && (
        <ConfirmDialog
          title={text('backfill.cancel.title', { name })}
          body={text('backfill.cancel.body')}
          confirm={text('backfill.cancel')}
          dismiss={text('backfill.cancel.keep')}
          isWorking={working === 'cancel'}
          onConfirm={() => steer.mutate('cancel', { onSettled: () => setAsking(false) })}
          onCancel={() => setAsking(false)}
        />
      )}
    </>
  );
}
