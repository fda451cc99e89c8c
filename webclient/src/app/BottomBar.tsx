import { Link } from '@tanstack/react-router';
import { CalendarDays, House, LayoutGrid, Plus, UsersRound } from 'lucide-react';
import { useMe } from '../features/accounts/session.ts';
import { unreadIn, useGroups } from '../features/groups/groups.ts';
import { useIsAwaited } from '../features/home/waiting.ts';
import { useText } from '../i18n/text.tsx';
import styles from './BottomBar.module.css';
import { usePeopleMark } from './places.ts';
import { useCompose } from './useCompose.ts';

/// The rail's places within reach of a thumb, and writing where one can write.
export function BottomBar() {
  const text = useText();
  const hasUnread = useGroups().some((view) => unreadIn(view) > 0);
  const compose = useCompose();
  const { role } = useMe();
  const peopleMark = usePeopleMark();
  const isAwaited = useIsAwaited();
  return (
    <nav className={styles.bar} aria-label={text.app.regions.bottom}>
      <Link to="/" activeOptions={{ exact: true }} className={styles.item}>
        <House size={22} aria-hidden />
        {isAwaited && <span className={styles.dot} />}
        {text.nav.home}
        {isAwaited && <span className="hidden-visually">, {text.nav.awaited}</span>}
      </Link>
      <Link to="/groups" activeOptions={{ exact: true }} className={styles.item}>
        <LayoutGrid size={22} aria-hidden />
        {hasUnread && <span className={styles.dot} />}
        {text.nav.groups}
        {hasUnread && <span className="hidden-visually">, {text.nav.someUnread}</span>}
      </Link>
      {compose && (
        <button
          type="button"
          className={styles.compose}
          aria-label={text.nav.compose}
          onClick={compose}
        >
          <Plus size={24} aria-hidden />
        </button>
      )}
      <Link to="/agenda" className={styles.item}>
        <CalendarDays size={22} aria-hidden />
        {text.nav.calendar}
      </Link>
      {role !== 'guest' && (
        <Link to="/people" className={styles.item} {...peopleMark}>
          <UsersRound size={22} aria-hidden />
          {text.nav.people}
        </Link>
      )}
    </nav>
  );
}
