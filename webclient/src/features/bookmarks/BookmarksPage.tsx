import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo, useRef } from 'react';
import { Button, buttonClass } from '../../design/Button.tsx';
import { Page } from '../../design/Page.tsx';
import { Skeleton } from '../../design/Skeleton.tsx';
import { EmptyState, ErrorState } from '../../design/States.tsx';
import { usePageTitle } from '../../design/usePageTitle.ts';
import { useLaterText } from '../../i18n/text.tsx';
import { nextOf } from '../../live/pages.ts';
import { QuotedIn } from '../comments/Quoted.tsx';
import type { Feed, Scope } from '../posts/feed.ts';
import { FeedList } from '../posts/FeedList.tsx';
import { feedQuery, readOlder } from '../posts/queries.ts';
import { useFeedKeys } from '../posts/useFeedKeys.ts';
import styles from './BookmarksPage.module.css';
import { useKept } from './keep.ts';

const scope: Scope = { kind: 'bookmarks' };

/// The posts that one kept, the last one first.
export function BookmarksPage() {
  const text = useLaterText();
  usePageTitle(text.nav.bookmarks);
  const feed = useQuery(feedQuery(scope));
  return (
    <Page title={text.nav.bookmarks} hint={text.kept.lead}>
      {feed.isPending && <Skeleton />}
      {feed.isLoadingError && <ErrorState error={feed.error} onRetry={() => void feed.refetch()} />}
      {feed.data && <Kept feed={feed.data} />}
    </Page>
  );
}

function Kept({ feed }: { feed: Feed }) {
  const text = useLaterText();
  const items = useKept(useMemo(() => feed.pages.flatMap((page) => page.items), [feed]));
  const older = useMutation({ mutationFn: () => readOlder(scope) });
  const isMore = nextOf(feed) !== undefined;
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = useFeedKeys(list);
  if (items.length === 0 && !isMore) {
    return (
      <EmptyState title={text.kept.empty} hint={text.kept.emptyHint}>
        <Link to="/" className={buttonClass('secondary')}>
          {text.kept.toHome}
        </Link>
      </EmptyState>
    );
  }
  return (
    <QuotedIn pages={feed.pages}>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Page Up and Down, as feeds have */}
      <div ref={list} onKeyDown={onKeyDown}>
        <FeedList
          label={text.nav.bookmarks}
          items={items}
          readings={nothingUnread}
          places="group"
          isWithoutDays
          isOpenEnded={isMore}
          isBusy={older.isPending}
        />
      </div>
      <p role="status" className={styles.failed}>
        {older.isError && text.feed.olderFailed}
      </p>
      {isMore && (
        <Button
          className={styles.older}
          aria-disabled={older.isPending}
          onClick={() => {
            older.mutate();
          }}
        >
          {older.isPending ? text.feed.loadingOlder : text.feed.older}
        </Button>
      )}
    </QuotedIn>
  );
}

/// Here nothing is marked as new: one has read what one keeps.
const nothingUnread = new Map();
