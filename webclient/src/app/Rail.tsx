import { Link } from '@tanstack/react-router';
import { CalendarDays, CircleQuestionMark, House, LayoutGrid, Plus, UsersRound } from 'lucide-react';
import { useRef } from 'react';
import { useLandmark } from 'react-aria/useLandmark';
import { Count, Dot } from '../design/Count.tsx';
import { CoverTile } from '../design/Cover.tsx';
import { useMe } from '../features/accounts/session.ts';
import { hasMutedNews, unreadIn, useGroups } from '../features/groups/groups.ts';
import { useIsAwaited } from '../features/home/waiting.ts';
import { useText } from '../i18n/text.tsx';
import { useMedia } from '../state/useMedia.ts';
import { usePeopleMark } from './places.ts';
import styles from './Rail.module.css';

/// The way around: a few fixed places, then the person's groups. What is unread weighs more. A phone has the bottom bar.
export function Rail() {
  return useMedia('(width >= 768px)') ? <Places /> : null;
}

function Places() {
  const text = useText();
  const groups = useGroups();
  const { role } = useMe();
  const mayCreate = useMe().rights.includes('create_groups');
  const peopleMark = usePeopleMark();
  const isAwaited = useIsAwaited();
  const rail = useRef<HTMLElement>(null);
  const { landmarkProps } = useLandmark({ role: 'navigation', 'aria-label': text.app.regions.rail }, rail);
  return (
    <nav ref={rail} className={styles.rail} {...landmarkProps}>
      <ul role="list" className={styles.places}>
        <li>
          <Link to="/" activeOptions={{ exact: true }} className={styles.item}>
            <House size={18} aria-hidden />
            <span className={styles.label}>{text.nav.home}</span>
            {isAwaited && <Dot of={text.nav.awaited} />}
          </Link>
        </li>
        <li>
          <Link to="/groups" activeOptions={{ exact: true }} className={styles.item}>
            <LayoutGrid size={18} aria-hidden />
            {text.nav.groups}
          </Link>
        </li>
        <li>
          <Link to="/agenda" className={styles.item}>
            <CalendarDays size={18} aria-hidden />
            {text.nav.calendar}
          </Link>
        </li>
        <li>
          <Link to="/q" className={styles.item}>
            <CircleQuestionMark size={18} aria-hidden />
            {text.privately.list}
          </Link>
        </li>
        {role !== 'guest' && (
          <li>
            <Link to="/people" className={styles.item} {...peopleMark}>
              <UsersRound size={18} aria-hidden />
              {text.nav.people}
            </Link>
          </li>
        )}
      </ul>
      {groups.length > 0 && (
        <>
          <h2 className={styles.heading}>{text.nav.yourGroups}</h2>
          <ul role="list">
            {groups.map((view) => (
              <li key={view.group.id}>
                <Link
                  to="/g/$group"
                  params={{ group: String(view.group.id) }}
                  className={styles.item}
                  data-unread={unreadIn(view) > 0 || undefined}
                >
                  <CoverTile colour={view.group.colour} cover={view.group.cover} size="small" />
                  <span className={styles.label}>{view.group.name}</span>
                  {unreadIn(view) > 0 ? <Count unread={unreadIn(view)} /> : hasMutedNews(view) && <Dot of={text.nav.someUnread} />}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
      {mayCreate && (
        <Link to="/groups/new" className={styles.item}>
          <Plus size={18} aria-hidden />
          {text.groups.create}
        </Link>
      )}
    </nav>
  );
}
