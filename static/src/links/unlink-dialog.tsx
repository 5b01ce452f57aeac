import type { LinkRow } from '../../../src/contract';
import { ConfirmDialog } from '../components/confirm-dialog';
import { useText } from '../texts/use-text';
import type { Unlink } from './use-unlink';

/** Asks before a pair is taken apart, since the two are not paired again by themselves. */
export function UnlinkDialog({ row, unlink }: { row: LinkRow; unlink: Unlink }) {
  const text = useText();
  return (
    <ConfirmDialog
      title={text('links.unlink.ask', { key: row.issueKey })}
      body={text('links.unlink.ask.body')}
      confirm={text('links.unlink.confirm')}
      isWorking={unlink.isWorking}
      onConfirm={unlink.confirm}
      onCancel={unlink.cancel}
    />
  );
}
