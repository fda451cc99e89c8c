import { useMutation, useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { Skeleton } from '../../design/Skeleton.tsx';
import { ErrorState } from '../../design/States.tsx';
import { useNow } from '../../i18n/clock.ts';
import { useMoments } from '../../i18n/useMoments.ts';
import { useText } from '../../i18n/text.tsx';
import { nextOf } from '../../live/pages.ts';
import type { PostView } from '../../protocol/generated.ts';
import { useMe } from '../accounts/session.ts';
import { useGroups } from '../groups/groups.ts';
import { useArrivals } from './arrivals.ts';
import type { Feed as FeedPages, FeedPage, Scope } from './feed.ts';
import styles from './Feed.module.css';
import { FeedItem } from './FeedItem.tsx';
import { FeedEnd } from './FeedEnd.tsx';
import { MarkAll } from './MarkAll.tsx';
import { NewPill } from './NewPill.tsx';
import { OutgoingPosts } from './Outgoing.tsx';
import type { Places } from './Place.tsx';
import { feedQuery, readNewest, readOlder } from './queries.ts';
import { isUnread, type Readings, readingsOf } from './reading.ts';
import { useFeedKeys } from './useFeedKeys.ts';
import { useIsInView } from './useIsInView.ts';
import { useSeen } from './useSeen.ts';

interface Props {
  scope: Scope;
  places: Places;
  empty: ReactNode;
}

/// Posts, newest first, by day (role=feed of the W3C's practices).
export function Feed({ scope, places, empty }: Props) {
  const feed = useQuery(feedQuery(scope));
  return (
    <div>
      <OutgoingPosts scope={scope} />
      {feed.isPending && <Skeleton />}
      {feed.isLoadingError && <ErrorState error={feed.error} onRetry={() => void feed.refetch()} />}
      {feed.data && (
        <Posts scope={scope} feed={feed.data} isReading={feed.isFetching || feed.isError} places={places} empty={empty} />
      )}
    </div>
  );
}

interface PostsProps extends Props {
  feed: FeedPages;
  /// Or tried to, in vain.
  isReading: boolean;
}

function Posts({ scope, feed, isReading, places, empty }: PostsProps) {
  const text = useText();
  const me = useMe().person.id;
  const groups = useGroups();
  const items = useMemo(() => feed.pages.flatMap((page) => page.items), [feed]);
  const readings = useMemo(() => readingsOf(groups), [groups]);
  const atVisit = useAsOfVisit(readings);
  const [top, isAtTop] = useIsInView(true);
  const { shown, waiting, reveal } = useArrivals(items, me, isAtTop);
  const [newest] = feed.pages;
  const isBehind = newest?.isBehind === true;
  const isUpToDate = isAtTop && waiting === 0;
  useNewest(scope, newest, isBehind && isUpToDate && !isReading);
  const older = useMutation({ mutationFn: () => readOlder(scope) });
  const next = nextOf(feed);
  const observer = useSeen(items, readings, me);
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = useFeedKeys(list);
  const days = useDays(shown);
  const lastNew = shown.findLastIndex(({ post }) => isUnread(post, atVisit, me));

  const showNew = async () => {
    if (isBehind) await readNewest(scope);
    reveal();
    window.scrollTo({ top: 0 });
    list.current?.focus({ preventScroll: true });
  };

  return (
    <>
      <div ref={top} className={styles.top} />
      <NewPill waiting={isUpToDate ? 0 : isBehind ? Infinity : waiting} onReveal={() => void showNew()} />
      <MarkAll unread={items.filter(({ post }) => isUnread(post, readings, me))} />
      {items.length === 0 ? (
        empty
      ) : (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Page Up and Down, as feeds have
        <div
          ref={list}
          role="feed"
          tabIndex={-1}
          aria-label={text.feed.label}
          aria-busy={older.isPending}
          className={styles.feed}
          onKeyDown={onKeyDown}
        >
          {shown.map((view, index) => (
            <FeedItem
              key={view.post.id}
              view={view}
              places={places}
              day={days[index] === days[index - 1] ? undefined : days[index]}
              isLastOfDay={days[index] !== days[index + 1]}
              isUnread={isUnread(view.post, readings, me)}
              endsNew={index === lastNew && index < shown.length - 1}
              position={index + 1}
              size={next === undefined ? shown.length : -1}
              observer={observer}
            />
          ))}
        </div>
      )}
      {items.length > 0 && <FeedEnd next={next} older={older} />}
    </>
  );
}

/// Whoever reads at the top sees the newest, however much comes.
function useNewest(scope: Scope, held: FeedPage | undefined, isDue: boolean): void {
  const read = useEffectEvent(() => void readNewest(scope));
  useEffect(() => {
    if (isDue) read();
    // It may have been read and be behind again before it was drawn: then another page is held.
  }, [isDue, held]);
}

/// How far everything had been read when the page was opened: the line "new since" does not move while one reads.
function useAsOfVisit(readings: Readings): Readings {
  const [atVisit, setAtVisit] = useState(readings);
  if (atVisit.size === 0 && readings.size > 0) setAtVisit(readings);
  return atVisit;
}

/// The heading of the day of each post.
function useDays(items: PostView[]): string[] {
  const moments = useMoments();
  const now = useNow();
  return useMemo(() => items.map(({ post }) => moments.day(post.published_at, now)), [items, moments, now]);
}
