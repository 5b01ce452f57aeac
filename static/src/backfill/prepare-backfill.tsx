import Button from '@atlaskit/button/new';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { BackfillChoices, ProjectMapping } from '../../../src/contract';
import { Card } from '../components/card';
import { Failure } from '../components/failure';
import { call } from '../platform/call';
import { useText } from '../texts/use-text';
import styles from './backfill.module.css';
import { Choice } from './choice';
import { PreviewResult } from './preview-result';
import type { useBackfill } from './use-backfill';

interface PrepareBackfillProps {
  mapping: ProjectMapping;
  suggested: BackfillChoices;
  start: ReturnType<typeof useBackfill>['start'];
}

/** Choices, the preview of what they lead to, and the start. */
export function PrepareBackfill({ mapping, suggested, start }: PrepareBackfillProps) {
  const text = useText();
  const { projectId, createInJira, adoptForeign } = mapping;
  const [choices, setChoices] = useState<BackfillChoices>({
    ...suggested,
    matchByKey: suggested.matchByKey && adoptForeign,
    includeAlign: suggested.includeAlign && createInJira,
  });
  const preview = useMutation({
    mutationFn: () => call('previewBackfill', { projectId, ...choices }),
  });
  const choose = (change: Partial<BackfillChoices>) => {
    setChoices((last) => ({ ...last, ...change }));
    // What was previewed is not what would be done any more.
    preview.reset();
  };
  const isBusy = preview.isPending || start.isPending;
  return (
    <>
      <Card title={text('backfill.choices')}>
        <div className={styles.choices}>
          <Choice
            label={text('backfill.matchByTitle')}
            help={text('backfill.matchByTitle.help')}
            isChecked={choices.matchByTitle}
            isDisabled={isBusy}
            onChange={(matchByTitle) => choose({ matchByTitle })}
          />
          <Choice
            label={text('backfill.matchByKey')}
            help={text(adoptForeign ? 'backfill.matchByKey.help' : 'backfill.matchByKey.off')}
            isChecked={choices.matchByKey}
            isDisabled={isBusy || !adoptForeign}
            onChange={(matchByKey) => choose({ matchByKey })}
          />
          <Choice
            label={text('backfill.includeAlign')}
            help={text(createInJira ? 'backfill.includeAlign.help' : 'backfill.includeAlign.off')}
            isChecked={choices.includeAlign}
            isDisabled={isBusy || !createInJira}
            onChange={(includeAlign) => choose({ includeAlign })}
          />
        </div>
        <div className={styles.buttons}>
          <Button
            appearance={preview.isSuccess ? 'default' : 'primary'}
            onClick={() => preview.mutate()}
            isLoading={preview.isPending}
            isDisabled={start.isPending}
          >
            {text(preview.isSuccess ? 'backfill.previewAgain' : 'backfill.preview')}
          </Button>
        </div>
      </Card>
      {preview.isError && (
        <Failure
          error={preview.error}
          title={text('backfill.preview.failed')}
          onRetry={() => preview.mutate()}
        />
      )}
      {preview.isSuccess && (
        <PreviewResult
          preview={preview.data}
          isStarting={start.isPending}
          onStart={() => start.mutate(choices)}
        />
      )}
      {start.isError && <Failure error={start.error} title={text('backfill.start.failed')} />}
    </>
  );
}
