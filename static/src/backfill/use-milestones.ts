import { useEffect, useRef } from 'react';
import type { BackfillView } from '../../../src/contract';
import { useAnnounce } from '../platform/announcer';
import { useText } from '../texts/use-text';
import { milestone } from './milestone';

/** Tells people who use a screen reader how far it is, at every quarter and whenever its status changes. */
export function useMilestones(view: BackfillView | undefined): void {
  const text = useText();
  const announce = useAnnounce();
  const told = useRef<BackfillView | undefined>(undefined);
  useEffect(() => {
    const before = told.current;
    told.current = view;
    if (view === undefined || before === undefined) return;
    const news = milestone(before, view);
    if (news === null) return;
    announce(
      news.kind === 'quarter'
        ? text('backfill.said.progress', { percent: news.percent })
        : text(`backfill.said.${news.status}`, { created: view.created, linked: view.linked }),
    );
  }, [view, text, announce]);
}
