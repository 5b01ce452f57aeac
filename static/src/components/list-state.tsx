import Button from '@atlaskit/button/new';
import type { ReactNode } from 'react';
import { asCallFailed } from '../platform/call';
import { useText } from '../texts/use-text';
import { Blank } from './blank';
import { Failure } from './failure';
import { RowsSkeleton } from './rows-skeleton';

interface ListStateProps {
  query: { isPending: boolean; isLoadingError: boolean; error: unknown; refetch: () => unknown };
  isEmpty: boolean;
  /** What is shown when the list has nothing. */
  blank: ReactNode;
  /** Where to connect to Align, on pages that have such a place. */
  onConnect?: () => void;
  rowHeight?: number;
  children: ReactNode;
}

/** Draws the one state a list is in: loading, not connected, failed, empty or filled. */
export function ListState(props: ListStateProps) {
  const { query, isEmpty, blank, onConnect, rowHeight = 40, children } = props;
  const text = useText();
  if (query.isPending) return <RowsSkeleton height={rowHeight} />;
  if (query.isLoadingError) {
    if (asCallFailed(query.error).code === 'NOT_CONNECTED') {
      return (
        <Blank
          title={text('notConnected.title')}
          body={text('notConnected.body')}
          action={
            onConnect && (
              <Button appearance="primary" onClick={onConnect}>
                {text('notConnected.action')}
              </Button>
            )
          }
        />
      );
    }
    return <Failure error={query.error} onRetry={() => void query.refetch()} />;
  }
  return <>{isEmpty ? blank : children}</>;
}
