import { useEffect } from 'react';
import { Button } from '../../design/Button.tsx';
import { Emblem } from '../../design/Paving.tsx';
import { useText } from '../../i18n/text.tsx';
import styles from './FeedEnd.module.css';
import { useIsInView } from './useIsInView.ts';

interface Props {
  feed: {
    hasNextPage: boolean;
    isFetchingNextPage: boolean;
    isFetchNextPageError: boolean;
    fetchNextPage: () => unknown;
  };
}

/// Older posts come when one gets near them, or on the button; the last one says that it is the last.
export function FeedEnd({ feed }: Props) {
  const text = useText();
  if (!feed.hasNextPage) {
    return (
      <div className={styles.end}>
        <Emblem size={28} />
        <p className={styles.title}>{text.feed.end}</p>
        <p className={styles.hint}>{text.feed.endHint}</p>
      </div>
    );
  }
  return (
    <div className={styles.older}>
      {!feed.isFetchNextPageError && <Near feed={feed} />}
      <p role="status">{feed.isFetchNextPageError && text.feed.olderFailed}</p>
      <Button aria-disabled={feed.isFetchingNextPage} onClick={() => void feed.fetchNextPage()}>
        {feed.isFetchingNextPage ? text.feed.loadingOlder : text.feed.older}
      </Button>
    </div>
  );
}

/// Reaches up into the page, so that the next posts are there before the reader is.
function Near({ feed }: Props) {
  const [ref, isNear] = useIsInView(false);
  const isDue = isNear && !feed.isFetchingNextPage;
  const { fetchNextPage } = feed;
  useEffect(() => {
    if (isDue) void fetchNextPage();
  }, [isDue, fetchNextPage]);
  return <div ref={ref} className={styles.near} />;
}
