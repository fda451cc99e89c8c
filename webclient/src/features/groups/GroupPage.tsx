import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { NotFound } from '../../app/Problems.tsx';
import { buttonClass } from '../../design/Button.tsx';
import { Skeleton } from '../../design/Skeleton.tsx';
import { EmptyState, ErrorState, PageMessage } from '../../design/States.tsx';
import { usePageTitle } from '../../design/usePageTitle.ts';
import { useText } from '../../i18n/text.tsx';
import type { GroupView, TabView } from '../../protocol/generated.ts';
import { useStore } from '../../state/store.ts';
import { Composer } from '../posts/Composer.tsx';
import { Feed } from '../posts/Feed.tsx';
import { goneGroups } from './events.ts';
import { GroupAside } from './GroupAside.tsx';
import { GroupHeader } from './GroupHeader.tsx';
import styles from './GroupPage.module.css';
import { groupsQuery } from './groups.ts';
import { TabBar } from './TabBar.tsx';

/// A group on one of its tabs.
export function GroupPage() {
  const { group, tab } = useParams({ from: '/g/$group/$tab' });
  const found = useGroup(group);
  if ('instead' in found) return found.instead;
  const chosen = found.view.tabs.find((each) => String(each.tab.id) === tab);
  if (tab !== 'all' && !chosen) return <NotFound />;
  return <Group key={`${group}/${tab}`} view={found.view} chosen={chosen} />;
}

/// The group of the address, or what to show instead.
export function useGroup(id: string): { view: GroupView } | { instead: React.ReactElement } {
  const groups = useQuery(groupsQuery);
  const isGone = useStore(goneGroups, (gone) => gone.has(Number(id)));
  const view = groups.data?.items.find(({ group }) => String(group.id) === id);
  if (view) return { view };
  if (isGone) return { instead: <Gone /> };
  if (groups.isPending) return { instead: <Skeleton /> };
  if (groups.isError) return { instead: <ErrorState error={groups.error} onRetry={() => void groups.refetch()} /> };
  return { instead: <NotFound /> };
}

function Gone() {
  const text = useText();
  usePageTitle(text.groups.gone);
  return (
    <div role="alert">
      <PageMessage title={text.groups.gone} hint={text.groups.goneHint}>
        <Link to="/groups" className={buttonClass('secondary')}>
          {text.groups.toGroups}
        </Link>
      </PageMessage>
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
          {first ? <Composer group={view} tabs={[first, ...others]} /> : <ReadOnly />}
          <Feed
            scope={
              chosen ? { kind: 'tab', group: group.id, tab: chosen.tab.id } : { kind: 'group', group: group.id }
            }
            places={chosen ? 'none' : 'tab'}
            empty={<EmptyState title={text.feed.empty} hint={first ? text.feed.emptyHint : text.feed.emptyReadOnly} />}
          />
        </div>
      </div>
      <GroupAside view={view} chosen={chosen} />
    </div>
  );
}

function ReadOnly() {
  const text = useText();
  return <p className={styles.readOnly}>{text.composer.readOnly}</p>;
}
