import { useMutation, useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { Skeleton } from '../../design/Skeleton.tsx';
import { ErrorState } from '../../design/States.tsx';
import { useText } from '../../i18n/text.tsx';
import { nextOf } from '../../live/pages.ts';
import { useStore } from '../../state/store.ts';
import { useArrived } from '../../state/useArrived.ts';
import { useMe } from '../accounts/session.ts';
import { QuotedIn } from '../comments/Quoted.tsx';
import { useGroups } from '../groups/groups.ts';
import { isUnread, type Readings, readingsOf } from '../groups/readings.ts';
import { OwnHeldHere, useHasOwnHeld } from '../held/OwnHeldHere.tsx';
import { useArrivals } from './arrivals.ts';
import type { Feed as FeedPages, FeedPage, NewsScope } from './feed.ts';
import styles from './Feed.module.css';
import { FeedEnd } from './FeedEnd.tsx';
import { FeedList } from './FeedList.tsx';
import { MarkAll } from './MarkAll.tsx';
import { NewPill } from './NewPill.tsx';
import { OutgoingPosts } from './Outgoing.tsx';
import type { Places } from './Place.tsx';
import { feedQuery, readNewest, readOlder } from './queries.ts';
import { heldBack } from './reading.ts';
import { useFeedKeys } from './useFeedKeys.ts';
import { useIsInView } from './useIsInView.ts';
import { useSeen } from './useSeen.ts';

interface Props {
  scope: NewsScope;
  places: Places;
  empty: ReactNode;
}

/// Posts, newest first.
export function Feed({ scope, places, empty }: Props) {
  const feed = useQuery(feedQuery(scope));
  const isThere = useArrived(feed.data !== undefined);
  return (
    <div>
      <OutgoingPosts scope={scope} />
      <OwnHeldHere scope={scope} />
      {(feed.isPending || (feed.data && !isThere)) && <Skeleton />}
      {feed.isLoadingError && <ErrorState error={feed.error} onRetry={() => void feed.refetch()} />}
      {feed.data && isThere && (
        <QuotedIn pages={feed.data.pages}>
          <Posts scope={scope} feed={feed.data} isReading={feed.isFetching || feed.isError} places={places} empty={empty} />
        </QuotedIn>
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
  const hasOwnHeld = useHasOwnHeld(scope);
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

  const showNew = async () => {
    if (isBehind) await readNewest(scope);
    reveal();
    window.scrollTo({ top: 0 });
    list.current?.querySelector<HTMLElement>('[role="feed"]')?.focus({ preventScroll: true });
  };

  return (
    <>
      <div ref={top} className={styles.top} />
      <NewPill waiting={isUpToDate ? 0 : isBehind ? Infinity : waiting} onReveal={() => void showNew()} />
      <MarkAll unread={items.filter(({ post }) => isUnread(post, readings, me))} />
      {items.length === 0 ? (
        !hasOwnHeld && empty
      ) : (
        // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Page Up and Down, as feeds have
        <div ref={list} onKeyDown={onKeyDown}>
          <FeedList
            label={text.feed.label}
            items={shown}
            readings={readings}
            places={places}
            isOpenEnded={next !== undefined}
            isBusy={older.isPending}
            lastNew={shown.findLastIndex(({ post }) => isUnread(post, atVisit, me))}
            observer={observer}
          />
        </div>
      )}
      {items.length > 0 && <FeedEnd next={next} older={older} />}
    </>
  );
}

/// Whoever reads at the top sees the newest, however much comes.
function useNewest(scope: NewsScope, held: FeedPage | undefined, isDue: boolean): void {
  const read = useEffectEvent(() => void readNewest(scope));
  useEffect(() => {
    if (isDue) read();
    // It may have been read and be behind again before it was drawn: then another page is held.
  }, [isDue, held]);
}

/// How far everything had been read when the page was opened: the line "new since" does not move while one reads, only to
/// where the reader says that it is unread from.
function useAsOfVisit(readings: Readings): Readings {
  const [atVisit, setAtVisit] = useState(readings);
  if (atVisit.size === 0 && readings.size > 0) setAtVisit(readings);
  const held = useStore(heldBack);
  return useMemo(
    () => (held.size === 0 ? atVisit : new Map([...atVisit, ...[...readings].filter(([tab]) => held.has(tab))])),
    [atVisit, held, readings],
  );
}
