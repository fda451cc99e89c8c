import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ChevronRight, Plus } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { buttonClass } from '../../design/Button.tsx';
import { CoverTile } from '../../design/Cover.tsx';
import { Page } from '../../design/Page.tsx';
import { Skeleton } from '../../design/Skeleton.tsx';
import { EmptyState, ErrorState } from '../../design/States.tsx';
import { Count, Dot } from '../../design/Count.tsx';
import { usePageTitle } from '../../design/usePageTitle.ts';
import { useText } from '../../i18n/text.tsx';
import type { GroupView } from '../../protocol/generated.ts';
import { useMe } from '../accounts/session.ts';
import { groupsQuery, hasMutedNews, unreadIn } from './groups.ts';
import styles from './GroupsPage.module.css';

const ArchivedGroups = lazy(async () => ({ default: (await import('./ArchivedGroups.tsx')).ArchivedGroups }));
const Doors = lazy(async () => ({ default: (await import('../joining/Doors.tsx')).Doors }));

/// All groups that one is in, the ways into others, and what an owner keeps of those that are archived.
export function GroupsPage() {
  const text = useText();
  const groups = useQuery(groupsQuery);
  const mayCreate = useMe().rights.includes('create_groups');
  const isExternal = useMe().role === 'guest';
  usePageTitle(text.groups.title);
  return (
    <Page
      title={text.groups.title}
      actions={
        mayCreate && (
          <Link to="/groups/new" className={buttonClass('secondary')}>
            <Plus size={18} aria-hidden />
            {text.groups.create}
          </Link>
        )
      }
    >
      {groups.isPending && <Skeleton kind="rows" />}
      {groups.isLoadingError && <ErrorState error={groups.error} onRetry={() => void groups.refetch()} />}
      {groups.data?.items.length === 0 && (
        <EmptyState title={text.groups.none} hint={isExternal ? text.groups.noneHint : text.groups.joinHint} />
      )}
      {groups.data && groups.data.items.length > 0 && (
        <ul role="list" className={styles.list}>
          {groups.data.items.map((view) => (
            <Row key={view.group.id} view={view} />
          ))}
        </ul>
      )}
      <Suspense>
        <ArchivedGroups />
        <Doors isExternal={isExternal} />
      </Suspense>
    </Page>
  );
}

function Row({ view }: { view: GroupView }) {
  const text = useText();
  const { group, member_count: members, role } = view;
  const unread = unreadIn(view);
  return (
    <li>
      <Link
        to="/g/$group"
        params={{ group: String(group.id) }}
        className={styles.row}
        data-unread={unread > 0 || undefined}
      >
        <CoverTile colour={group.colour} cover={group.cover} />
        <div className={styles.about}>
          <h2 className={styles.name}>{group.name}</h2>
          <p className={styles.purpose}>{group.purpose}</p>
          <p className={styles.facts}>
            {text.groups.visibility[group.visibility]}
            {members !== undefined && <>, {text.groups.members(members)}</>}
            {role !== 'member' && <>. {text.groups.youAre(text.groups.roles[role])}.</>}
          </p>
        </div>
        {unread > 0 ? <Count unread={unread} /> : hasMutedNews(view) && <Dot of={text.nav.someUnread} />}
        <ChevronRight size={18} aria-hidden className={styles.arrow} />
      </Link>
    </li>
  );
}
