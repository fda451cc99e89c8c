import { useMutation, useQuery } from '@tanstack/react-query';
import { CheckCheck } from 'lucide-react';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import { Button } from '../../design/Button.tsx';
import { Skeleton } from '../../design/Skeleton.tsx';
import { ErrorState } from '../../design/States.tsx';
import { useText } from '../../i18n/text.tsx';
import { nextOf } from '../../live/pages.ts';
import type { GroupView, PostView } from '../../protocol/generated.ts';
import { useArrived } from '../../state/useArrived.ts';
import { useMe } from '../accounts/session.ts';
import { QuotedIn } from '../comments/Quoted.tsx';
import { isUnread, readingsOf } from '../groups/readings.ts';
import { useArrivals } from '../posts/arrivals.ts';
import type { Feed } from '../posts/feed.ts';
import { FeedList } from '../posts/FeedList.tsx';
import { NewPill } from '../posts/NewPill.tsx';
import { OutgoingPosts } from '../posts/Outgoing.tsx';
import { feedQuery, readHomeAfresh, readNewest, readOlder } from '../posts/queries.ts';
import { useFeedKeys } from '../posts/useFeedKeys.ts';
import { useIsInView } from '../posts/useIsInView.ts';
import { useMarkAll } from '../posts/useMarkAll.ts';
import { useSeen } from '../posts/useSeen.ts';
import { Earlier } from './Earlier.tsx';
import { arrange, crowdedTabs, everything, followedTabs, scopeOf, type Shown, showsAll } from './home.ts';
import styles from './News.module.css';
import { NewsRow } from './NewsRow.tsx';

interface Props {
  groups: readonly GroupView[];
  filtered: Shown;
  /// Where one chooses it.
  filter: ReactNode;
  onAll: () => void;
}

/// What is unread. Reading marks by all that is unread, also when only some of it is shown: a mark passes nothing unseen.
export function News(props: Props) {
  const { filtered } = props;
  const all = useQuery(feedQuery(everything));
  const chosen = useQuery(feedQuery(scopeOf('unread', filtered)));
  const error = all.error ?? chosen.error;
  const isThere = useArrived(all.data !== undefined && chosen.data !== undefined);
  if (all.data && chosen.data && isThere) {
    return (
      <QuotedIn pages={chosen.data.pages}>
        <Loaded {...props} all={all.data} feed={chosen.data} />
      </QuotedIn>
    );
  }
  if (!error) return <Waiting filter={props.filter}><Skeleton /></Waiting>;
  const retry = () => {
    void all.refetch();
    void chosen.refetch();
  };
  return <Waiting filter={props.filter}><ErrorState error={error} onRetry={retry} /></Waiting>;
}

const Waiting = ({ filter, children }: { filter: ReactNode; children: ReactNode }) => (
  <>
    <div className={styles.tools}>{filter}</div>
    {children}
  </>
);

function Loaded({ groups, filtered, filter, onAll, all, feed }: Props & { all: Feed; feed: Feed }) {
  const text = useText();
  const me = useMe().person.id;
  const followed = useMemo(() => followedTabs(groups), [groups]);
  const readings = useMemo(() => readingsOf(groups), [groups]);
  const items = useItems(feed);
  const allItems = useItems(all);
  const [top, isAtTop] = useIsInView(true);
  const { shown, waiting, reveal } = useArrivals(items, me, isAtTop);
  const [crowded, setCrowded] = useState(() => crowdedTabs(items));
  const { rows, single } = arrange(shown, crowded, followed);
  const observer = useSeen(allItems, readings, me);
  const place = useRef<HTMLDivElement>(null);
  const onKeyDown = useFeedKeys(place);
  const markAll = useMarkAll(readHomeAfresh);
  const scope = scopeOf('unread', filtered);
  const more = useMutation({ mutationFn: () => readOlder(scope) });
  const isMore = nextOf(feed) !== undefined;
  const unread = allItems.filter(({ post }) => isUnread(post, readings, me));

  const isBehind = feed.pages[0]?.isBehind === true;
  const showNew = async () => {
    if (isBehind) await readNewest(scope);
    reveal();
    setCrowded(crowdedTabs(items));
    window.scrollTo({ top: 0 });
  };

  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Page Up and Down, as feeds have
    <div ref={place} onKeyDown={onKeyDown}>
      <div ref={top} />
      <div className={styles.tools}>
        {filter}
        {unread.length > 0 && showsAll(filtered) && <MarkAll onPress={() => void markAll(unread)} />}
      </div>
      <NewPill waiting={isBehind ? Infinity : isAtTop ? 0 : waiting} onReveal={() => void showNew()} />
      <OutgoingPosts scope={everything} />
      {rows.length > 0 && (
        <ul role="list" aria-label={text.home.busyTabs} className={styles.rows}>
          {rows.map((row) => (
            <NewsRow
              key={row.tab.tab.id}
              row={row}
              isWhole={showsAll(filtered)}
              readings={readings}
              observer={observer}
              isOpenAtFirst={rows.length === 1 && single.length === 0}
              onMarkRead={(posts, said) => void markAll(posts, said)}
            />
          ))}
        </ul>
      )}
      {single.length > 0 && (
        <FeedList
          label={text.home.feedHeading}
          items={single}
          readings={readings}
          places="group"
          isOpenEnded={isMore}
          isBusy={more.isPending}
          observer={observer}
        />
      )}
      {isMore ? (
        <Button className={styles.more ?? ''} aria-disabled={more.isPending} onClick={() => { more.mutate(); }}>
          {more.isPending ? text.feed.loadingOlder : text.home.moreUnread}
        </Button>
      ) : (
        <Earlier filtered={filtered} above={shown} hasUnreadElsewhere={shown.length === 0 && unread.length > 0} onAll={onAll} />
      )}
    </div>
  );
}

const useItems = (feed: Feed): PostView[] => useMemo(() => feed.pages.flatMap((page) => page.items), [feed]);

function MarkAll({ onPress }: { onPress: () => void }) {
  const text = useText();
  return (
    <Button
      look="quiet"
      className={styles.markAll ?? ''}
      icon={<CheckCheck size={16} aria-hidden />}
      title={text.home.markAllHint}
      onClick={onPress}
    >
      {text.feed.markAll}
    </Button>
  );
}
