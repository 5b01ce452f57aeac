import Button from '@atlaskit/button/new';
import { useText } from '../texts/use-text';
import { Failure } from './failure';
import styles from './load-more.module.css';

interface LoadMoreProps {
  query: {
    hasNextPage: boolean;
    isFetchingNextPage: boolean;
    isFetchNextPageError: boolean;
    error: unknown;
    fetchNextPage: () => unknown;
  };
}

/** The end of a list: the button for the next page, or why the next page did not come. */
export function LoadMore({ query }: LoadMoreProps) {
  const text = useText();
  const next = () => void query.fetchNextPage();
  if (query.isFetchNextPageError) {
    return <Failure error={query.error} title={text('list.moreFailed')} onRetry={next} />;
  }
  if (!query.hasNextPage) return null;
  return (
    <div className={styles.more}>
      <Button onClick={next} isLoading={query.isFetchingNextPage}>
        {text('list.loadMore')}
      </Button>
    </div>
  );
}
