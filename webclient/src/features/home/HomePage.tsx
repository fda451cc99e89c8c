import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { buttonClass } from '../../design/Button.tsx';
import { EmptyState, ErrorState } from '../../design/States.tsx';
import { usePageTitle } from '../../design/usePageTitle.ts';
import { useNow } from '../../i18n/clock.ts';
import { useText } from '../../i18n/text.tsx';
import { useMoments } from '../../i18n/useMoments.ts';
import { useMe } from '../accounts/session.ts';
import { groupsQuery } from '../groups/groups.ts';
import { useStandings } from '../joining/standings.ts';
import { Feed } from '../posts/Feed.tsx';
import styles from './HomePage.module.css';
import { Unread } from './Unread.tsx';

const Invitations = lazy(async () => ({ default: (await import('../joining/Invitations.tsx')).Invitations }));

/// Where one starts: what is new, by group, and then everything, newest first, to its end.
export function HomePage() {
  const text = useText();
  const groups = useQuery(groupsQuery);
  const isInvited = useStandings('invited').length > 0;
  const isExternal = useMe().role === 'guest';
  usePageTitle(text.nav.home);
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <h1 className={styles.greeting}>{useGreeting()}</h1>
        {groups.data && <Unread groups={groups.data.items} />}
      </header>
      {isInvited && (
        <Suspense>
          <Invitations />
        </Suspense>
      )}
      {groups.isLoadingError && <ErrorState error={groups.error} onRetry={() => void groups.refetch()} />}
      {groups.data?.items.length === 0 ? (
        <EmptyState title={text.groups.none} hint={isExternal ? text.groups.noneHint : text.joining.noneHint}>
          {!isExternal && (
            <Link to="/groups" className={buttonClass('primary')}>
              {text.joining.toDirectory}
            </Link>
          )}
        </EmptyState>
      ) : (
        <section aria-label={text.home.feedHeading} className={styles.feed}>
          <Feed scope={{ kind: 'home' }} places="group" empty={<EmptyState title={text.feed.empty} hint={text.feed.emptyReadOnly} />} />
        </section>
      )}
    </div>
  );
}

function useGreeting(): string {
  const text = useText();
  const hour = useMoments().hour(useNow());
  const { person } = useMe();
  const part = hour < 6 ? 'night' : hour < 12 ? 'morning' : hour < 18 ? 'afternoon' : 'evening';
  return text.home.greeting(part, person.name.split(' ')[0] ?? person.name);
}
