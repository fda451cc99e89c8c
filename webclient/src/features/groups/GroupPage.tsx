import { useIsFetching, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { NotFound } from '../../app/Problems.tsx';
import { Button, buttonClass } from '../../design/Button.tsx';
import { Skeleton } from '../../design/Skeleton.tsx';
import { EmptyState, ErrorState, PageMessage } from '../../design/States.tsx';
import { usePageTitle } from '../../design/usePageTitle.ts';
import { useText } from '../../i18n/text.tsx';
import type { GroupView, TabView } from '../../protocol/generated.ts';
import { runCommand } from '../../state/commands.ts';
import { useStore } from '../../state/store.ts';
import { useArrived } from '../../state/useArrived.ts';
import { useMe } from '../accounts/session.ts';
import { PinnedPosts } from '../pins/PinnedPosts.tsx';
import { Coming } from '../posts/Coming.tsx';
import { Composer } from '../posts/Composer.tsx';
import { Feed } from '../posts/Feed.tsx';
import { EmergencyNow } from './EmergencyNow.tsx';
import { goneGroups, goneTabs } from './events.ts';
import { GroupAside } from './GroupAside.tsx';
import { GroupHeader } from './GroupHeader.tsx';
import styles from './GroupPage.module.css';
import { groupsQuery } from './groups.ts';
import { TabBar } from './TabBar.tsx';

const BreakGlass = lazy(async () => ({ default: (await import('./BreakGlass.tsx')).BreakGlass }));

/// A group on one of its tabs.
export function GroupPage() {
  const { group, tab } = useParams({ from: '/g/$group/$tab' });
  const found = useGroup(group);
  const isThere = useArrived('view' in found);
  if ('instead' in found && !found.isPending) return found.instead;
  if ('instead' in found || !isThere) return <Coming />;
  const chosen = found.view.tabs.find((each) => String(each.tab.id) === tab);
  if (tab !== 'all' && !chosen) return <WithoutTab view={found.view} tab={Number(tab)} />;
  return <Group key={`${group}/${tab}`} view={found.view} chosen={chosen} />;
}

/// The group of the address, or what to show instead.
export function useGroup(id: string): { view: GroupView } | { instead: React.ReactElement; isPending?: boolean } {
  const groups = useQuery(groupsQuery);
  const isGone = useStore(goneGroups, (gone) => gone.has(Number(id)));
  const view = groups.data?.items.find(({ group }) => String(group.id) === id);
  if (view) return { view };
  if (isGone) return { instead: <Gone group={id} /> };
  if (groups.isPending) return { instead: <Skeleton />, isPending: true };
  if (groups.isError) return { instead: <ErrorState error={groups.error} onRetry={() => void groups.refetch()} /> };
  return { instead: <Missing group={id} /> };
}

/// One answer for what is not there and what one may not see. Administrators have a way on.
function Missing({ group }: { group: string }) {
  return (
    <>
      <NotFound />
      <EmergencyWay group={group} />
    </>
  );
}

/// It was in view until somebody took this person out, or archived it.
function Gone({ group }: { group: string }) {
  const text = useText();
  usePageTitle(text.groups.gone);
  return (
    <>
      <div role="alert">
        <PageMessage title={text.groups.gone} hint={text.groups.goneHint}>
          <Link to="/groups" className={buttonClass('secondary')}>
            {text.groups.toGroups}
          </Link>
        </PageMessage>
      </div>
      <EmergencyWay group={group} />
    </>
  );
}

function EmergencyWay({ group }: { group: string }) {
  const mayBreakGlass = useMe().rights.includes('break_glass') && /^[1-9]\d{0,15}$/.test(group);
  if (!mayBreakGlass) return null;
  return (
    <Suspense>
      <BreakGlass group={Number(group)} />
    </Suspense>
  );
}

/// No such tab; or it left this person's sight while the page was open. Then the rest of the group stays where it is.
function WithoutTab({ view, tab }: { view: GroupView; tab: number }) {
  const text = useText();
  const isGone = useStore(goneTabs, (gone) => gone.has(tab));
  const isAsking = useIsFetching({ queryKey: groupsQuery.queryKey }) > 0;
  if (!isGone) return <NotFound />;
  return (
    <div className={styles.page}>
      <div className={styles.content}>
        <GroupHeader view={view} />
        <TabBar view={view} chosen={undefined} />
        <div role="status" className={styles.posts}>
          {isAsking ? (
            <Skeleton />
          ) : (
            <EmptyState title={text.tabs.gone} hint={text.tabs.goneHint}>
              <Link
                to="/g/$group/$tab"
                params={{ group: String(view.group.id), tab: 'all' }}
                className={buttonClass('secondary')}
              >
                {text.tabs.toAll}
              </Link>
            </EmptyState>
          )}
        </div>
      </div>
      <GroupAside view={view} chosen={undefined} />
    </div>
  );
}

function Group({ view, chosen }: { view: GroupView; chosen: TabView | undefined }) {
  const text = useText();
  const { group, tabs } = view;
  usePageTitle(chosen?.tab.name ?? text.tabs.all, group.name);
  const writable = (chosen ? [chosen] : tabs).filter((each) => each.may_post);
  const [first, ...others] = writable;
  return (
    <div className={styles.page}>
      <div className={styles.content}>
        <GroupHeader view={view} />
        <TabBar view={view} chosen={chosen} />
        <div className={styles.posts}>
          <EmergencyNow view={view} />
          {tabs.length === 0 ? (
            <EmptyState title={text.groups.nothingOpen} hint={text.groups.nothingOpenHint} />
          ) : (
            <>
              {first ? <Composer group={view} tabs={[first, ...others]} /> : <ReadOnly archived={view.archived} />}
              {chosen && <PinnedPosts tab={chosen.tab.id} />}
              <Feed
                scope={
                  chosen ? { kind: 'tab', group: group.id, tab: chosen.tab.id } : { kind: 'group', group: group.id }
                }
                places={chosen ? 'none' : 'tab'}
                empty={<Nothing mayPost={first !== undefined} />}
              />
            </>
          )}
        </div>
      </div>
      <GroupAside view={view} chosen={chosen} />
    </div>
  );
}

function ReadOnly({ archived }: { archived: boolean }) {
  const text = useText();
  return <p className={styles.readOnly}>{archived ? text.composer.archived : text.composer.readOnly}</p>;
}

/// No posts yet: whoever may, begins.
function Nothing({ mayPost }: { mayPost: boolean }) {
  const text = useText();
  return (
    <EmptyState title={text.feed.empty} hint={mayPost ? text.feed.emptyHint : text.feed.emptyReadOnly}>
      {mayPost && (
        <Button
          onClick={() => {
            runCommand('compose');
          }}
        >
          {text.nav.compose}
        </Button>
      )}
    </EmptyState>
  );
}
