import { Link } from '@tanstack/react-router';
import { ChevronLeft, ChevronRight, DoorOpen, Lock } from 'lucide-react';
import { type RefObject, useEffect, useRef } from 'react';
import { Count, Dot } from '../../design/Count.tsx';
import { useOverflow } from '../../design/useOverflow.ts';
import { useText } from '../../i18n/text.tsx';
import type { Following, GroupView, TabView } from '../../protocol/generated.ts';
import { FollowGroup } from './FollowGroup.tsx';
import { FollowTab } from './FollowTab.tsx';
import { unreadIn } from './groups.ts';
import styles from './TabBar.module.css';

/// The departments of a group, side by side. Each is an address of its own, so these are links.
export function TabBar({ view, chosen }: { view: GroupView; chosen: TabView | undefined }) {
  const text = useText();
  const list = useRef<HTMLUListElement>(null);
  const { before, after } = useOverflow(list);
  const isFirst = chosen === undefined;
  // The first one is in view by itself; to look where it is would have the page laid out in the middle of its drawing.
  useEffect(() => {
    if (!isFirst) list.current?.querySelector('[aria-current="page"]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [isFirst]);
  return (
    <nav className={styles.bar} aria-label={text.tabs.label(view.group.name)}>
      <div className={styles.row}>
        {before && <Onward list={list} towards="start" />}
        <ul ref={list} role="list" className={styles.list} data-before={before || undefined} data-after={after || undefined}>
          <li>
            <TabLink group={view.group.id} tab="all" name={text.tabs.all} unread={unreadIn(view)} />
          </li>
          {view.tabs.map((each) => (
            <li key={each.tab.id}>
              <TabLink
                group={view.group.id}
                tab={String(each.tab.id)}
                name={each.tab.name}
                unread={each.reading.unread}
                following={each.reading.following}
                audience={each.tab.audience}
              />
            </li>
          ))}
        </ul>
        {after && <Onward list={list} towards="end" />}
      </div>
      {chosen && <FollowTab view={chosen} />}
      {!chosen && view.tabs.length > 0 && <FollowGroup view={view} />}
    </nav>
  );
}

/// For a mouse, which cannot swipe; keys walk from tab to tab, and a finger needs none.
function Onward({ list, towards }: { list: RefObject<HTMLElement | null>; towards: 'start' | 'end' }) {
  const Icon = towards === 'start' ? ChevronLeft : ChevronRight;
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-hidden
      data-repeats
      className={styles.onward}
      data-towards={towards}
      onClick={() => {
        const width = list.current?.clientWidth ?? 0;
        list.current?.scrollBy({ left: towards === 'start' ? -width / 2 : width / 2, behavior: 'smooth' });
      }}
    >
      <Icon size={18} aria-hidden />
    </button>
  );
}

interface LinkProps {
  group: number;
  tab: string;
  name: string;
  unread: number;
  following?: Following;
  audience?: TabView['tab']['audience'];
}

/// What one follows weighs when something is unread; what one does not follow counts quietly; what is muted has a dot.
function TabLink({ group, tab, name, unread, following = 'followed', audience = 'members' }: LinkProps) {
  const text = useText();
  return (
    <Link
      to="/g/$group/$tab"
      params={{ group: String(group), tab }}
      className={styles.tab}
      data-unread={(following === 'followed' && unread > 0) || undefined}
      resetScroll={false}
    >
      {audience === 'department' && <Lock size={14} aria-hidden />}
      {audience === 'guests' && <DoorOpen size={14} aria-hidden />}
      {name}
      {audience !== 'members' && (
        <span className="hidden-visually">({audience === 'department' ? text.tabs.departmentOnly : text.tabs.guestsToo})</span>
      )}
      {following !== 'muted' ? <Count unread={unread} /> : unread > 0 && <Dot of={text.nav.someUnread} />}
    </Link>
  );
}
