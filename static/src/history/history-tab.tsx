import { useMemo } from 'react';
import { call } from '../platform/call';
import type { HistorySource } from './history-source';
import { HistoryView } from './history-view';

interface HistoryTabProps {
  go: (path: string) => void;
  /** Narrows the history to one issue, as a link from another tab does. */
  issueId: string | null;
  issueKey: string | null;
}

/** The history of the whole site, or of one issue. */
export default function HistoryTab({ go, issueId, issueKey }: HistoryTabProps) {
  const source = useMemo<HistorySource>(
    () => ({
      key: issueId === null ? 'site' : `issue ${issueId}`,
      list: (input) => call('listHistory', issueId === null ? input : { ...input, issueId }),
      hasProjects: issueId === null,
    }),
    [issueId],
  );
  return (
    <HistoryView
      source={source}
      go={go}
      {...(issueId !== null && { onlyIssue: issueKey ?? issueId })}
    />
  );
}
