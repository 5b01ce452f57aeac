import { useMemo } from 'react';
import type { HistorySource } from '../history/history-source';
import { HistoryView } from '../history/history-view';
import { call } from '../platform/call';

interface ProjectHistoryProps {
  go: (path: string) => void;
  /** Narrows the history to one issue, as a link from another tab does. */
  issueKey: string | null;
}

/** The history of the page's project, or of one issue in it, which is found by its key. */
export default function ProjectHistory({ go, issueKey }: ProjectHistoryProps) {
  const source = useMemo<HistorySource>(
    () => ({
      key: `project ${issueKey ?? ''}`,
      list: ({ q, cursor }) =>
        call('listProjectHistory', { q: q ?? issueKey ?? undefined, cursor }),
      hasProjects: false,
    }),
    [issueKey],
  );
  return (
    <HistoryView source={source} go={go} {...(issueKey !== null && { onlyIssue: issueKey })} />
  );
}
