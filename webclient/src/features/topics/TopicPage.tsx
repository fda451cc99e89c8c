import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useEffect, useEffectEvent, useMemo, useRef } from 'react';
import { buttonClass } from '../../design/Button.tsx';
import { Page } from '../../design/Page.tsx';
import { Skeleton } from '../../design/Skeleton.tsx';
import { EmptyState, ErrorState } from '../../design/States.tsx';
import { usePageTitle } from '../../design/usePageTitle.ts';
import { useLaterText } from '../../i18n/text.tsx';
import { nextOf } from '../../live/pages.ts';
import { useMe } from '../accounts/session.ts';
import { QuotedIn } from '../comments/Quoted.tsx';
import { useArrivals } from '../posts/arrivals.ts';
import type { Feed, Scope } from '../posts/feed.ts';
import { FeedEnd } from '../posts/FeedEnd.tsx';
import { FeedList } from '../posts/FeedList.tsx';
import { NewPill } from '../posts/NewPill.tsx';
import { feedQuery, readNewest, readOlder } from '../posts/queries.ts';
import { useFeedKeys } from '../posts/useFeedKeys.ts';
import { useIsInView } from '../posts/useIsInView.ts';
import { folded } from './topic.ts';

/// The posts with a topic that one may read, newest first.
export function TopicPage() {
  const text = useLaterText();
  const { topic: written } = useParams({ from: '/t/$topic' });
  const topic = folded(written);
  usePageTitle(`#${topic}`);
  const scope: Scope = useMemo(() => ({ kind: 'topic', topic }), [topic]);
  // While nobody looked, a post may have come from a tab that one did not read then.
  const feed = useQuery({ ...feedQuery(scope), staleTime: 0 });
  return (
    <Page title={`#${topic}`} hint={text.topicPage.lead}>
      {feed.isPending && <Skeleton />}
      {feed.isLoadingError && <ErrorState error={feed.error} onRetry={() => void feed.refetch()} />}
      {feed.data && <Posts key={topic} topic={topic} scope={scope} feed={feed.data} isReading={feed.isFetching || feed.isError} />}
    </Page>
  );
}

interface Props {
  topic: string;
  scope: Scope;
  feed: Feed;
  /// Or tried to, in vain.
  isReading: boolean;
}

function Posts({ topic, scope, feed, isReading }: Props) {
  const { topicPage } = useLaterText();
  const items = useMemo(() => feed.pages.flatMap((page) => page.items), [feed]);
  const [top, isAtTop] = useIsInView(true);
  const { shown, waiting, reveal } = useArrivals(items, useMe().person.id, isAtTop);
  const isBehind = feed.pages[0]?.isBehind === true;
  const isUpToDate = isAtTop && waiting === 0;
  const readAgain = useEffectEvent(() => void readNewest(scope));
  const isDue = isBehind && isUpToDate && !isReading;
  useEffect(() => {
    if (isDue) readAgain();
  }, [isDue, feed.pages]);
  const older = useMutation({ mutationFn: () => readOlder(scope) });
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = useFeedKeys(list);

  const showNew = async () => {
    if (isBehind) await readNewest(scope);
    reveal();
    window.scrollTo({ top: 0 });
    list.current?.querySelector<HTMLElement>('[role="feed"]')?.focus({ preventScroll: true });
  };

  const next = nextOf(feed);
  if (items.length === 0 && next === undefined) {
    return (
      <EmptyState title={topicPage.none(topic)} hint={topicPage.noneHint}>
        <Link to="/" className={buttonClass('secondary')}>
          {topicPage.toHome}
        </Link>
      </EmptyState>
    );
  }
  return (
    <QuotedIn pages={feed.pages}>
      <div ref={top} />
      <NewPill waiting={isUpToDate ? 0 : isBehind ? Infinity : waiting} onReveal={() => void showNew()} />
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Page Up and Down, as feeds have */}
      <div ref={list} onKeyDown={onKeyDown}>
        <FeedList
          label={`#${topic}`}
          items={shown}
          readings={nothingUnread}
          places="group"
          isOpenEnded={next !== undefined}
          isBusy={older.isPending}
        />
      </div>
      <FeedEnd next={next} older={older} />
    </QuotedIn>
  );
}

/// Here nothing is marked as new: what one has read is told in the tabs.
const nothingUnread = new Map();
