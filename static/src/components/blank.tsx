import EmptyState from '@atlaskit/empty-state';
import type { ReactNode } from 'react';

interface BlankProps {
  title: string;
  body: string;
  action?: ReactNode;
}

/** What a list shows when it has nothing: why, and what to do next. */
export function Blank({ title, body, action }: BlankProps) {
  return (
    <EmptyState header={title} headingLevel={2} description={body} primaryAction={action ?? null} />
  );
}
