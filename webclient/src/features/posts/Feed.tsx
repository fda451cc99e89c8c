import { useMutation, useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { Button } from '../../design/Button.tsx';
import { Skeleton } from '../../design/Skeleton.tsx';
import { EmptyState, ErrorState } from '../../design/States.tsx';
import { useText } from '../../i18n/text.tsx';
import { nextOf } from '../../live/pages.ts';
import type { Mark, PostView } from '../../protocol/generated.ts';
import { useStore } from '../../state/store.ts';
import { useArrived } from '../../state/useArrived.ts';
import { useMe, useMyself } from '../accounts/session.ts';
import { QuotedIn } from '../comments/Quoted.tsx';
import { useGroups } from '../groups/groups.ts';
import { isUnread, type Readings, readingsOf } from '../groups/readings.ts';
import { OwnHeldHere, useHasOwnHeld } from '../held/OwnHeldHere.tsx';
import { useArrivals } from './arrivals.ts';
import { type Feed as FeedPages, type FeedPage, isByActivity, newestFirst, type NewsScope } from './feed.ts';
import styles from './Feed.module.css';
import { FeedEnd } from './FeedEnd.tsx';
import { FeedList } from './FeedList.tsx';
import { FeedTools } from './FeedTools.tsx';
import { isPlain, keepLook, keptLook, type Look, scopeWith } from './look.ts';
import { MarkAll } from './MarkAll.tsx';
import { NewPill } from './NewPill.tsx';
import { type Outgoing, outbox } from './outbox.ts';
import { goesTo, OutgoingPosts } from './Outgoing.tsx';
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

/// Posts, newest first unless one likes them otherwise.
export function Feed({ scope, places, empty }: Props) {
  const [look, setLook] = useLook(scope);
  const shown = look ? scopeWith(scope, look) : scope;
  const feed = useQuery(feedQuery(shown));
  const isThere = useArrived(feed.data !== undefined);
  const me = useMyself()?.person.id;
  const groups = useGroups();
  const readings = useMemo(() => readingsOf(groups), [groups]);
  const items = useMemo(() => feed.data?.pages.flatMap((page) => page.items) ?? [], [feed.data]);
  const toRead = useToRead(scope, shown, items);
  const unread = toRead.filter(({ post }) => isUnread(post, readings, me));
  const isEmpty = feed.data !== undefined && items.length === 0;
  return (
    <div>
      <OutgoingPosts scope={scope} />
      <OwnHeldHere scope={scope} />
      {/* Nobody says of posts that are not shown that they have read them. */}
      {!(isEmpty && (!look || isPlain(look))) && (
        <FeedTools look={look} onLook={setLook}>
          {!('mark' in shown) && <MarkAll unread={unread} />}
        </FeedTools>
      )}
      {(feed.isPending || (feed.data && !isThere)) && <Skeleton />}
      {feed.isLoadingError && <ErrorState error={feed.error} onRetry={() => void feed.refetch()} />}
      {feed.data && isThere && (
        <QuotedIn pages={feed.data.pages}>
          <Posts
            key={look && `${look.order} ${look.mark}`}
            scope={shown}
            feed={feed.data}
            items={items}
            readings={readings}
            toRead={toRead}
            isReading={feed.isFetching || feed.isError}
            places={places}
            empty={look && look.mark !== 'all' ? <NoneSo mark={look.mark} onAll={() => setLook({ ...look, mark: 'all' })} /> : empty}
          />
        </QuotedIn>
      )}
    </div>
  );
}

/// Home has a filter of its own.
function useLook(scope: NewsScope): [Look | undefined, (look: Look) => void] {
  const [look, setLook] = useState(keptLook);
  // What somebody writes, and does not show, would be out of sight as soon as it is there: here, for now, all is shown.
  const isHidden = (each: Outgoing) => each.state === 'sending' && each.request.mark !== look.mark && goesTo(each, scope);
  const isSomeHidden = useStore(outbox, (all) => look.mark !== 'all' && all.some(isHidden));
  if (isSomeHidden) setLook({ ...look, mark: 'all' });
  const choose = (next: Look) => {
    keepLook(next);
    setLook(next);
  };
  return [scope.kind === 'home' ? undefined : look, choose];
}

interface PostsProps extends Props {
  feed: FeedPages;
  items: PostView[];
  readings: Readings;
  /// By what reading marks, newest first.
  toRead: readonly PostView[];
  /// Or tried to, in vain.
  isReading: boolean;
}

function Posts({ scope, feed, items, readings, toRead, isReading, places, empty }: PostsProps) {
  const text = useText();
  const me = useMe().person.id;
  const hasOwnHeld = useHasOwnHeld(scope);
  const atVisit = useAsOfVisit(readings);
  const [top, isAtTop] = useIsInView(true);
  const arrivals = useArrivals(items, me, isAtTop);
  // By activity what is new, and what would move, waits for a word: then all is read again.
  const isMoving = isByActivity(scope);
  const { shown, waiting, reveal } = isMoving ? { ...arrivals, shown: items, waiting: 0 } : arrivals;
  const [newest] = feed.pages;
  const isBehind = newest?.isBehind === true;
  const isUpToDate = isAtTop && waiting === 0 && !isMoving;
  useNewest(scope, newest, isBehind && isUpToDate && !isReading);
  const older = useMutation({ mutationFn: () => readOlder(scope) });
  const next = nextOf(feed);
  const observer = useSeen(toRead, readings, me);
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
      <NewPill
        waiting={isUpToDate ? 0 : isBehind ? Infinity : waiting}
        words={isMoving ? text.moves.newActivity : undefined}
        onReveal={() => void showNew()}
      />
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
            isWithoutDays={isMoving}
            isOpenEnded={next !== undefined}
            isBusy={older.isPending}
            lastNew={isMoving ? -1 : shown.findLastIndex(({ post }) => isUnread(post, atVisit, me))}
            observer={observer}
          />
        </div>
      )}
      {items.length > 0 && <FeedEnd next={next} older={older} />}
    </>
  );
}

/// Reading marks by all that is loaded, also when some of it is not shown: a mark passes nothing unseen.
function useToRead(whole: NewsScope, scope: NewsScope, items: readonly PostView[]): PostView[] {
  const isFiltered = 'mark' in scope;
  const { data } = useQuery({ ...feedQuery(whole), enabled: isFiltered });
  return useMemo(() => newestFirst([...items, ...(isFiltered ? (data?.pages.flatMap((page) => page.items) ?? []) : [])]), [data, isFiltered, items]);
}

/// None of those that one asked for: the way to the others.
function NoneSo({ mark, onAll }: { mark: Mark; onAll: () => void }) {
  const text = useText();
  return (
    <EmptyState title={text.moves.noneSo[mark]}>
      <Button onClick={onAll}>{text.home.showAll}</Button>
    </EmptyState>
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
