import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { buttonClass } from '../../design/Button.tsx';
import { Segmented } from '../../design/Segmented.tsx';
import { EmptyState, ErrorState } from '../../design/States.tsx';
import { usePageTitle } from '../../design/usePageTitle.ts';
import { useNow } from '../../i18n/clock.ts';
import { useText } from '../../i18n/text.tsx';
import { useMoments } from '../../i18n/useMoments.ts';
import type { GroupView } from '../../protocol/generated.ts';
import { useMe } from '../accounts/session.ts';
import { groupsQuery, unreadIn } from '../groups/groups.ts';
import { useStandings } from '../joining/standings.ts';
import { waitingNewsQuery } from '../news/waitingNews.ts';
import { Coming } from '../posts/Coming.tsx';
import { MarkFilter } from '../posts/MarkFilter.tsx';
import { scheduledQuery } from '../scheduled/scheduled.ts';
import { useForYou } from './forYou.ts';
import { followedTabs, keepShown, keptShown, type Shown, type SideChoice } from './home.ts';
import styles from './HomePage.module.css';
import { News } from './News.tsx';
import { useWaiting } from './waiting.ts';
import { useWayBack } from './wayBack.ts';
import { Write } from './Write.tsx';

const WaitingNews = lazy(async () => ({ default: (await import('./WaitingNews.tsx')).WaitingNews }));
const ForYou = lazy(async () => ({ default: (await import('./ForYou.tsx')).ForYou }));
const WelcomeBack = lazy(async () => ({ default: (await import('./WelcomeBack.tsx')).WelcomeBack }));
const Talked = lazy(async () => ({ default: (await import('./Talked.tsx')).Talked }));
const WaitingList = lazy(async () => ({ default: (await import('./WaitingList.tsx')).WaitingList }));
const Invitations = lazy(async () => ({ default: (await import('../joining/Invitations.tsx')).Invitations }));

/// Where one starts: what is unread in the tabs that one follows, and then an end.
export function HomePage() {
  const text = useText();
  const groups = useQuery(groupsQuery);
  const isInvited = useStandings('invited').length > 0;
  const waiting = useWaiting();
  const news = useQuery(waitingNewsQuery);
  useQuery(scheduledQuery);
  const forYou = useForYou();
  const wayBack = useWayBack(groups.data?.items);
  // What waits stands above: it does not push away what somebody has begun to read.
  const isComing = groups.isPending || news.isPending || forYou.isComing;
  const above = [...(news.data?.items ?? []).map(({ post }) => post.id), ...forYou.lines.flatMap(({ notification: { post } }) => post ?? [])];
  usePageTitle(text.nav.home);
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <h1 className={styles.greeting}>{useGreeting()}</h1>
        {groups.data && groups.data.items.length > 0 && <Summary groups={groups.data.items} />}
      </header>
      {wayBack.isBack && (
        <Suspense>
          <WelcomeBack onClose={wayBack.close} />
        </Suspense>
      )}
      {news.data && news.data.items.length > 0 && (
        <Suspense>
          <WaitingNews items={news.data.items} />
        </Suspense>
      )}
      {forYou.lines.length > 0 && (
        <Suspense>
          <ForYou />
        </Suspense>
      )}
      {waiting.length > 0 && (
        <Suspense>
          <WaitingList waiting={waiting} />
        </Suspense>
      )}
      {isInvited && (
        <Suspense>
          <Invitations />
        </Suspense>
      )}
      {wayBack.isBack && !isComing && (
        <Suspense>
          <Talked without={new Set(above)} onEnd={wayBack.end} />
        </Suspense>
      )}
      {isComing && <Coming />}
      {groups.isLoadingError && <ErrorState error={groups.error} onRetry={() => void groups.refetch()} />}
      {!isComing && groups.data && <Write groups={groups.data.items} />}
      {!isComing && groups.data && <Body groups={groups.data.items} />}
    </div>
  );
}

/// How much there is, over all that one follows: the sum of what stands in the rail.
function Summary({ groups }: { groups: readonly GroupView[] }) {
  const text = useText();
  const withNews = groups.filter((view) => unreadIn(view) > 0);
  const total = withNews.reduce((sum, view) => sum + unreadIn(view), 0);
  return (
    <p className={styles.summary}>
      {total === 0 ? text.home.nothingNew : text.home.unread(text.count.posts(total), withNews.length)}
    </p>
  );
}

function Body({ groups }: { groups: readonly GroupView[] }) {
  const text = useText();
  const [shown, setShown] = useState(keptShown);
  const isExternal = useMe().role === 'guest';
  if (groups.length === 0) {
    return isExternal ? (
      <EmptyState title={text.groups.none} hint={text.groups.noneHint} />
    ) : (
      <Nowhere title={text.groups.none} hint={text.groups.joinHint} way={text.groups.toGroups} />
    );
  }
  if (followedTabs(groups).length === 0) {
    return <Nowhere title={text.home.followsNothing} hint={text.home.followsNothingHint} way={text.groups.toGroups} />;
  }
  const choose = (next: Shown) => {
    keepShown(next);
    setShown(next);
  };
  const filter = (
    <div className={styles.filter}>
      <Segmented<SideChoice>
        label={text.home.side}
        value={shown.side}
        choices={[
          ['all', text.home.sides.all],
          ['business', text.home.sides.business],
          ['ssc', text.home.sides.ssc],
        ]}
        onChange={(side) => choose({ ...shown, side })}
      />
      <MarkFilter value={shown.mark} onChange={(mark) => choose({ ...shown, mark })} />
    </div>
  );
  const key = `${shown.side} ${shown.mark}`;
  return <News key={key} groups={groups} filtered={shown} filter={filter} onAll={() => choose({ side: 'all', mark: 'all' })} />;
}

/// Nothing to read: why, and the one way on.
function Nowhere({ title, hint, way }: { title: string; hint: string; way: string }) {
  return (
    <EmptyState title={title} hint={hint}>
      <Link to="/groups" className={buttonClass('secondary')}>
        {way}
      </Link>
    </EmptyState>
  );
}

function useGreeting(): string {
  const text = useText();
  const hour = useMoments().hour(useNow());
  const { person } = useMe();
  const part = hour < 6 ? 'night' : hour < 12 ? 'morning' : hour < 18 ? 'afternoon' : 'evening';
  return text.home.greeting(part, person.name.split(' ')[0] ?? person.name);
}
