import Button from '@atlaskit/button/new';
import { useState } from 'react';
import { ConfirmDialog } from '../components/confirm-dialog';
import { useText } from '../texts/use-text';
import { usePause } from './use-pause';

/** Pauses the sync of all projects, once it has said what that means. */
export function PauseButton() {
  const text = useText();
  const pause = usePause();
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <Button spacing="compact" onClick={() => setAsking(true)} isDisabled={pause.isWorking}>
        {text('pause.pauseAll')}
      </Button>
      {isAsking && (
        <ConfirmDialog
          title={text('pause.ask')}
          body={text('pause.ask.body')}
          confirm={text('pause.pauseAll')}
          isWorking={pause.isWorking}
          onConfirm={() => {
            pause.take({ step: 'pauseAll' });
            setAsking(false);
          }}
          onCancel={() => setAsking(false)}
        />
      )}
    </>
  );
}
